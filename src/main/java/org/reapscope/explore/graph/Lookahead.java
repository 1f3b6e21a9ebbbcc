package org.reapscope.explore.graph;

import java.util.BitSet;

import org.reapscope.base.job.Progress;

/**
 * For every state, which facts can still come to hold and which must.
 *
 * <p>Facts count as holding from the first state on in which they hold. A schedule that never ends (in a graph with cycles)
 * counts as one on which what has not happened never does. Where the graph is not complete, what is possible and what is certain
 * is so all the same; whatever else is unknown wherever a state can be reached that was not expanded. Immutable; 16 bytes a
 * state, linear time without cycles.
 */
public final class Lookahead {

    private static final int OFTEN = 1 << 14;

    private final StateGraph graph;
    private final long[] possible;
    private final long[] certain;
    private final BitSet open = new BitSet();

    private Lookahead(StateGraph graph) {
        this.graph = graph;
        this.possible = new long[graph.states()];
        this.certain = new long[graph.states()];
    }

    /** Looks ahead from every state of a graph with edges. */
    public static Lookahead of(StateGraph graph, BackwardOrder order, Progress progress) {
        Lookahead result = new Lookahead(graph);
        result.open.set(graph.expanded(), graph.states());
        for (int state = 0; state < graph.states(); state++) {
            result.possible[state] = graph.facts(state);
            result.certain[state] = result.possible[state];
            if (state % OFTEN == 0) {
                progress.report(state, 2L * graph.states());
            }
        }
        while (result.pass(order, progress) && !order.acyclic()) {
            // A cycle may need what a later state of this pass has just learnt.
        }
        return result;
    }

    /** From the ends to the beginning: possible if possible somewhere next, certain if certain everywhere next. */
    private boolean pass(BackwardOrder order, Progress progress) {
        boolean changed = false;
        for (int k = 0; k < order.size(); k++) {
            int state = order.state(k);
            int end = graph.firstEdge(state + 1);
            long some = 0;
            long all = graph.firstEdge(state) == end ? 0 : -1;
            boolean leads = false;
            for (int edge = graph.firstEdge(state); edge < end; edge++) {
                int to = graph.edgeTo(edge);
                some |= possible[to];
                all &= certain[to];
                leads |= open.get(to);
            }
            changed |= leads & !open.get(state);
            open.set(state, open.get(state) | leads);
            changed |= (some & ~possible[state] | all & ~certain[state]) != 0;
            possible[state] |= some;
            certain[state] |= all;
            if (k % OFTEN == 0) {
                progress.report(graph.states() + k, 2L * graph.states());
            }
        }
        return changed;
    }

    /** The graph that was looked at. */
    public StateGraph graph() {
        return graph;
    }

    /** Bit {@code k}: the k-th fact holds in this state or in one that can be reached from it. */
    public long possible(int state) {
        return possible[state];
    }

    /** Bit {@code k}: the k-th fact holds here, or will on every schedule from here to its end. */
    public long certain(int state) {
        return certain[state];
    }

    /** What is still open about a fact. */
    public Lamp lamp(int state, int fact) {
        if ((certain[state] >>> fact & 1) != 0) {
            return Lamp.CERTAIN;
        }
        return (possible[state] >>> fact & 1) != 0 ? Lamp.POSSIBLE : open.get(state) ? Lamp.UNKNOWN : Lamp.IMPOSSIBLE;
    }
}
