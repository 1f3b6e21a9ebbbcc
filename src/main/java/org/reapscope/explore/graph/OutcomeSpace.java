package org.reapscope.explore.graph;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.EnoughFound;
import org.reapscope.base.job.Progress;
import org.reapscope.explore.base.Budget;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Machine;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;

/**
 * Every state of a scenario with what is still possible from it. States are found by walking: the machine that is stepped
 * keeps more fields than the one that is searched, but both take the same steps. Immutable.
 */
public final class OutcomeSpace {

    private final Scenario scenario;
    private final List<String> properties;
    private final BackwardOrder order;
    private final Lookahead lookahead;
    private final double[] @Nullable [] chances;
    private final @Nullable Distance[] distances;

    private OutcomeSpace(Scenario scenario, BackwardOrder order, Lookahead lookahead, double[] @Nullable [] chances,
            @Nullable Distance[] distances) {
        this.scenario = scenario;
        this.order = order;
        this.lookahead = lookahead;
        this.chances = chances;
        this.distances = distances;
        properties = lookahead.graph().machine().spec().facts().stream().map(Fact::name).toList();
    }

    /**
     * Looks at every state; if {@code progress} has enough, at those that were found by then.
     *
     * @param limit the most states to look at
     * @throws TooManyStates if there are more, or they do not fit into memory
     * @throws org.reapscope.base.job.Cancelled if {@code progress} says so
     */
    public static OutcomeSpace of(Scenario scenario, int limit, Progress progress) {
        Machine machine = ScenarioSystem.toExplore(scenario).spec().build();
        boolean[] ended = {false};
        Progress patient = (done, total) -> {
            try {
                progress.report(done, total);
            } catch (EnoughFound e) {
                ended[0] = true;
            }
        };
        StateGraph graph = BreadthFirst.withEdges(machine, Budget.standard(), status -> {
            patient.report(status.states(), -1);
            if (ended[0]) {
                throw new EnoughFound();
            }
            if (status.states() > limit) {
                throw new TooManyStates(limit);
            }
        });
        if (!graph.complete() && !ended[0]) {
            throw new TooManyStates(graph.expanded());
        }
        BackwardOrder order = BackwardOrder.of(graph, patient);
        int facts = machine.spec().facts().size();
        return new OutcomeSpace(scenario, order, Lookahead.of(graph, order, patient), new double[facts][], new Distance[facts]);
    }

    /** Whether every state was looked at; if not, what can be read of it is so, but some lamps are {@link Lamp#UNKNOWN}. */
    public boolean complete() {
        return lookahead.graph().complete();
    }

    /** The same with probabilities and distances of every property; they need a {@link #complete} space. */
    public OutcomeSpace measured(Progress progress) {
        StateGraph graph = lookahead.graph();
        double[][] newChances = new double[properties.size()][];
        @Nullable Distance[] newDistances = new Distance[properties.size()];
        Speeds uniform = Speeds.uniform(graph.machine().tasks());
        for (int fact = 0; fact < properties.size(); fact++) {
            newChances[fact] = Chances.of(fact, graph, order, uniform, progress);
            newDistances[fact] = Distance.to(fact, graph, order, progress);
        }
        return new OutcomeSpace(scenario, order, lookahead, newChances, newDistances);
    }

    /** What was looked at; the answers hold for nothing else. */
    public Scenario scenario() {
        return scenario;
    }

    /** The properties, in the order of the machine's facts. */
    public List<String> properties() {
        return properties;
    }

    public Lookahead lookahead() {
        return lookahead;
    }

    public int states() {
        return lookahead.graph().states();
    }

    /** The states that a schedule passes, the first one included; -1 from the step on that cannot be taken or was not looked at. O(steps). */
    public int[] walk(int[] schedule) {
        int[] states = new int[schedule.length + 1];
        for (int k = 0; k < schedule.length; k++) {
            states[k + 1] = states[k] < 0 ? -1 : next(states[k], schedule[k]);
        }
        return states;
    }

    /** The state that a task's step leads to, -1 if it cannot step or was not looked at. */
    public int next(int state, int task) {
        return lookahead.graph().next(state, task);
    }

    /** What is still open about a property; unknown in state -1. */
    public Lamp lamp(int state, int property) {
        return state < 0 ? Lamp.UNKNOWN : lookahead.lamp(state, property);
    }

    /** The probability that a property comes to hold, every task that can step being equally likely to be next; NaN while unknown. */
    public double chance(int state, int property) {
        double[] known = chances[property];
        return known == null ? Double.NaN : known[state];
    }

    /** The fewest steps until a property holds, -1 if it cannot or nobody knows them. */
    public int steps(int state, int property) {
        Distance known = distances[property];
        return known == null ? -1 : known.from(state);
    }

    /** The tasks on a shortest way from a state to a property, one after the other; empty if there is none, it holds, or nobody knows. */
    public int[] way(int state, int property) {
        Distance known = distances[property];
        return known == null ? new int[0] : known.way(state);
    }

    /** The tasks whose step is on a shortest way to a property, in order; none if there is no way, or it holds. */
    public List<Integer> bestTasks(int state, int property) {
        Distance known = distances[property];
        long best = known == null ? 0 : known.bestTasks(state);
        return IntStream.range(0, Long.SIZE).filter(t -> (best >>> t & 1) != 0).boxed().toList();
    }
}
