package org.reapscope.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Figures;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.CounterLane;
import org.reapscope.trace.lane.Lane;
import org.reapscope.trace.lane.SpanLane;
import org.reapscope.trace.lane.StateLane;
import org.reapscope.trace.lane.TaskState;

/** Sums up what a lane shows within a range: time by state, waits and holds, the change of a counter. */
public final class Aggregate {

    private static final int MOST_STATES = 4;

    private Aggregate() {}

    /** One line for people, without the lane's name; empty if nothing is known. O(intervals in the range). */
    public static String of(Trace trace, Lane lane, long fromNs, long toNs) {
        return switch (lane) {
            case StateLane states -> states(trace, states, fromNs, toNs);
            case SpanLane spans -> spans(trace, spans, fromNs, toNs);
            case CounterLane counter -> counter(counter, fromNs, toNs);
        };
    }

    /** Time in every state within the range, by {@link TaskState#ordinal}. */
    static long[] timeByState(StateLane lane, long fromNs, long toNs) {
        long[] sums = new long[TaskState.values().length];
        for (int i = Math.max(0, lane.at(fromNs)); i < lane.size() && lane.startNs(i) < toNs; i++) {
            long overlap = Math.min(toNs, lane.endNs(i)) - Math.max(fromNs, lane.startNs(i));
            sums[lane.state(i).ordinal()] += Math.max(0, overlap);
        }
        return sums;
    }

    private static String states(Trace trace, StateLane lane, long fromNs, long toNs) {
        long[] sums = timeByState(lane, fromNs, toNs);
        List<TaskState> present = new ArrayList<>();
        for (TaskState state : TaskState.values()) {
            if (sums[state.ordinal()] > 0) {
                present.add(state);
            }
        }
        present.sort(Comparator.comparingLong((TaskState state) -> -sums[state.ordinal()]));
        return present.stream().limit(MOST_STATES).map(state -> state.title() + " " + ClockFigures.of(trace).length(sums[state.ordinal()]))
                .collect(Collectors.joining(", "));
    }

    private static String spans(Trace trace, SpanLane lane, long fromNs, long toNs) {
        int waits = 0;
        long waited = 0;
        long held = 0;
        for (int span : lane.touchingNs(fromNs, toNs)) {
            long got = lane.acquiredRow(span) < 0 ? lane.endNs(span) : trace.tsNs(lane.acquiredRow(span));
            if (lane.waited(span)) {
                waits++;
                waited += overlap(lane.startNs(span), got, fromNs, toNs);
            }
            held += lane.holdNs(span) > 0 ? overlap(got, lane.endNs(span), fromNs, toNs) : 0;
        }
        String holds = held > 0 ? "held " + ClockFigures.of(trace).length(held) + " in all" : "";
        String waiting = waits == 0 ? "" : Figures.count(waits, "wait") + ", " + ClockFigures.of(trace).length(waited) + " in all";
        return holds + (holds.isEmpty() || waiting.isEmpty() ? "" : ", ") + waiting;
    }

    private static String counter(CounterLane lane, long fromNs, long toNs) {
        int last = lane.at(toNs);
        return last < 0 ? "" : counted(lane, lane.at(fromNs), fromNs) + " → " + counted(lane, last, toNs);
    }

    private static String counted(CounterLane lane, int step, long ns) {
        if (step < 0) {
            return "unknown";
        }
        String told = Figures.bytes(Math.max(0, lane.value(step)));
        return lane.holds(step) || lane.startNs(step) == ns ? told : "unknown (" + told + " when last told)";
    }

    private static long overlap(long start, long end, long fromNs, long toNs) {
        return Math.max(0, Math.min(end, toNs) - Math.max(start, fromNs));
    }
}
