package org.reapscope.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.errno.Signum;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/** The threads of a victim, whether these are all, and when the last of them gave up its mm. */
final class VictimThreads {

    /**
     * The threads that were alive at a kill.
     *
     * @param alive by tid
     * @param all whether there are no others
     */
    record Found(List<VictimThread> alive, boolean all) {

        /** Whether all are known, and the exit of each. */
        boolean exited() {
            return all && alive.stream().allMatch(thread -> thread.exited() != null);
        }

        /** When the last one gave up its mm; null where one has not, or where there may be others. */
        @Nullable Moment mmNull() {
            Moment last = null;
            for (VictimThread thread : alive) {
                Moment gone = thread.mmNull();
                if (gone == null || thread.exited() == null) {
                    return null;
                }
                last = last == null || last.before(gone) ? gone : last;
            }
            return all ? last : null;
        }
    }

    private static final int GROUP_ALIVE = 0;
    private static final int GROUP_DEAD = 1;

    private final Trace trace;
    private final Processes processes;
    private final ExitMm exitMm;
    private final OwnMms ownMms;
    private final boolean clonesRecorded;
    private final Map<Integer, Moment> delivered = new HashMap<>();
    /** Exits of tasks whose group nothing tells, in time order. */
    private final int[] strays;

    VictimThreads(Trace trace, EventRows rows, Processes processes, ExitMm exitMm, OwnMms ownMms) {
        this.trace = trace;
        this.processes = processes;
        this.exitMm = exitMm;
        this.ownMms = ownMms;
        clonesRecorded = rows.has(Tracepoint.TASK_NEWTASK) && trace.lost() == 0;
        rows.of(Tracepoint.SIGNAL_DELIVER).filter(row -> Payload.signalNumber(trace.argument(row)) == Signum.SIGKILL)
                .forEach(row -> delivered.putIfAbsent(trace.task(row), new Moment(row, trace.tsNs(row))));
        strays = rows.of(Tracepoint.SCHED_PROCESS_EXIT).filter(this::stray).toArray();
    }

    Found of(int process, int killedRow, int mm) {
        List<Task> seen = processes.threads(process).stream().map(trace.tasks()::get).sorted(Comparator.comparingInt(Task::tid)).toList();
        List<Task> alive = seen.stream().filter(task -> task.exitRow() < 0 || task.exitRow() > killedRow).toList();
        List<VictimThread> threads = new ArrayList<>();
        for (Task task : alive.isEmpty() ? seen : alive) {
            threads.add(new VictimThread(task.id(), task.tid(), task.comm(), delivered.get(task.id()),
                    Moment.of(trace, task.exitRow()), Moment.of(trace, exitMm.releaseRow(task.id()))));
        }
        return new Found(threads, all(process, seen, killedRow, mm));
    }

    /**
     * A process that was cloned within the trace has no thread that is not known. Another one has none if its last exit
     * says group_dead and no exit of unknown group can be one of its own.
     */
    private boolean all(int process, List<Task> seen, int killedRow, int mm) {
        Task leader = trace.tasks().get(process);
        if (clonesRecorded && leader.bornRow() >= 0 && trace.tracepoint(leader.bornRow()) == Tracepoint.TASK_NEWTASK) {
            return true;
        }
        int last = -1;
        boolean dead = false;
        for (Task task : seen) {
            last = Math.max(last, task.exitRow());
            dead |= task.exitRow() >= 0 && trace.argument(task.exitRow()) != GROUP_ALIVE;
        }
        if (!dead) {
            return false;
        }
        for (int i = strays.length - 1; i >= 0 && strays[i] > killedRow; i--) {
            if (strays[i] <= last || trace.argument(strays[i]) == GROUP_ALIVE) {
                int own = ownMms.of(trace.object(strays[i]));
                if (own < 0 || mm < 0 || own == mm) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean stray(int row) {
        Task task = trace.tasks().get(trace.object(row));
        return !task.tgidKnown() && processes.threads(processes.of(task.id())).size() == 1 && !processes.inferred(task.id())
                && trace.argument(row) != GROUP_DEAD;
    }
}
