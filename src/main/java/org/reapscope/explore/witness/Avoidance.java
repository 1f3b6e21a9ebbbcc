package org.reapscope.explore.witness;

import java.util.Arrays;
import java.util.Optional;

import org.reapscope.base.job.Progress;
import org.reapscope.explore.graph.StateGraph;

/**
 * A schedule on which a fact never comes to hold: it leads to an end without it, or it goes round for ever before it.
 *
 * @param way the schedule; of a round trip the way to it, and then once round
 * @param cycle how many of its last steps may be repeated for ever; 0 if the schedule ends
 */
public record Avoidance(Witness way, int cycle) {

    private static final int OFTEN = 1 << 14;

    /** How many steps lead to where it ends or begins to go round. */
    public int stem() {
        return way.steps() - cycle;
    }

    /**
     * A schedule past a fact that stays true once it holds: a shortest one to an end, where there is one, else the nearest
     * round trip.
     *
     * @param graph what was found; with edges, or only ends are looked at
     * @return nothing if the graph has none: the fact cannot be avoided, or not everything was looked at
     */
    public static Optional<Avoidance> of(StateGraph graph, int fact, Progress progress) {
        for (int end : graph.ends()) {
            if (!holds(graph, end, fact)) {
                return Optional.of(new Avoidance(Witness.of(graph.machine(), graph.path(end)), 0));
            }
        }
        return graph.hasEdges() ? new RoundTrip(graph, fact).found(progress) : Optional.empty();
    }

    private static boolean holds(StateGraph graph, int state, int fact) {
        return (graph.facts(state) >>> fact & 1) != 0;
    }

    /** Looks among the states without the fact for one that leads back to itself. */
    private static final class RoundTrip {

        private static final byte ON_STACK = 1;
        private static final byte LEFT = 2;

        private final StateGraph graph;
        private final int fact;
        private final byte[] seen;
        private int[] stack = new int[1024];
        private int[] nextEdge = new int[1024];
        private int top = -1;
        private int nearest = -1;

        RoundTrip(StateGraph graph, int fact) {
            this.graph = graph;
            this.fact = fact;
            this.seen = new byte[graph.states()];
        }

        Optional<Avoidance> found(Progress progress) {
            if (holds(graph, 0, fact)) {
                return Optional.empty();
            }
            search(progress);
            if (nearest < 0) {
                return Optional.empty();
            }
            int[] stem = graph.path(nearest);
            int[] round = round(nearest);
            int[] way = Arrays.copyOf(stem, stem.length + round.length);
            System.arraycopy(round, 0, way, stem.length, round.length);
            return Optional.of(new Avoidance(Witness.of(graph.machine(), way), round.length));
        }

        /** Depth first; a step to a state that is on the way there closes a round. */
        private void search(Progress progress) {
            push(0);
            for (long done = 0; top >= 0; done++) {
                if (done % OFTEN == 0) {
                    progress.report(done, graph.transitions());
                }
                int state = stack[top];
                if (nextEdge[top] == graph.firstEdge(state + 1)) {
                    seen[state] = LEFT;
                    top--;
                    continue;
                }
                int to = graph.edgeTo(nextEdge[top]++);
                if (seen[to] == ON_STACK) {
                    nearest = nearest < 0 ? to : Math.min(nearest, to);
                } else if (seen[to] == 0 && !holds(graph, to, fact)) {
                    push(to);
                }
            }
        }

        private void push(int state) {
            if (++top == stack.length) {
                stack = Arrays.copyOf(stack, 2 * top);
                nextEdge = Arrays.copyOf(nextEdge, 2 * top);
            }
            stack[top] = state;
            nextEdge[top] = graph.firstEdge(state);
            seen[state] = ON_STACK;
        }

        /** The shortest way from a state back to it, breadth first. */
        private int[] round(int home) {
            int[] from = new int[graph.states()];
            byte[] task = new byte[graph.states()];
            Arrays.fill(from, -1);
            int[] queue = new int[graph.states() + 1];
            int end = 1;
            queue[0] = home;
            for (int k = 0; from[home] < 0; k++) {
                int state = queue[k];
                for (int edge = graph.firstEdge(state); edge < graph.firstEdge(state + 1); edge++) {
                    int to = graph.edgeTo(edge);
                    if (from[to] < 0 && !holds(graph, to, fact)) {
                        from[to] = state;
                        task[to] = (byte) graph.edgeTask(edge);
                        queue[end++] = to;
                    }
                }
            }
            int length = 0;
            int at = home;
            do {
                length++;
                at = from[at];
            } while (at != home);
            int[] round = new int[length];
            do {
                round[--length] = task[at];
                at = from[at];
            } while (at != home);
            return round;
        }
    }
}
