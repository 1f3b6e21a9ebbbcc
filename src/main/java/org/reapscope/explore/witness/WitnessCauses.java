package org.reapscope.explore.witness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.reapscope.base.job.Progress;
import org.reapscope.explore.graph.Distance;
import org.reapscope.explore.graph.Lookahead;
import org.reapscope.explore.graph.StateGraph;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;

/**
 * Several witnesses of one fact that differ in their cause, not in their interleaving.
 *
 * <p>The cause of a run is its decisive step: the one after which the fact cannot be avoided any more. Two runs have the
 * same cause if tasks of the same role decide by the same step. For each cause a shortest run is given.
 */
public final class WitnessCauses {

    private static final int OFTEN = 1 << 14;

    private WitnessCauses() {}

    /**
     * A way in which a fact comes about.
     *
     * @param role the role of the task that decides
     * @param step the path of the decisive step in its program; empty if the fact was certain from the beginning
     * @param decisive the place of the decisive step in the schedule, from 0; -1 if there is none
     * @param witness a shortest run with this cause
     */
    public record Cause(String role, String step, int decisive, Witness witness) {}

    private record Edge(int from, int task, int length) {}

    /** All causes of a fact, those with the shortest runs first; none if it is impossible. */
    public static List<Cause> of(int fact, Lookahead lookahead, Distance distance, Progress progress) {
        StateGraph graph = lookahead.graph();
        Machine machine = graph.machine();
        if (distance.from(0) < 0) {
            return List.of();
        }
        if ((lookahead.certain(0) >>> fact & 1) != 0) {
            return List.of(new Cause("", "", -1, Witness.of(machine, distance.way(0))));
        }
        Map<String, Edge> best = new LinkedHashMap<>();
        for (int state = 0; state < graph.states(); state++) {
            if ((lookahead.certain(state) >>> fact & 1) == 0 && (lookahead.possible(state) >>> fact & 1) != 0) {
                decisiveEdges(fact, lookahead, distance, state, best);
            }
            if (state % OFTEN == 0) {
                progress.report(state, graph.states());
            }
        }
        List<Cause> causes = new ArrayList<>();
        best.forEach((cause, edge) -> causes.add(cause(graph, distance, edge)));
        causes.sort(java.util.Comparator.comparingInt(c -> c.witness().steps()));
        return causes;
    }

    private static void decisiveEdges(int fact, Lookahead lookahead, Distance distance, int state,
            Map<String, Edge> best) {
        StateGraph graph = lookahead.graph();
        for (int edge = graph.firstEdge(state); edge < graph.firstEdge(state + 1); edge++) {
            int to = graph.edgeTo(edge);
            if ((lookahead.certain(to) >>> fact & 1) != 0) {
                int task = graph.edgeTask(edge);
                int length = graph.depth(state) + 1 + distance.from(to);
                String cause = role(graph, task) + ' ' + step(graph, state, task);
                Edge known = best.get(cause);
                if (known == null || length < known.length) {
                    best.put(cause, new Edge(state, task, length));
                }
            }
        }
    }

    private static Cause cause(StateGraph graph, Distance distance, Edge edge) {
        int[] before = graph.path(edge.from);
        int[] after = distance.way(graph.next(edge.from, edge.task));
        int[] schedule = new int[before.length + 1 + after.length];
        System.arraycopy(before, 0, schedule, 0, before.length);
        schedule[before.length] = edge.task;
        System.arraycopy(after, 0, schedule, before.length + 1, after.length);
        return new Cause(role(graph, edge.task), step(graph, edge.from, edge.task), before.length,
                Witness.of(graph.machine(), schedule));
    }

    private static String role(StateGraph graph, int task) {
        return graph.machine().spec().tasks().get(task).role();
    }

    private static String step(StateGraph graph, int state, int task) {
        return graph.machine().next(graph.state(state), 0, task).map(LinkedStep::path).orElse("");
    }
}
