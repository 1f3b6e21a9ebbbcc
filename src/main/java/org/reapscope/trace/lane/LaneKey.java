package org.reapscope.trace.lane;

import org.reapscope.trace.Mm;
import org.reapscope.trace.Task;

/**
 * Names of lanes that stay the same when a file is read again, so that a session can say which are pinned or hidden.
 * Dense ids would not: they depend on how much of the file is read.
 */
public final class LaneKey {

    private LaneKey() {}

    /** The lane of a task's states: {@code task/2301}, {@code task/2301/1} for the second owner of the tid. */
    public static String of(Task task) {
        return "task/" + task.tid() + (task.epoch() == 0 ? "" : "/" + task.epoch());
    }

    /** The lane of a CPU: {@code cpu/0}. */
    public static String ofCpu(int cpu) {
        return "cpu/" + cpu;
    }

    /** A lane of an address space: {@code mmap_lock/00000000eaf21c30}, {@code rss/...}. */
    public static String of(String kind, Mm mm) {
        return kind + "/" + mm.label().replace(' ', '_') + (mm.epoch() == 0 ? "" : "/" + mm.epoch());
    }
}
