package org.reapscope.explore;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.EnoughFound;
import org.reapscope.base.job.Progress;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.graph.AfterStep;
import org.reapscope.explore.graph.BackwardOrder;
import org.reapscope.explore.graph.BreadthFirst;
import org.reapscope.explore.graph.Chances;
import org.reapscope.explore.graph.Counter;
import org.reapscope.explore.graph.Lookahead;
import org.reapscope.explore.graph.Speeds;
import org.reapscope.explore.graph.StateGraph;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.reduce.Reduced;
import org.reapscope.explore.witness.Avoidance;
import org.reapscope.explore.witness.CheapestFirst;
import org.reapscope.explore.witness.CostOrder;
import org.reapscope.explore.witness.Witness;
import org.reapscope.kernel.Machine;

/** Takes the answers to properties out of what the searches found. */
final class Answers {

    private static final long BYTES_FOR_THE_BEST = 1L << 26;

    private final Machine machine;
    private final @Nullable StateGraph graph;
    private final Reduced.@Nullable Result reduced;
    private final Request request;
    private final Budget budget;
    private final Status.Listener listener;
    private final Progress progress;
    private @Nullable BackwardOrder order;
    private @Nullable Lookahead lookahead;
    private long found;
    private boolean ended;
    private boolean endedEarly;
    private @Nullable List<Optional<Witness>> shortest;
    private @Nullable List<Optional<Witness>> calmest;
    private @Nullable StateGraph nearest;

    Answers(Machine machine, List<Property> properties, @Nullable StateGraph graph, Reduced.@Nullable Result reduced, Request request, Budget budget,
            Status.Listener listener, boolean ended) {
        this.machine = machine;
        this.graph = graph;
        this.reduced = reduced;
        this.request = request;
        this.budget = budget;
        this.listener = listener;
        this.ended = ended;
        int states = graph == null ? 0 : graph.states();
        this.progress = (done, total) -> listener.at(new Status(states, done, 0, 0, 0, 0));
        if (graph != null && graph.complete() && graph.hasEdges()) {
            BackwardOrder backward = unlessEnded(() -> BackwardOrder.of(graph, progress));
            order = backward;
            lookahead = backward == null ? null : unlessEnded(() -> Lookahead.of(graph, backward, progress));
            endedEarly = lookahead == null;
        }
        for (Property p : properties) {
            int fact = p.isAboutEver() ? machine.fact(p.fact()) : -1;
            found |= fact >= 0 && happens(verdict(fact)) ? 1L << fact : 0;
        }
    }

    /** Whether somebody had enough before it was known what the states that were found come to. */
    boolean endedEarly() {
        return endedEarly;
    }

    /** Does something that takes long; nothing, and from then on nothing long any more, if the listener has enough. */
    private <T> @Nullable T unlessEnded(Supplier<? extends @Nullable T> work) {
        if (ended) {
            return null;
        }
        try {
            return work.get();
        } catch (EnoughFound e) {
            ended = true;
            return null;
        }
    }

    private static boolean happens(Verdict verdict) {
        return verdict == Verdict.POSSIBLE || verdict == Verdict.ALWAYS;
    }

    Answer to(Property p) {
        return switch (p.kind()) {
            case REACH, NEVER, ALWAYS, INEVITABLE, PROBABILITY -> aboutFact(p);
            case DEADLOCK -> aboutDeadlock(p);
            case AFTER -> aboutStep(p);
            case MAX, MIN, MEAN -> new Answer(p, Verdict.UNKNOWN, number(p), null, null, null);
        };
    }

    private Answer aboutFact(Property p) {
        int fact = machine.fact(p.fact());
        Verdict verdict = verdict(fact);
        Double chance = request.numbers() ? chance(fact, Speeds.uniform(machine.tasks())) : null;
        Double value = p.kind() == Property.Kind.PROBABILITY ? chance(fact, speeds(p)) : null;
        return new Answer(p, verdict, value, chance, happens(verdict) && request.witnesses() ? shortest(fact) : null,
                happens(verdict) && request.witnesses() ? fewestPreemptions(fact) : null,
                p.kind() == Property.Kind.INEVITABLE && verdict != Verdict.ALWAYS ? avoiding(fact) : null);
    }

    /** Cheap beside the search, so also where no other schedules are asked for. */
    private @Nullable Avoidance avoiding(int fact) {
        StateGraph all = graph;
        if (all != null) {
            Optional<Avoidance> found = unlessEnded(() -> Avoidance.of(all, fact, progress));
            return found == null ? null : found.orElse(null);
        }
        if (reduced == null || reduced.ends().isEmpty() || (reduced.heldAtAllEnds() >>> fact & 1) != 0) {
            return null;
        }
        return new Avoidance(Witness.of(machine, reduced.waysAround().get(fact)), 0);
    }

    private Verdict verdict(int fact) {
        long bit = 1L << fact;
        if (lookahead != null) {
            return (lookahead.certain(0) & bit) != 0 ? Verdict.ALWAYS
                    : (lookahead.possible(0) & bit) != 0 ? Verdict.POSSIBLE : Verdict.NEVER;
        }
        if (reduced != null && reduced.decides()) {
            return (reduced.heldAtAllEnds() & bit) != 0 ? Verdict.ALWAYS
                    : (reduced.held() & bit) != 0 ? Verdict.POSSIBLE : Verdict.NEVER;
        }
        boolean seen = graph != null && graph.firstWith(fact) >= 0 || reduced != null && (reduced.held() & bit) != 0;
        return seen ? Verdict.POSSIBLE : graph != null && graph.complete() && !endedEarly ? Verdict.NEVER : Verdict.UNKNOWN;
    }

    private @Nullable Double chance(int fact, Speeds speeds) {
        StateGraph all = graph;
        BackwardOrder backward = order;
        return all == null || backward == null ? null : unlessEnded(() -> Chances.of(fact, all, backward, speeds, progress)[0]);
    }

    private Speeds speeds(Property p) {
        Speeds speeds = Speeds.uniform(machine.tasks());
        for (int t = 0; t < machine.tasks(); t++) {
            speeds = speeds.with(t, p.speeds().getOrDefault(machine.spec().tasks().get(t).name(), 1.0));
        }
        return speeds;
    }

    /** Of the shortest schedules one with the fewest preemptions; if that takes too much memory, any shortest one. */
    private @Nullable Witness shortest(int fact) {
        if (shortest == null) {
            Budget little = budget.withBytes(Math.min(budget.bytes(), BYTES_FOR_THE_BEST));
            shortest = unlessEnded(() -> CheapestFirst.toEach(found, machine, CostOrder.STEPS_THEN_PREEMPTIONS, little, listener));
        }
        return shortest == null ? anyShortest(fact) : shortest.get(fact).orElseGet(() -> anyShortest(fact));
    }

    private @Nullable Witness anyShortest(int fact) {
        if (nearest == null) {
            long wanted = 0;
            for (int k = 0; k < machine.spec().facts().size(); k++) {
                boolean missing = shortest != null && shortest.get(k).isEmpty();
                wanted |= missing ? found & 1L << k : 0;
            }
            long all = wanted;
            nearest = graph != null ? graph : unlessEnded(() -> BreadthFirst.until(machine, all, budget, listener));
        }
        StateGraph some = nearest;
        int state = some == null ? -1 : some.firstWith(fact);
        return some == null || state < 0 ? null : Witness.of(machine, some.path(state));
    }

    private @Nullable Witness fewestPreemptions(int fact) {
        if (calmest == null) {
            calmest = unlessEnded(() -> CheapestFirst.toEach(found, machine, CostOrder.PREEMPTIONS_THEN_STEPS, budget, listener));
        }
        return calmest == null ? null : calmest.get(fact).orElse(null);
    }

    private Answer aboutDeadlock(Property p) {
        if (graph == null && reduced != null) {
            boolean stuck = reduced.deadlocks() > 0;
            return new Answer(p, stuck ? Verdict.POSSIBLE : reduced.decides() ? Verdict.NEVER : Verdict.UNKNOWN, null, null,
                    stuck && request.witnesses() ? Witness.of(machine, reduced.wayToDeadlock()) : null, null);
        }
        StateGraph all = java.util.Objects.requireNonNull(graph);
        for (int end : all.ends()) {
            if (all.deadlocked(end)) {
                return new Answer(p, Verdict.POSSIBLE, null, null, Witness.of(machine, all.path(end)), null);
            }
        }
        return new Answer(p, all.complete() ? Verdict.NEVER : Verdict.UNKNOWN, null, null, null, null);
    }

    private Answer aboutStep(Property p) {
        StateGraph all = java.util.Objects.requireNonNull(graph);
        int[] broken = unlessEnded(() -> AfterStep.firstBroken(all, p.steps(), machine.fact(p.fact()), progress));
        if (broken == null) {
            return new Answer(p, Verdict.UNKNOWN, null, null, null, null);
        }
        Verdict verdict = broken.length > 0 ? Verdict.POSSIBLE : all.complete() ? Verdict.NEVER : Verdict.UNKNOWN;
        return new Answer(p, verdict, null, null, broken.length > 0 ? Witness.of(machine, broken) : null, null);
    }

    private @Nullable Double number(Property p) {
        if (graph == null || order == null) {
            return null;
        }
        Counter counter = new Counter(machine.fact(p.fact()), Counter.Kind.valueOf(p.count().name()));
        StateGraph all = graph;
        BackwardOrder backward = order;
        Counter.Bounds bounds = unlessEnded(() -> counter.over(all, backward, speeds(p), progress));
        if (bounds == null) {
            return null;
        }
        return switch (p.kind()) {
            case MAX -> (double) bounds.max();
            case MIN -> (double) bounds.min();
            default -> bounds.mean();
        };
    }
}
