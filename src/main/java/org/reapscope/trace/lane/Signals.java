package org.reapscope.trace.lane;

import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;

/** The signals of a trace in time order: who sent each, to whom, and who took it. Immutable. 12 bytes a signal. */
public final class Signals {

    private final Trace trace;
    private final int[] generated;
    private final int[] delivered;
    /** The last row of any signal up to this one. */
    private final int[] latest;

    Signals(Trace trace, int[] generated, int[] delivered) {
        this.trace = trace;
        this.generated = generated;
        this.delivered = delivered;
        latest = new int[generated.length];
        int last = -1;
        for (int i = 0; i < latest.length; i++) {
            last = Math.max(last, Math.max(generated[i], delivered[i]));
            latest[i] = last;
        }
    }

    public int size() {
        return generated.length;
    }

    /** The row of signal_generate. */
    public int generatedRow(int signal) {
        return generated[signal];
    }

    /** The row of the first signal_deliver that answers it, -1 if the trace has none. */
    public int deliveredRow(int signal) {
        return delivered[signal];
    }

    public int sender(int signal) {
        return trace.task(generated[signal]);
    }

    /** The task that signal_generate names. */
    public int target(int signal) {
        return trace.object(generated[signal]);
    }

    /** Signal number. */
    public int number(int signal) {
        return Payload.signalNumber(trace.argument(generated[signal]));
    }

    /** Whether it was queued at all: neither ignored, nor pending already, nor lost. */
    public boolean queued(int signal) {
        return Payload.signalResult(trace.argument(generated[signal])) == 0;
    }

    /** The first signal generated at or after this time, {@link #size} if none. O(log n). */
    public int firstAtOrAfter(long ns) {
        int low = 0;
        int high = generated.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (trace.tsNs(generated[middle]) < ns) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first signal that was on its way at this time or after it, {@link #size} if none was. O(log n). */
    public int firstReaching(long ns) {
        int row = trace.rowAtOrAfter(ns);
        int low = 0;
        int high = latest.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (latest[middle] < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    long bytes() {
        return 12L * generated.length;
    }
}
