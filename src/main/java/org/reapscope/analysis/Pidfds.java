package org.reapscope.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.errno.Signum;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/**
 * Says which process each process_mrelease call was about: the one whose mm it locked, or the one that its pidfd names.
 * Who is named by a pidfd is told by pidfd_open, by the target of a signal sent through it, by dup, and lost by close and
 * exec; a fork copies the table, a thread shares it. Where nothing tells, the call is nobody's: never the last victim's.
 *
 * <p>Fed with all rows that matter in time order; O(rows that matter).
 */
final class Pidfds {

    private static final int ESRCH = -3;
    private static final int EBADF = -9;

    /** What a call turned out to be about. */
    record Victim(int process, VictimBy by) {

        static final Victim UNKNOWN = new Victim(-1, VictimBy.UNKNOWN);
    }

    /** A system call that a task is in. */
    private static final class Open {
        final String name;
        final int first;
        final int second;
        final @Nullable Reap reap;
        int target = -1;
        boolean several;

        Open(String name, int first, int second, @Nullable Reap reap) {
            this.name = name;
            this.first = first;
            this.second = second;
            this.reap = reap;
        }
    }

    private final Trace trace;
    private final Processes processes;
    private final FdTables tables;
    /** The process that alone owns an mm; -1 where several do, or none is known. */
    private final IntUnaryOperator ownerOfMm;
    private final ExitMm exitMm;
    private final boolean exact;
    private final boolean reuseIsSeen;
    private final boolean signalsRecorded;
    private final Map<Integer, Reap> reapByRow = new HashMap<>();
    private final Map<Integer, Open> open = new HashMap<>();
    /** By the first row of the call, of which there are millions in some traces. */
    private final Map<Integer, Victim> victims = new HashMap<>();

    private Pidfds(Trace trace, EventRows rows, Processes processes, IntUnaryOperator ownerOfMm, ExitMm exitMm, List<Reap> calls) {
        this.trace = trace;
        this.processes = processes;
        this.ownerOfMm = ownerOfMm;
        this.exitMm = exitMm;
        this.tables = new FdTables(trace, processes);
        this.exact = trace.lost() == 0 && rows.has(Tracepoint.SYS_EXIT);
        this.signalsRecorded = rows.has(Tracepoint.SIGNAL_GENERATE);
        this.reuseIsSeen = rows.of(Tracepoint.SYS_EXIT).anyMatch(row -> trace.syscall(row).equals("pidfd_open"));
        calls.forEach(call -> reapByRow.put(call.first().row(), call));
    }

    /** The victim of every call, by its first row. */
    static Map<Integer, Victim> victims(Trace trace, EventRows rows, Processes processes, IntUnaryOperator ownerOfMm, ExitMm exitMm,
            List<Reap> calls) {
        Pidfds pidfds = new Pidfds(trace, rows, processes, ownerOfMm, exitMm, calls);
        rows.of(Tracepoint.SYS_ENTER, Tracepoint.SYS_EXIT, Tracepoint.SIGNAL_GENERATE, Tracepoint.TASK_NEWTASK,
                Tracepoint.SCHED_PROCESS_FORK, Tracepoint.SCHED_PROCESS_EXEC).forEach(pidfds::step);
        List<Reap> unknown = calls.stream().filter(call -> !pidfds.victims.containsKey(call.first().row())).toList();
        unknown.forEach(call -> pidfds.victims.put(call.first().row(), pidfds.byElimination(call)));
        return pidfds.victims;
    }

    private void step(int row) {
        switch (trace.tracepoint(row)) {
            case SYS_ENTER -> entered(row);
            case SYS_EXIT -> exited(row);
            case SIGNAL_GENERATE -> signalled(row);
            case TASK_NEWTASK -> tables.cloned(row);
            case SCHED_PROCESS_FORK -> tables.forked(row);
            default -> tables.executed(trace.object(row));
        }
    }

    private void entered(int row) {
        String name = trace.syscall(row);
        Reap reap = reapByRow.get(row);
        Open before = open.get(trace.task(row));
        if (before != null) {
            sentUnseen(before, tables.of(trace.task(row)));
        }
        if (reap == null && !FdTables.matters(name)) {
            open.remove(trace.task(row));
            return;
        }
        long arguments = trace.argument(row);
        open.put(trace.task(row), new Open(name, Payload.firstArgument(arguments), Payload.secondArgument(arguments), reap));
        if (reap != null) {
            called(row, reap);
        }
    }

    private void called(int row, Reap reap) {
        int process = reap.mm() < 0 ? -1 : ownerOfMm.applyAsInt(reap.mm());
        FdTable table = tables.of(trace.task(row));
        FdTable.Named named = table.named(reap.pidfd());
        if (process >= 0) {
            victims.put(reap.first().row(), new Victim(process, reap.exited() == null ? VictimBy.MM_LOCK_OPEN_END : VictimBy.MM_LOCK));
            if (reap.entered() != null && signalsRecorded && (named == null || named.process() != process)) {
                bind(table, reap.pidfd(), process, false);
            }
        } else if (reap.ret() != null && reap.ret() == EBADF || reap.entered() == null) {
            victims.put(reap.first().row(), Victim.UNKNOWN);
        } else if (named != null) {
            victims.put(reap.first().row(), new Victim(named.process(), named.sure() ? VictimBy.PIDFD : VictimBy.PIDFD_REUSED));
        } else {
            table.unexplained(reap.pidfd()).add(reap);
        }
    }

    private void exited(int row) {
        int task = trace.task(row);
        Open call = open.remove(task);
        Reap alone = reapByRow.get(row);
        if (alone != null) {
            called(row, alone);
        }
        long ret = trace.argument(row);
        if (call == null || !call.name.equals(trace.syscall(row)) || ret < 0) {
            return;
        }
        FdTable table = tables.of(task);
        int fd = (int) ret;
        switch (call.name) {
            case "pidfd_open" -> {
                table.forget(fd);
                int opened = tables.process(call.first, row);
                if (opened >= 0) {
                    bind(table, fd, opened, true);
                }
            }
            case "pidfd_send_signal" -> sentUnseen(call, table);
            case "close" -> table.forget(call.first);
            case "dup", "dup2", "dup3" -> table.copy(call.first, fd);
            case "pidfd_getfd" -> table.forget(fd);
            default -> { }
        }
    }

    /** A signal's target is whom the pidfd names through which it is sent; one sent to a process group names nobody. */
    private void signalled(int row) {
        int task = trace.task(row);
        int target = trace.object(row);
        Open call = open.get(task);
        int signal = Payload.signalNumber(trace.argument(row));
        if (target < 0) {
            return;
        }
        FdTable table = tables.of(task);
        Moment end = call == null || call.reap == null ? null : call.reap.exited();
        if (call != null && end != null && row < end.row() && signal == Signum.SIGKILL) {
            killedByCall(call, table, processes.of(target));
            return;
        }
        if (call == null || !call.name.equals("pidfd_send_signal") || call.second != signal) {
            if (!reuseIsSeen && Payload.signalCode(trace.argument(row)) <= 0 && Signum.fatalByDefault(signal)) {
                table.forgetAllBut(processes.of(target));
            }
            return;
        }
        int process = processes.of(target);
        call.several |= call.target >= 0 && call.target != process;
        call.target = process;
        if (call.several) {
            table.forget(call.first);
        } else {
            bind(table, call.first, process, exact);
        }
    }

    /** Where a signal went through a pidfd and no signal_generate says to whom, the pidfd may name another by now. */
    private static void sentUnseen(Open call, FdTable table) {
        if (call.name.equals("pidfd_send_signal") && call.second != 0 && call.target < 0) {
            table.forget(call.first);
        }
    }

    /** A process_mrelease that kills, as some patches have it, kills whom its pidfd names first, and then who shares the mm. */
    private void killedByCall(Open call, FdTable table, int process) {
        Reap reap = call.reap;
        if (reap != null && call.target < 0) {
            call.target = process;
            table.unexplained(call.first).remove(reap);
            victims.put(reap.first().row(), new Victim(process, VictimBy.PIDFD));
            bind(table, call.first, process, exact);
        }
    }

    private void bind(FdTable table, int fd, int process, boolean sure) {
        for (Reap earlier : table.bind(fd, process, sure)) {
            if (!foundAnother(earlier, process)) {
                victims.put(earlier.first().row(), new Victim(process, VictimBy.PIDFD_LATER));
            }
        }
    }

    /** An -ESRCH says that no thread had an mm any more: it was not about a process of which one had it after the call. */
    private boolean foundAnother(Reap call, int process) {
        Moment exited = call.exited();
        return exited != null && call.ret() != null && call.ret() == ESRCH
                && processes.threads(process).stream().anyMatch(thread -> exitMm.lastWithMm(thread) > exited.row());
    }

    private Victim byElimination(Reap call) {
        boolean badFd = call.ret() != null && call.ret() == EBADF || call.entered() == null;
        int child = badFd ? -1 : tables.of(call.task()).onlyUnboundClone(call.first().row());
        return child < 0 ? Victim.UNKNOWN : new Victim(processes.of(child), VictimBy.CLONE_PIDFD);
    }
}
