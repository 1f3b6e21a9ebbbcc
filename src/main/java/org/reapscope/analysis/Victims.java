package org.reapscope.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.errno.Signum;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/**
 * Which processes got a signal that they died of, or a SIGKILL whatever became of it. A fatal signal that is not SIGKILL is
 * turned into SIGKILL for every thread by complete_signal, which is what signal_deliver then shows; one that dumps core is
 * delivered as itself ({@code kernel/signal.c}).
 */
final class Victims {

    /** The beginning of one process's end. */
    static final class Draft {
        final int process;
        final int byTask;
        final int firstRow;
        final int signal;
        final List<Integer> signalRows = new ArrayList<>();
        final List<Reap> reaps = new ArrayList<>();
        boolean oom;
        boolean fatal;

        Draft(int process, int byTask, int firstRow, int signal) {
            this.process = process;
            this.byTask = byTask;
            this.firstRow = firstRow;
            this.signal = signal;
        }
    }

    private final Trace trace;
    private final Processes processes;
    private final Map<Integer, Draft> drafts = new LinkedHashMap<>();
    /** By process: the signals other than SIGKILL that it would die of unless it does something about them, as rows. */
    private final Map<Integer, List<Integer>> pending = new HashMap<>();

    private Victims(Trace trace, Processes processes) {
        this.trace = trace;
        this.processes = processes;
    }

    static Victims of(Trace trace, EventRows rows, Processes processes) {
        Victims victims = new Victims(trace, processes);
        rows.of(Tracepoint.SIGNAL_GENERATE, Tracepoint.SIGNAL_DELIVER, Tracepoint.MARK_VICTIM).forEach(victims::step);
        return victims;
    }

    /** In the order in which they were found. */
    Iterable<Draft> drafts() {
        return drafts.values();
    }

    @Nullable Draft of(int process) {
        return drafts.get(process);
    }

    /** The victim of a call, for whom no fatal signal was seen: it begins with the last signal it got, or with the call. */
    Draft asked(int process, Reap call) {
        Draft known = drafts.get(process);
        if (known != null) {
            return known;
        }
        List<Integer> before = pending.getOrDefault(process, List.of()).stream().filter(row -> row < end(call)).toList();
        Draft draft = before.isEmpty() ? new Draft(process, call.task(), call.first().row(), 0) : sent(process, before.getLast());
        drafts.put(process, draft);
        return draft;
    }

    private static int end(Reap call) {
        return call.exited() == null ? Integer.MAX_VALUE : Objects.requireNonNull(call.exited()).row();
    }

    private void step(int row) {
        switch (trace.tracepoint(row)) {
            case SIGNAL_GENERATE -> generated(row);
            case SIGNAL_DELIVER -> delivered(row);
            default -> {
                if (trace.object(row) >= 0) {
                    Draft draft = drafts.computeIfAbsent(processes.of(trace.object(row)),
                            process -> new Draft(process, trace.task(row), row, Signum.SIGKILL));
                    draft.oom = true;
                    draft.fatal = true;
                }
            }
        }
    }

    private void generated(int row) {
        long argument = trace.argument(row);
        int signal = Payload.signalNumber(argument);
        int result = Payload.signalResult(argument);
        if (trace.object(row) < 0) {
            return;
        }
        int process = processes.of(trace.object(row));
        if (signal == Signum.SIGKILL) {
            if (result == Signum.IGNORED && !drafts.containsKey(process)) {
                diedOfPending(process);
            }
            Draft draft = drafts.computeIfAbsent(process, p -> new Draft(p, trace.task(row), row, signal));
            draft.signalRows.add(row);
            draft.fatal |= result != Signum.IGNORED;
        } else if (signal == Signum.SIGCHLD && trace.task(row) != Task.IDLE) {
            if (Signum.diedOfSignal(Payload.signalCode(argument)) && !drafts.containsKey(processes.of(trace.task(row)))) {
                diedOfPending(processes.of(trace.task(row)));
            }
        } else if (Signum.fatalByDefault(signal) && result != Signum.IGNORED && !drafts.containsKey(process)) {
            pending.computeIfAbsent(process, p -> new ArrayList<>()).add(row);
        }
    }

    private void delivered(int row) {
        long argument = trace.argument(row);
        int signal = Payload.signalNumber(argument);
        int process = processes.of(trace.task(row));
        List<Integer> open = pending.get(process);
        if (open == null || drafts.containsKey(process)) {
            return;
        }
        if (signal == Signum.SIGKILL) {
            diedOfPending(process);
        } else if (Payload.handled(argument)) {
            open.removeIf(sent -> Payload.signalNumber(trace.argument(sent)) == signal);
        } else {
            open.stream().filter(sent -> Payload.signalNumber(trace.argument(sent)) == signal).reduce((a, b) -> b)
                    .ifPresent(sent -> drafts.put(process, fatal(sent(process, sent))));
        }
    }

    private void diedOfPending(int process) {
        List<Integer> open = pending.getOrDefault(process, List.of());
        if (!open.isEmpty()) {
            drafts.put(process, fatal(sent(process, open.getLast())));
        }
    }

    private Draft sent(int process, int row) {
        Draft draft = new Draft(process, trace.task(row), row, Payload.signalNumber(trace.argument(row)));
        draft.signalRows.add(row);
        return draft;
    }

    private static Draft fatal(Draft draft) {
        draft.fatal = true;
        return draft;
    }
}
