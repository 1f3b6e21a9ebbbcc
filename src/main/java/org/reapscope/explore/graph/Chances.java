package org.reapscope.explore.graph;

import java.util.Arrays;

import org.reapscope.base.job.Progress;

/**
 * Exact probabilities under a stated scheduler. With cycles in the graph they are a limit, computed until no value changes
 * by more than 1e-12. 8 bytes a state.
 */
public final class Chances {

    private static final int OFTEN = 1 << 14;
    private static final double ENOUGH = 1e-12;

    private Chances() {}

    /** For every state the probability that a fact holds there or later. */
    public static double[] of(int fact, StateGraph graph, BackwardOrder order, Speeds speeds, Progress progress) {
        double[] chance = new double[graph.states()];
        double change;
        do {
            change = 0;
            for (int k = 0; k < order.size(); k++) {
                int state = order.state(k);
                double p = (graph.facts(state) >>> fact & 1) != 0 ? 1 : mean(chance, graph, state, speeds);
                change = Math.max(change, Math.abs(p - chance[state]));
                chance[state] = p;
                if (k % OFTEN == 0) {
                    progress.report(k, order.size());
                }
            }
        } while (!order.acyclic() && change > ENOUGH);
        return chance;
    }

    /** The mean of the successors' values. */
    static double mean(double[] value, StateGraph graph, int state, Speeds speeds) {
        double sum = 0;
        double weights = 0;
        for (int edge = graph.firstEdge(state); edge < graph.firstEdge(state + 1); edge++) {
            double speed = speeds.of(graph.edgeTask(edge));
            sum += speed * value[graph.edgeTo(edge)];
            weights += speed;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    /**
     * The probability of each end, in the order of {@link StateGraph#ends}; they sum to 1. Only for graphs without cycles.
     */
    public static double[] ofEnds(StateGraph graph, BackwardOrder order, Speeds speeds) {
        if (!order.acyclic()) {
            throw new IllegalArgumentException("some schedules never end");
        }
        double[] mass = new double[graph.states()];
        mass[0] = 1;
        for (int k = order.size() - 1; k >= 0; k--) {
            int state = order.state(k);
            int end = graph.firstEdge(state + 1);
            double weights = 0;
            for (int edge = graph.firstEdge(state); edge < end; edge++) {
                weights += speeds.of(graph.edgeTask(edge));
            }
            for (int edge = graph.firstEdge(state); edge < end; edge++) {
                mass[graph.edgeTo(edge)] += mass[state] * speeds.of(graph.edgeTask(edge)) / weights;
            }
        }
        return Arrays.stream(graph.ends()).mapToDouble(end -> mass[end]).toArray();
    }
}
