package org.reapscope.trace.lane;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/**
 * Follows the scheduler's events and says what every task and every CPU does. Rows are given in order.
 *
 * <p>Evidence that a task runs is its switch-in, or any event that it emits. Where an event contradicts what was
 * believed, a switch was lost: what was believed ends in {@link TaskState#UNKNOWN} after the last row that bore it out.
 */
final class SchedReplay {

    private static final int NOBODY = -1;
    private static final int MMAP_LOCK = 1;
    private static final int CONTENTION = 2;

    private final Trace trace;
    private final @Nullable StateSeq[] tasks;
    private final StateSeq[] cpus;
    private final int[] cpuOf;
    private final int[] occupant;
    private final int[] leaving;
    private final int[] lastRow;
    private final boolean[] exited;
    private final boolean[] wokenWhileOnCpu;
    private final byte[] lockWait;
    private int unknownCpus;

    SchedReplay(Trace trace) {
        this.trace = trace;
        int taskCount = trace.tasks().size();
        int cpuCount = trace.cpus();
        tasks = new StateSeq[taskCount];
        cpus = new StateSeq[cpuCount];
        cpuOf = filled(taskCount);
        occupant = filled(cpuCount);
        leaving = filled(cpuCount);
        lastRow = new int[cpuCount];
        exited = new boolean[taskCount];
        wokenWhileOnCpu = new boolean[taskCount];
        lockWait = new byte[taskCount];
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
        if (tracepoint == Tracepoint.SCHED_SWITCH) {
            switched(row, cpu, task, object);
        } else if (occupant[cpu] != task && leaving[cpu] != task) {
            lostSwitch(row, cpu, task);
        } else if (occupant[cpu] == task) {
            leaving[cpu] = NOBODY;
            resume(row, cpu, task);
        }
        lastRow[cpu] = row;
        switch (tracepoint) {
            case SCHED_WAKING -> woken(row, object, true);
            case SCHED_WAKEUP, SCHED_WAKEUP_NEW -> woken(row, object, false);
            case SCHED_PROCESS_FORK, TASK_NEWTASK -> born(row, object);
            case SCHED_PROCESS_EXIT -> exit(row, object);
            case SCHED_PROCESS_FREE -> free(row, object);
            case MMAP_LOCK_START_LOCKING -> lockWait[task] |= MMAP_LOCK;
            case CONTENTION_BEGIN -> lockWait[task] |= CONTENTION;
            case CONTENTION_END -> lockWait[task] &= ~CONTENTION;
            case MMAP_LOCK_ACQUIRE_RETURNED -> lockWait[task] &= ~MMAP_LOCK;
            case MMAP_LOCK_RELEASED, SYS_ENTER, SYS_EXIT -> lockWait[task] = 0;
            default -> { }
        }
    }

    /** The states of a task, null if the trace has no evidence of it. */
    @Nullable StateSeq task(int task) {
        return tasks[task];
    }

    StateSeq cpu(int cpu) {
        return cpus[cpu];
    }

    private void switched(int row, int cpu, int prev, int next) {
        if (occupant[cpu] != prev) {
            leaveUnseen(cpu);
        }
        if (prev != Task.IDLE && (cpuOf[prev] == cpu || cpuOf[prev] == NOBODY)) {
            cpuOf[prev] = NOBODY;
            seq(prev, row).set(row, leftAs(prev, trace.argument(row)));
            wokenWhileOnCpu[prev] &= !Payload.preempted(trace.argument(row)) && Payload.prevStateLetter(trace.argument(row)) != 'R';
        }
        occupy(row, cpu, next);
        leaving[cpu] = prev;
    }

    private TaskState leftAs(int task, long argument) {
        boolean wantsCpu = Payload.preempted(argument) || Payload.prevStateLetter(argument) == 'R';
        if (wantsCpu) {
            return exited[task] ? TaskState.EXITING_RUNNABLE : TaskState.PREEMPTED;
        }
        return switch (Payload.prevStateLetter(argument)) {
            case 'S', 'I', 'P' -> TaskState.SLEEPING;
            case 'D' -> lockWait[task] != 0 ? TaskState.UNINTERRUPTIBLE_LOCK : TaskState.UNINTERRUPTIBLE;
            case 'T' -> TaskState.STOPPED;
            case 't' -> TaskState.TRACED;
            case 'F' -> TaskState.FROZEN;
            case 'Z' -> TaskState.ZOMBIE;
            case 'X' -> TaskState.DEAD;
            default -> TaskState.UNKNOWN;
        };
    }

    private void occupy(int row, int cpu, int next) {
        unknownCpus -= occupant[cpu] == NOBODY ? 1 : 0;
        occupant[cpu] = next;
        if (next == NOBODY) {
            unknownCpus++;
            cpus[cpu].set(row, TaskState.UNKNOWN);
        } else if (next == Task.IDLE) {
            cpus[cpu].begin(row, TaskState.IDLE);
        } else {
            cpus[cpu].begin(row, running(next));
            run(row, cpu, next);
        }
    }

    private void run(int row, int cpu, int task) {
        StateSeq seq = seq(task, row);
        if (wokenWhileOnCpu[task]) {
            sleptNot(seq);
            wokenWhileOnCpu[task] = false;
        }
        cpuOf[task] = cpu;
        seq.set(row, running(task));
    }

    /** An event of the task that its CPU is believed to run: true even where a tie with another CPU misled. */
    private void resume(int row, int cpu, int task) {
        if (task != Task.IDLE && cpuOf[task] != cpu) {
            run(row, cpu, task);
        }
    }

    private void lostSwitch(int row, int cpu, int task) {
        leaveUnseen(cpu);
        leaving[cpu] = NOBODY;
        occupy(row, cpu, task);
    }

    private void leaveUnseen(int cpu) {
        int task = occupant[cpu];
        if (task > Task.IDLE && cpuOf[task] == cpu) {
            cpuOf[task] = NOBODY;
            seq(task, lastRow[cpu]).set(lastRow[cpu], TaskState.UNKNOWN);
        }
        if (task != NOBODY) {
            cpus[cpu].set(lastRow[cpu], TaskState.UNKNOWN);
        }
    }

    private void woken(int row, int task, boolean waking) {
        if (task <= Task.IDLE) {
            return;
        }
        if (cpuOf[task] != NOBODY) {
            wokenWhileOnCpu[task] = true;
            return;
        }
        StateSeq seq = seq(task, row);
        switch (seq.size() == 0 ? TaskState.UNKNOWN : seq.last()) {
            case UNKNOWN -> {
                if (unknownCpus == 0) {
                    seq.set(row, runnable(task));
                }
            }
            case SLEEPING, STOPPED, TRACED, FROZEN, UNINTERRUPTIBLE, UNINTERRUPTIBLE_LOCK -> {
                if (!waking && wokenWhileOnCpu[task]) {
                    sleptNot(seq);
                }
                seq.set(row, runnable(task));
                wokenWhileOnCpu[task] = false;
            }
            default -> { }
        }
    }

    /** A wake-up that came while the task was still on its way out of the CPU: it never slept. */
    private static void sleptNot(StateSeq seq) {
        if (seq.size() > 0 && (seq.last() == TaskState.SLEEPING || seq.last() == TaskState.UNINTERRUPTIBLE
                || seq.last() == TaskState.UNINTERRUPTIBLE_LOCK)) {
            seq.replaceLast(TaskState.RUNNABLE);
        }
    }

    private void born(int row, int child) {
        if (child > Task.IDLE && tasks[child] == null) {
            StateSeq seq = new StateSeq();
            seq.set(row, TaskState.RUNNABLE);
            tasks[child] = seq;
        }
    }

    private void exit(int row, int task) {
        if (task > Task.IDLE) {
            exited[task] = true;
            int cpu = cpuOf[task];
            if (cpu != NOBODY) {
                seq(task, row).set(row, TaskState.EXITING);
                cpus[cpu].begin(row, TaskState.EXITING);
            }
        }
    }

    private void free(int row, int task) {
        if (task > Task.IDLE && cpuOf[task] == NOBODY) {
            seq(task, row).set(row, TaskState.DEAD);
        }
    }

    private TaskState running(int task) {
        return exited[task] ? TaskState.EXITING : TaskState.RUNNING;
    }

    private TaskState runnable(int task) {
        return exited[task] ? TaskState.EXITING_RUNNABLE : TaskState.RUNNABLE;
    }

    private StateSeq seq(int task, int row) {
        StateSeq seq = tasks[task];
        if (seq == null) {
            seq = new StateSeq();
            seq.set(trace.tasks().get(task).bornRow() < 0 ? 0 : row, TaskState.UNKNOWN);
            tasks[task] = seq;
        }
        return seq;
    }

    private static int[] filled(int length) {
        int[] result = new int[length];
        Arrays.fill(result, NOBODY);
        return result;
    }
}
