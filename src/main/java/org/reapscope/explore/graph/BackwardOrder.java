package org.reapscope.explore.graph;

import java.util.Arrays;

import org.reapscope.base.job.Progress;

/**
 * The states of a graph, each after all that can be reached from it (as far as there are no cycles): the order in which
 * passes from the ends to the beginning are done in one go. Time and memory: linear.
 */
public final class BackwardOrder {

    private static final int OFTEN = 1 << 14;

    private final int[] order;
    private boolean acyclic = true;

    private BackwardOrder(int states) {
        order = new int[states];
    }

    /** The order of a graph with edges; states that were not expanded lead nowhere. */
    public static BackwardOrder of(StateGraph graph, Progress progress) {
        if (!graph.hasEdges()) {
            throw new IllegalArgumentException("needs a graph with edges");
        }
        BackwardOrder result = new BackwardOrder(graph.states());
        result.visit(graph, progress);
        return result;
    }

    /** Depth first from the beginning; a state is written down when it is left. */
    private void visit(StateGraph graph, Progress progress) {
        byte[] seen = new byte[order.length];
        int[] nextEdge = new int[1024];
        int[] stack = new int[1024];
        int done = 0;
        int top = 0;
        nextEdge[0] = graph.firstEdge(0);
        seen[0] = ON_STACK;
        while (top >= 0) {
            int state = stack[top];
            if (nextEdge[top] == graph.firstEdge(state + 1)) {
                seen[state] = LEFT;
                order[done++] = state;
                top--;
                if (done % OFTEN == 0) {
                    progress.report(done, order.length);
                }
                continue;
            }
            int to = graph.edgeTo(nextEdge[top]++);
            if (seen[to] == 0) {
                seen[to] = ON_STACK;
                if (++top == stack.length) {
                    stack = Arrays.copyOf(stack, 2 * top);
                    nextEdge = Arrays.copyOf(nextEdge, 2 * top);
                }
                stack[top] = to;
                nextEdge[top] = graph.firstEdge(to);
            } else if (seen[to] == ON_STACK) {
                acyclic = false;
            }
        }
    }

    private static final byte ON_STACK = 1;
    private static final byte LEFT = 2;

    /** The k-th state; those it leads to come before it, unless there is a cycle. */
    public int state(int k) {
        return order[k];
    }

    /** How many states there are. */
    public int size() {
        return order.length;
    }

    /** Whether every schedule ends: no state can be reached from itself. */
    public boolean acyclic() {
        return acyclic;
    }
}
