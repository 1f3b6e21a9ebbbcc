package org.reapscope.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.reapscope.base.errno.Signum;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/**
 * Which threads make up a process. Where the trace says so (clone_flags, a tgid column) that is taken. Where it does
 * not, a task that leaves the same mm as its parent, with no SIGKILL of its own and without being the last of a group
 * itself, is taken for a thread of its parent's process, and one older than the trace that leaves the mm of the one process
 * killed with it for a thread of that; {@link #inferred} tells.
 *
 * <p>A process is named by the task id of its leader, or of its first task where the leader is not in the trace.
 */
public final class Processes {

    private final Trace trace;
    private final int[] processOf;
    private final BitSet inferred = new BitSet();
    private final Map<Integer, List<Integer>> threads = new HashMap<>();

    private Processes(Trace trace) {
        this.trace = trace;
        this.processOf = new int[trace.tasks().size()];
    }

    static Processes of(Trace trace, EventRows rows, ExitMm exitMm) {
        Processes result = new Processes(trace);
        result.followTgids();
        BitSet sigkilled = sigkillTargets(trace, rows);
        result.followForks(exitMm, sigkilled);
        result.followExits(exitMm, sigkilled);
        for (int task = 0; task < result.processOf.length; task++) {
            result.threads.computeIfAbsent(result.processOf[task], process -> new ArrayList<>()).add(task);
        }
        return result;
    }

    /** The process of a task. */
    public int of(int task) {
        return processOf[task];
    }

    /** The tasks of a process that the trace has seen, in order of first appearance. */
    public List<Integer> threads(int process) {
        return threads.getOrDefault(process, List.of());
    }

    /** The tgid of a process. */
    public int tgid(int process) {
        return trace.tasks().get(process).tgid();
    }

    /** Whether it is only inferred that the task is a thread of its process. */
    public boolean inferred(int task) {
        return inferred.get(task);
    }

    private void followTgids() {
        Map<Integer, List<Task>> leaders = new HashMap<>();
        for (Task task : trace.tasks()) {
            if (task.leader()) {
                leaders.computeIfAbsent(task.tgid(), tgid -> new ArrayList<>()).add(task);
            }
        }
        Map<Integer, Integer> leaderless = new HashMap<>();
        for (Task task : trace.tasks()) {
            processOf[task.id()] = task.leader() ? task.id() : leaders.getOrDefault(task.tgid(), List.of()).stream()
                    .filter(leader -> leader.epoch() == 0 || leader.bornRow() >= 0 && leader.bornRow() <= task.bornRow())
                    .max(Comparator.comparingInt(Task::epoch)).map(Task::id)
                    .orElseGet(() -> leaderless.computeIfAbsent(task.tgid(), tgid -> task.id()));
        }
    }

    private void followForks(ExitMm exitMm, BitSet sigkilled) {
        Task[] unknown = trace.tasks().stream().filter(task -> !task.tgidKnown() && task.bornRow() >= 0)
                .sorted(Comparator.comparingInt(Task::bornRow)).toArray(Task[]::new);
        for (Task task : unknown) {
            int parent = processOf[trace.task(task.bornRow())];
            boolean leftSameMm = exitMm.mm(task.id()) >= 0 && exitMm.mm(task.id()) == exitMm.mm(parent);
            if (leftSameMm && !sigkilled.get(task.id()) && !(lastOfGroup(task.id()) && lastOfGroup(parent))) {
                processOf[task.id()] = parent;
                inferred.set(task.id());
            }
        }
    }

    /**
     * Tasks that were there before the trace, of unknown group, and leave the mm of a process that was killed: its threads,
     * unless more than one of them is the last of a group.
     */
    private void followExits(ExitMm exitMm, BitSet sigkilled) {
        Map<Integer, List<Integer>> leavers = new HashMap<>();
        for (Task task : trace.tasks()) {
            if (exitMm.mm(task.id()) >= 0) {
                leavers.computeIfAbsent(exitMm.mm(task.id()), mm -> new ArrayList<>()).add(task.id());
            }
        }
        for (List<Integer> tasks : leavers.values()) {
            List<Integer> killed = tasks.stream().filter(sigkilled::get).map(task -> processOf[task]).distinct().toList();
            if (killed.size() == 1) {
                join(killed.getFirst(), tasks, sigkilled);
            }
        }
    }

    private void join(int process, List<Integer> tasks, BitSet sigkilled) {
        List<Integer> strangers = tasks.stream().filter(task -> processOf[task] == task && task != process && !sigkilled.get(task)
                && !trace.tasks().get(task).tgidKnown() && trace.tasks().get(task).bornRow() < 0).toList();
        long others = tasks.stream().filter(task -> processOf[task] == process && lastOfGroup(task)).count();
        long last = strangers.stream().filter(this::lastOfGroup).count();
        for (int task : strangers) {
            if (!lastOfGroup(task) || others + last == 1) {
                processOf[task] = process;
                inferred.set(task);
            }
        }
    }

    private boolean lastOfGroup(int task) {
        int exitRow = trace.tasks().get(task).exitRow();
        return exitRow >= 0 && trace.argument(exitRow) == 1;
    }

    private static BitSet sigkillTargets(Trace trace, EventRows rows) {
        BitSet result = new BitSet();
        rows.of(Tracepoint.SIGNAL_GENERATE, Tracepoint.MARK_VICTIM)
                .filter(row -> trace.object(row) >= 0 && (trace.tracepoint(row) == Tracepoint.MARK_VICTIM
                        || Payload.signalNumber(trace.argument(row)) == Signum.SIGKILL))
                .forEach(row -> result.set(trace.object(row)));
        return result;
    }
}
