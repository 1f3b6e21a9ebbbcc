package org.reapscope.trace.lane;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;

/**
 * Says what every task does, from what its events and those about it prove. Rows are given in order.
 *
 * <p>What is believed of a task holds from one piece of evidence to the next that agrees with it. Where the next one
 * does not, something went unseen in between (a lost event, a filter that hides the switches of other tasks), and from the
 * last evidence on the state was {@link TaskState#UNKNOWN}: a task that is woken was not runnable, one that leaves a CPU
 * had come there, one that comes to a CPU is not asleep.
 *
 * <p>A waking that comes while the task is still on its CPU is no contradiction, since the task sets its state before it
 * leaves. Neither is one of a task that was preempted in just that window ({@code R+}), so where nothing can have gone
 * unseen, a preempted task that is woken has been preempted all along (kernel/sched/core.c, ttwu_runnable).
 */
final class TaskReplay {

    static final int NOBODY = -1;

    private static final int MMAP_LOCK = 1;
    private static final int CONTENTION = 2;
    /** Waking since it left its CPU, or while it is on one. */
    private static final int WAKING = 1;
    /** Woken, all of it. */
    private static final int AWAKE = 2;
    /** Waking before it left its CPU; the second event may come yet. */
    private static final int OVERTAKEN = 3;

    private final Trace trace;
    private final boolean wakingsAreRecorded;
    private final Ties ties;
    private final @Nullable StateSeq[] states;
    private final int[] cpuOf;
    private final int[] evidence;
    private final boolean[] exited;
    private final boolean[] emits;
    private final boolean[] preempted;
    private final boolean[] wokenWhileOnCpu;
    private final byte[] woken;
    private final byte[] lockWait;

    TaskReplay(Trace trace, boolean wakingsAreRecorded) {
        this.trace = trace;
        this.wakingsAreRecorded = wakingsAreRecorded;
        ties = new Ties(trace);
        int tasks = trace.tasks().size();
        states = new StateSeq[tasks];
        cpuOf = new int[tasks];
        Arrays.fill(cpuOf, NOBODY);
        evidence = new int[tasks];
        exited = new boolean[tasks];
        emits = new boolean[tasks];
        preempted = new boolean[tasks];
        wokenWhileOnCpu = new boolean[tasks];
        woken = new byte[tasks];
        lockWait = new byte[tasks];
    }

    /** The states of a task, null if the trace has no evidence of it. */
    @Nullable StateSeq states(int task) {
        return states[task];
    }

    /** The CPU that the task is believed to be on, {@link #NOBODY} if none. */
    int cpuOf(int task) {
        return cpuOf[task];
    }

    TaskState running(int task) {
        return exited[task] ? TaskState.EXITING : TaskState.RUNNING;
    }

    /** The task emitted an event on the CPU that it is on. */
    void emits(int row, int task) {
        evidence[task] = row;
        emits[task] = true;
    }

    /** Whether the task is seen on this CPU only because its leaving another one stands in the wrong order. */
    boolean tied(int row, int task) {
        return trace.orderUnknown(row, evidence[task]) || ties.leavesAfter(row, task);
    }

    /** The task is on a CPU from this row on; whether a switch brought it there, or its event shows that it must have come. */
    void runs(int row, int cpu, int task, boolean switchedIn) {
        StateSeq seq = seq(task, row);
        if (cpuOf[task] == NOBODY && seq.last() != TaskState.UNKNOWN && !comes(seq.last(), task, switchedIn)
                && !tied(row, task) && !ties.wakesAfter(row, task)) {
            seq.unknownFrom(evidence[task]);
        }
        if (wokenWhileOnCpu[task]) {
            sleptNot(seq);
            wokenWhileOnCpu[task] = false;
        }
        woken[task] = 0;
        cpuOf[task] = cpu;
        evidence[task] = row;
        seq.set(row, running(task));
    }

    /** Whether a task of this state may come to a CPU next. */
    private boolean comes(TaskState state, int task, boolean switchedIn) {
        boolean wants = state.waitsForCpu() || wokenWhileOnCpu[task];
        boolean asleep = state != TaskState.ZOMBIE && state != TaskState.DEAD && !state.onCpu();
        return switchedIn && (wants || asleep && !wakingsAreRecorded);
    }

    /** The task leaves a CPU, and nobody saw it come if it was not believed to be there. */
    void leaves(int row, int cpu, int task, long argument) {
        StateSeq seq = seq(task, row);
        if (cpuOf[task] != cpu && seq.last() != TaskState.UNKNOWN) {
            seq.unknownFrom(evidence[task]);
        }
        cpuOf[task] = NOBODY;
        evidence[task] = row;
        seq.set(row, leftAs(task, argument));
        preempted[task] = Payload.preempted(argument);
        wokenWhileOnCpu[task] &= !wantsCpu(argument);
        woken[task] = (byte) (woken[task] == WAKING ? OVERTAKEN : 0);
    }

    /** The task is no longer where it was, and nobody saw it leave. */
    void leavesUnseen(int task) {
        cpuOf[task] = NOBODY;
        seq(task, evidence[task]).unknownFrom(evidence[task]);
    }

    /**
     * Somebody wakes the task.
     *
     * @param waking whether it is the first of the two events that the kernel emits for it
     * @param everyCpuKnown whether it is known of every CPU what it runs
     */
    void woken(int row, int task, boolean waking, boolean everyCpuKnown) {
        boolean again = woken[task] == AWAKE || waking && woken[task] == WAKING;
        boolean pending = !waking && (woken[task] == WAKING || woken[task] == OVERTAKEN);
        woken[task] = (byte) (waking ? WAKING : AWAKE);
        if (cpuOf[task] != NOBODY) {
            wokenWhileOnCpu[task] = true;
            return;
        }
        StateSeq seq = seq(task, row);
        switch (seq.last()) {
            case RUNNABLE -> contradict(row, task, again, everyCpuKnown);
            case PREEMPTED, EXITING_RUNNABLE ->
                contradict(row, task, again || !pending && !preemptedAllAlong(task, everyCpuKnown), everyCpuKnown);
            case ZOMBIE, DEAD -> contradict(row, task, true, everyCpuKnown);
            case UNKNOWN -> wants(row, seq, task, everyCpuKnown);
            case SLEEPING, STOPPED, TRACED, FROZEN, UNINTERRUPTIBLE, UNINTERRUPTIBLE_LOCK -> {
                if (!waking && wokenWhileOnCpu[task]) {
                    sleptNot(seq);
                }
                wants(row, seq, task, true);
                wokenWhileOnCpu[task] = false;
            }
            case RUNNING, EXITING, IDLE -> { }
        }
        evidence[task] = row;
    }

    /** The scheduler moves the task to another CPU's queue. */
    void moves(int row, int task) {
        StateSeq seq = states[task];
        if (seq != null && seq.last().waitsForCpu()) {
            evidence[task] = row;
        }
    }

    void born(int row, int child) {
        if (states[child] == null) {
            StateSeq seq = new StateSeq();
            seq.set(row, TaskState.RUNNABLE);
            states[child] = seq;
            evidence[child] = row;
        }
    }

    void exits(int row, int task) {
        exited[task] = true;
        if (cpuOf[task] != NOBODY) {
            seq(task, row).set(row, TaskState.EXITING);
        }
    }

    /** The task's task_struct is released: it is on no CPU any more, whatever was seen. */
    void freed(int row, int task) {
        if (cpuOf[task] != NOBODY) {
            leavesUnseen(task);
        }
        seq(task, row).set(row, TaskState.DEAD);
        evidence[task] = row;
    }

    void waitsForMmapLock(int task) {
        lockWait[task] |= MMAP_LOCK;
    }

    void hasMmapLock(int task) {
        lockWait[task] &= ~MMAP_LOCK;
    }

    void contends(int task, boolean begins) {
        lockWait[task] = (byte) (begins ? lockWait[task] | CONTENTION : lockWait[task] & ~CONTENTION);
    }

    void waitsForNoLock(int task) {
        lockWait[task] = 0;
    }

    private void contradict(int row, int task, boolean contradiction, boolean everyCpuKnown) {
        if (contradiction && !tied(row, task)) {
            StateSeq seq = seq(task, row);
            seq.unknownFrom(evidence[task]);
            wokenWhileOnCpu[task] = false;
            wants(row, seq, task, everyCpuKnown);
        }
    }

    /** A task of which nothing is known may be running on a CPU of which nothing is known. */
    private void wants(int row, StateSeq seq, int task, boolean onNoCpu) {
        if (onNoCpu) {
            seq.set(row, exited[task] ? TaskState.EXITING_RUNNABLE : TaskState.RUNNABLE);
        }
    }

    /** Whether a preempted task that is woken can only have been preempted between setting its state and leaving the CPU. */
    private boolean preemptedAllAlong(int task, boolean everyCpuKnown) {
        return preempted[task] && emits[task] && everyCpuKnown && trace.lost() == 0;
    }

    private TaskState leftAs(int task, long argument) {
        if (wantsCpu(argument)) {
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

    private static boolean wantsCpu(long argument) {
        return Payload.preempted(argument) || Payload.prevStateLetter(argument) == 'R';
    }

    /** A wake-up that came while the task was still on its way out of the CPU: it never slept. */
    private static void sleptNot(StateSeq seq) {
        if (seq.last() == TaskState.SLEEPING || seq.last() == TaskState.UNINTERRUPTIBLE || seq.last() == TaskState.UNINTERRUPTIBLE_LOCK) {
            seq.replaceLast(TaskState.RUNNABLE);
        }
    }

    private StateSeq seq(int task, int row) {
        StateSeq seq = states[task];
        if (seq == null) {
            seq = new StateSeq();
            Task who = trace.tasks().get(task);
            seq.set(who.bornRow() < 0 ? 0 : row, TaskState.UNKNOWN);
            states[task] = seq;
        }
        return seq;
    }
}
