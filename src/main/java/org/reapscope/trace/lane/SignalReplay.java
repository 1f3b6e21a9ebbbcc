package org.reapscope.trace.lane;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/** Pairs signal_generate with the first signal_deliver of the same number in the target, or in its group. */
final class SignalReplay {

    private final Trace trace;
    private final IntSeq generated = new IntSeq();
    private final IntSeq delivered = new IntSeq();
    private final Map<Integer, Deque<Integer>> pendingByGroup = new HashMap<>();

    SignalReplay(Trace trace) {
        this.trace = trace;
    }

    void step(int row, Tracepoint tracepoint) {
        if (tracepoint == Tracepoint.SIGNAL_GENERATE && trace.object(row) >= 0) {
            generate(row);
        } else if (tracepoint == Tracepoint.SIGNAL_DELIVER) {
            deliver(row);
        }
    }

    Signals signals() {
        return new Signals(trace, generated.trimmed(), delivered.trimmed());
    }

    private void generate(int row) {
        if (Payload.signalResult(trace.argument(row)) == 0) {
            pendingByGroup.computeIfAbsent(group(trace.object(row)), g -> new ArrayDeque<>()).add(generated.size());
        }
        generated.add(row);
        delivered.add(-1);
    }

    private void deliver(int row) {
        Deque<Integer> pending = pendingByGroup.get(group(trace.task(row)));
        if (pending == null) {
            return;
        }
        for (Iterator<Integer> it = pending.iterator(); it.hasNext();) {
            int signal = it.next();
            long argument = trace.argument(generated.get(signal));
            boolean reaches = Payload.signalToGroup(argument) || trace.object(generated.get(signal)) == trace.task(row);
            if (reaches && Payload.signalNumber(argument) == Payload.signalNumber(trace.argument(row))) {
                delivered.set(signal, row);
                it.remove();
                return;
            }
        }
    }

    private int group(int task) {
        return trace.tasks().get(task).tgid();
    }
}
