package org.reapscope.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.EnoughFound;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.graph.BreadthFirst;
import org.reapscope.explore.graph.StateGraph;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.property.PropertyParser;
import org.reapscope.explore.property.Vocabulary;
import org.reapscope.explore.reduce.Reduced;
import org.reapscope.explore.reduce.Stability;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;

/**
 * Answers properties about all schedules of a machine, by whatever sound means is fastest: a reduced search where that
 * decides, a visit to every state where numbers are wanted and they fit, and never more than was found.
 */
public final class Explorer {

    private final Machine machine;
    private final List<Property> properties;
    private final Request request;
    private final Budget budget;
    private final Status.Listener listener;
    private boolean ended;

    private Explorer(MachineSpec spec, List<Property> properties, Request request, Budget budget,
            Status.Listener listener) {
        this.machine = spec.withFacts(facts(properties, spec)).build();
        this.properties = properties;
        this.request = request;
        this.budget = budget;
        this.listener = status -> {
            try {
                listener.at(status);
            } catch (EnoughFound e) {
                ended = true;
                throw e;
            }
        };
    }

    /**
     * Explores a machine. If the listener has enough, the report has what was found so far.
     *
     * @param spec the machine; its facts are replaced by those that the properties want
     * @param properties as text ({@link PropertyParser})
     * @throws org.reapscope.explore.property.PropertyException if a property cannot be understood
     * @throws org.reapscope.base.job.Cancelled if the listener says so
     */
    public static Report explore(MachineSpec spec, List<String> properties, Request request, Budget budget,
            Status.Listener listener) {
        return new Explorer(spec, parse(properties, spec), request, budget, listener).report();
    }

    /**
     * Reads properties about a machine.
     *
     * @throws org.reapscope.explore.property.PropertyException if one cannot be understood
     */
    public static List<Property> parse(List<String> properties, MachineSpec spec) {
        Vocabulary words = new Vocabulary(spec);
        return properties.stream().map(p -> PropertyParser.parse(p, words)).toList();
    }

    /**
     * The facts that a machine must be asked for to answer these properties. What may cease to hold is latched where the
     * question is whether it ever held.
     */
    public static List<Fact> facts(List<Property> properties, MachineSpec spec) {
        Stability stability = new Stability(spec);
        Map<String, Fact> wanted = new LinkedHashMap<>();
        properties.forEach(p -> p.wants().forEach(fact -> wanted.putIfAbsent(fact.name(), fact)));
        for (Property p : properties) {
            Fact asked = wanted.get(p.fact());
            if (asked != null && p.isAboutEver() && !stability.isStable(asked)) {
                wanted.put(asked.name(), Fact.ever(asked.name(), asked.value()));
            }
        }
        return List.copyOf(wanted.values());
    }

    private Report report() {
        String why = whyEveryState();
        Reduced.Result reduced = null;
        if (why.isEmpty()) {
            reduced = Reduced.of(machine, budget, listener);
            why = !reduced.complete() ? "the reduced search ran out of memory"
                    : reduced.cyclic() ? "some schedules never end, so the reduced search cannot decide" : "";
        }
        boolean decided = reduced != null && reduced.decides();
        StateGraph graph = decided ? forNumbers() : ended ? null : BreadthFirst.withEdges(machine, budget, listener);
        if (!decided && !ended && graph != null && !graph.complete()) {
            // Edges took memory that states need.
            graph = BreadthFirst.all(machine, budget, listener);
            why = graph.complete() ? "edges did not fit: no probabilities" : "memory ran out: " + graph.expanded() + " of "
                    + graph.states() + " states were looked at, others were not found at all";
        }
        Answers answers = new Answers(machine, properties, graph, reduced, request, budget, listener, ended);
        List<Answer> all = properties.stream().map(answers::to).toList();
        if (ended && decided) {
            why = "ended before schedules and probabilities were known";
        }
        if (graph != null && (request.everyState() || !decided)) {
            boolean exact = graph.complete() && !answers.endedEarly();
            return new Report(exact, exact ? Report.Method.EVERY_STATE : ended ? Report.Method.ENDED : Report.Method.PARTIAL,
                    ended ? "" : why, graph.states(), graph.transitions(), graph.depth(), graph.ends().length, neverTaken(graph), all);
        }
        Reduced.Result found = java.util.Objects.requireNonNull(reduced);
        return new Report(decided, decided ? Report.Method.REDUCED : Report.Method.ENDED, decided ? why : "", found.states(),
                found.transitions(), found.depth(), found.ends().size(), List.of(), all);
    }

    /** Why a reduced search will not do; empty if it may be tried. */
    private String whyEveryState() {
        if (request.everyState()) {
            return "every state was asked for";
        }
        long asked = 0;
        for (Property p : properties) {
            if (!p.isVerdict() || p.kind() == Property.Kind.AFTER) {
                return p.text() + " depends on all interleavings";
            }
            asked |= p.kind() == Property.Kind.DEADLOCK ? 0 : 1L << machine.fact(p.fact());
        }
        return String.join("; ", Reduced.refusals(machine, asked));
    }

    /** The whole graph, if numbers are wanted and it is small enough; else null. */
    private @Nullable StateGraph forNumbers() {
        if (!request.numbers() || ended) {
            return null;
        }
        long perState = 8L * machine.words() + 13 + 5L * machine.tasks();
        Budget some = budget.withBytes(Math.min(budget.bytes(), perState * request.statesForNumbers()));
        StateGraph graph = BreadthFirst.withEdges(machine, some, listener);
        return graph.complete() ? graph : null;
    }

    private List<List<String>> neverTaken(StateGraph graph) {
        List<List<String>> never = new ArrayList<>();
        for (int t = 0; t < machine.tasks(); t++) {
            int task = t;
            never.add(!graph.complete() ? List.of() : machine.program(t).stream().filter(s -> !graph.covers(task, s.pc()))
                    .map(LinkedStep::path).toList());
        }
        return never;
    }
}
