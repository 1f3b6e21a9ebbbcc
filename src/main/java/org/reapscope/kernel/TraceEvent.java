package org.reapscope.kernel;

import java.util.List;

/**
 * A tracepoint that was passed, with its values.
 *
 * @param event name with system
 * @param task in whose context
 * @param values the arguments, in the order of the event's format
 */
public record TraceEvent(String event, int task, List<Value> values) {

    /** Keeps a copy. */
    public TraceEvent {
        values = List.copyOf(values);
    }

    /** An argument's value. */
    public record Value(String name, TraceCall.Kind kind, int value) {}
}
