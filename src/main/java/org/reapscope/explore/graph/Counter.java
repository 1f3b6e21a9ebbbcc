package org.reapscope.explore.graph;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Progress;

/**
 * What a number comes to over a whole schedule: smallest, largest, and mean under a scheduler.
 *
 * @param fact the machine's fact whose value is looked at
 * @param kind what of it is counted
 */
public record Counter(int fact, Kind kind) {

    private static final int OFTEN = 1 << 14;

    /** What is counted. */
    public enum Kind {
        /** The value when the schedule ends. */
        AT_END,
        /** By how much it rises, all rises together: how often something begins. */
        RISES,
        /** Its sum over all states from which a step is taken: how many steps something lasts. */
        SUM
    }

    /** Smallest, largest and mean over all schedules. */
    public record Bounds(long min, long max, double mean) {}

    /**
     * Goes over all schedules.
     *
     * @return the bounds, or null if some schedule never ends
     */
    public @Nullable Bounds over(StateGraph graph, BackwardOrder order, Speeds speeds, Progress progress) {
        if (!order.acyclic()) {
            return null;
        }
        long[] min = new long[graph.states()];
        long[] max = new long[graph.states()];
        double[] mean = new double[graph.states()];
        for (int k = 0; k < order.size(); k++) {
            int state = order.state(k);
            int end = graph.firstEdge(state + 1);
            long here = graph.fact(state, fact);
            if (graph.firstEdge(state) == end) {
                min[state] = max[state] = kind == Kind.AT_END ? here : 0;
                mean[state] = min[state];
                continue;
            }
            long low = Long.MAX_VALUE;
            long high = Long.MIN_VALUE;
            double sum = 0;
            double weights = 0;
            for (int edge = graph.firstEdge(state); edge < end; edge++) {
                int to = graph.edgeTo(edge);
                long gain = switch (kind) {
                    case AT_END -> 0;
                    case RISES -> Math.max(0, graph.fact(to, fact) - here);
                    case SUM -> here;
                };
                double speed = speeds.of(graph.edgeTask(edge));
                low = Math.min(low, gain + min[to]);
                high = Math.max(high, gain + max[to]);
                sum += speed * (gain + mean[to]);
                weights += speed;
            }
            min[state] = low;
            max[state] = high;
            mean[state] = sum / weights;
            if (k % OFTEN == 0) {
                progress.report(k, order.size());
            }
        }
        return new Bounds(min[0], max[0], mean[0]);
    }
}
