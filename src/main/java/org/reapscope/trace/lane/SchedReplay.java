package org.reapscope.trace.lane;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/**
 * Follows the scheduler's events and says what every CPU runs; what that means for the tasks it tells to
 * {@link TaskReplay}. Rows are given in order.
 *
 * <p>Evidence that a task runs is its switch-in, or any event that it emits. Where an event contradicts what was
 * believed, or the recorder lost events of the CPU, what was believed ends in {@link TaskState#UNKNOWN} after the last row
 * that bore it out.
 */
final class SchedReplay {

    private static final int NOBODY = TaskReplay.NOBODY;

    private final Trace trace;
    private final TaskReplay tasks;
    private final StateSeq[] cpus;
    private final int[] occupant;
    private final int[] leaving;
    private final int[] lastRow;
    private int unknownCpus;

    /**
     * A replay of a trace from its first row.
     *
     * @param wakingsAreRecorded whether the trace has events of wake-ups at all
     */
    SchedReplay(Trace trace, boolean wakingsAreRecorded) {
        this.trace = trace;
        tasks = new TaskReplay(trace, wakingsAreRecorded);
        int cpuCount = trace.cpus();
        cpus = new StateSeq[cpuCount];
        occupant = filled(cpuCount);
        leaving = filled(cpuCount);
        lastRow = new int[cpuCount];
        unknownCpus = cpuCount;
        for (int cpu = 0; cpu < cpuCount; cpu++) {
            cpus[cpu] = new StateSeq();
            cpus[cpu].set(0, TaskState.UNKNOWN);
        }
    }

    /** Who runs on the CPU after the event that began an interval of its lane. */
    static int occupant(Trace trace, int row) {
        return trace.tracepoint(row) == Tracepoint.SCHED_SWITCH ? trace.object(row) : trace.task(row);
    }

    void step(int row, Tracepoint tracepoint) {
        int cpu = trace.cpu(row);
        int task = trace.task(row);
        int object = trace.object(row);
        if (trace.afterLoss(row)) {
            vacate(cpu);
        }
        if (tracepoint == Tracepoint.SCHED_SWITCH) {
            switched(row, cpu, task, object);
        } else if (occupant[cpu] == task) {
            leaving[cpu] = NOBODY;
            resume(row, cpu, task);
        } else if (leaving[cpu] != task) {
            lostSwitch(row, cpu, task);
        }
        lastRow[cpu] = row;
        switch (tracepoint) {
            case SCHED_WAKING, SCHED_WAKEUP, SCHED_WAKEUP_NEW -> woken(row, object, tracepoint == Tracepoint.SCHED_WAKING);
            case SCHED_MIGRATE_TASK -> tasks.moves(row, object);
            case SCHED_PROCESS_FORK, TASK_NEWTASK -> born(row, object);
            case SCHED_PROCESS_EXIT -> exit(row, object);
            case SCHED_PROCESS_FREE -> free(row, object);
            case MMAP_LOCK_START_LOCKING -> tasks.waitsForMmapLock(task);
            case MMAP_LOCK_ACQUIRE_RETURNED -> tasks.hasMmapLock(task);
            case CONTENTION_BEGIN, CONTENTION_END -> tasks.contends(task, tracepoint == Tracepoint.CONTENTION_BEGIN);
            case MMAP_LOCK_RELEASED, SYS_ENTER, SYS_EXIT -> tasks.waitsForNoLock(task);
            default -> { }
        }
    }

    /** The states of a task, null if the trace has no evidence of it. */
    @Nullable StateSeq task(int task) {
        return tasks.states(task);
    }

    StateSeq cpu(int cpu) {
        return cpus[cpu];
    }

    private void switched(int row, int cpu, int prev, int next) {
        if (occupant[cpu] != prev) {
            vacate(cpu);
        }
        if (prev != Task.IDLE) {
            int believed = tasks.cpuOf(prev);
            boolean elsewhere = believed != NOBODY && believed != cpu;
            if (!elsewhere || !tasks.tied(row, prev)) {
                leaveElsewhere(cpu, prev);
                tasks.leaves(row, cpu, prev, trace.argument(row));
            }
        }
        occupy(row, cpu, next, true);
        leaving[cpu] = prev;
    }

    private void occupy(int row, int cpu, int next, boolean switchedIn) {
        unknownCpus -= occupant[cpu] == NOBODY ? 1 : 0;
        occupant[cpu] = next;
        if (next == NOBODY) {
            unknownCpus++;
            cpus[cpu].set(row, TaskState.UNKNOWN);
        } else if (next == Task.IDLE) {
            cpus[cpu].begin(row, TaskState.IDLE);
        } else {
            cpus[cpu].begin(row, tasks.running(next));
            run(row, cpu, next, switchedIn);
        }
    }

    private void run(int row, int cpu, int task, boolean switchedIn) {
        if (!tasks.tied(row, task)) {
            leaveElsewhere(cpu, task);
        }
        tasks.runs(row, cpu, task, switchedIn);
    }

    /** An event of the task that its CPU is believed to run: true even where a tie with another CPU misled. */
    private void resume(int row, int cpu, int task) {
        if (task == Task.IDLE) {
            return;
        }
        if (tasks.cpuOf(task) != cpu) {
            run(row, cpu, task, false);
        }
        tasks.emits(row, task);
    }

    private void lostSwitch(int row, int cpu, int task) {
        vacate(cpu);
        leaving[cpu] = NOBODY;
        occupy(row, cpu, task, false);
        if (task != Task.IDLE) {
            tasks.emits(row, task);
        }
    }

    /** The task is seen on a CPU and was believed to be on another: it left that one unseen. */
    private void leaveElsewhere(int cpu, int task) {
        int believed = tasks.cpuOf(task);
        if (believed != NOBODY && believed != cpu) {
            if (occupant[believed] == task) {
                vacate(believed);
            } else {
                tasks.leavesUnseen(task);
            }
        }
    }

    /** What the CPU runs is no longer known since the last event that it emitted. */
    private void vacate(int cpu) {
        int task = occupant[cpu];
        if (task == NOBODY) {
            return;
        }
        if (task != Task.IDLE && tasks.cpuOf(task) == cpu) {
            tasks.leavesUnseen(task);
        }
        occupant[cpu] = NOBODY;
        leaving[cpu] = NOBODY;
        unknownCpus++;
        cpus[cpu].set(lastRow[cpu], TaskState.UNKNOWN);
    }

    private void woken(int row, int task, boolean waking) {
        if (task > Task.IDLE) {
            tasks.woken(row, task, waking, unknownCpus == 0);
        }
    }

    private void born(int row, int child) {
        if (child > Task.IDLE) {
            tasks.born(row, child);
        }
    }

    private void exit(int row, int task) {
        if (task > Task.IDLE) {
            tasks.exits(row, task);
            int cpu = tasks.cpuOf(task);
            if (cpu != NOBODY) {
                cpus[cpu].begin(row, TaskState.EXITING);
            }
        }
    }

    private void free(int row, int task) {
        if (task > Task.IDLE) {
            int cpu = tasks.cpuOf(task);
            if (cpu != NOBODY && occupant[cpu] == task) {
                vacate(cpu);
            }
            tasks.freed(row, task);
        }
    }

    private static int[] filled(int length) {
        int[] result = new int[length];
        Arrays.fill(result, NOBODY);
        return result;
    }
}
