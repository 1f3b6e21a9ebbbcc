package org.reapscope.explore.graph;

import java.util.Arrays;

import org.reapscope.base.job.Progress;

/** For every state the fewest steps from there to one in which a fact holds: for hints. Immutable; 4 bytes a state. */
public final class Distance {

    private static final int OFTEN = 1 << 14;
    private static final int NEVER = Integer.MAX_VALUE;

    private final StateGraph graph;
    private final int[] steps;

    private Distance(StateGraph graph) {
        this.graph = graph;
        this.steps = new int[graph.states()];
    }

    /** The distances to a fact in a complete graph with edges. */
    public static Distance to(int fact, StateGraph graph, BackwardOrder order, Progress progress) {
        Distance result = new Distance(graph);
        Arrays.fill(result.steps, NEVER);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int k = 0; k < order.size(); k++) {
                int state = order.state(k);
                int best = (graph.facts(state) >>> fact & 1) != 0 ? 0 : NEVER;
                for (int edge = graph.firstEdge(state); edge < graph.firstEdge(state + 1) && best > 0; edge++) {
                    int next = result.steps[graph.edgeTo(edge)];
                    best = next == NEVER ? best : Math.min(best, next + 1);
                }
                changed |= best < result.steps[state];
                result.steps[state] = best;
                if (k % OFTEN == 0) {
                    progress.report(k, order.size());
                }
            }
            changed &= !order.acyclic();
        }
        return result;
    }

    /** The fewest steps, or -1 if no schedule leads there. */
    public int from(int state) {
        return steps[state] == NEVER ? -1 : steps[state];
    }

    /** The tasks whose step is on a shortest way, as bits; 0 if there is no way, or it holds already. */
    public long bestTasks(int state) {
        long best = 0;
        for (int edge = graph.firstEdge(state); edge < graph.firstEdge(state + 1); edge++) {
            int next = steps[graph.edgeTo(edge)];
            if (steps[state] != NEVER && next != NEVER && next + 1 == steps[state]) {
                best |= 1L << graph.edgeTask(edge);
            }
        }
        return best;
    }

    /** The tasks on a shortest way from a state, one after the other; empty if there is none. */
    public int[] way(int state) {
        int[] way = new int[Math.max(0, from(state))];
        int at = state;
        for (int k = 0; k < way.length; k++) {
            int task = Long.numberOfTrailingZeros(bestTasks(at));
            way[k] = task;
            at = graph.next(at, task);
        }
        return way;
    }
}
