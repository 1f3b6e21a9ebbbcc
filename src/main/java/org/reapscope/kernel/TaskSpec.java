package org.reapscope.kernel;

import java.util.List;

/**
 * Something the scheduler can run.
 *
 * @param name unique in the machine, used in schedules and words: {@code lmkd}, {@code victim-2}
 * @param comm its command name in traces, at most 15 characters
 * @param pid its thread id in traces
 * @param group the thread group it belongs to
 * @param role what it is for, in one word: {@code killer}, {@code victim}, {@code reader}
 * @param daemon whether a run may end without this task being done (a kernel thread, a timer)
 * @param script the programs it runs, one after the other
 */
public record TaskSpec(String name, String comm, int pid, int group, String role, boolean daemon, List<Call> script) {

    /** Keeps a copy. */
    public TaskSpec {
        script = List.copyOf(script);
    }
}
