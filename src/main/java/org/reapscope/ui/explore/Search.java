package org.reapscope.ui.explore;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Progress;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Report;
import org.reapscope.explore.Request;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.graph.BackwardOrder;
import org.reapscope.explore.graph.BreadthFirst;
import org.reapscope.explore.graph.Distance;
import org.reapscope.explore.graph.Lookahead;
import org.reapscope.explore.graph.StateGraph;
import org.reapscope.explore.graph.TooManyStates;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.witness.WitnessCauses;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.TaskSpec;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.ui.run.LampsModel;

/** One exploration: the report, and where the states are few enough the different causes and the counters. */
final class Search {

    private final MachineSpec spec;
    private final Budget budget;
    private final Status.Listener listener;

    private Search(MachineSpec spec, Budget budget, Status.Listener listener) {
        this.spec = spec;
        this.budget = budget;
        this.listener = listener;
    }

    /** Verdicts, probabilities and witnesses. */
    static Exploration of(Scenario scenario, List<String> properties, SearchMode mode, Budget budget, Status.Listener listener) {
        MachineSpec spec = ScenarioSystem.toExplore(scenario).spec();
        Report report = mode.explore(spec, properties, budget, listener);
        return new Exploration(scenario, spec, report,
                report.answers().stream().map(a -> new Exploration.Detail(a, List.of())).toList(), List.of());
    }

    /** The same with causes and counters, if there are not too many states for them. */
    static Exploration detailed(Exploration found, Budget budget, Progress progress) {
        return new Search(found.spec(), budget, Status.Listener.of(progress)).details(found, progress);
    }

    private Exploration details(Exploration found, Progress progress) {
        Report report = found.report();
        List<Property> asked = report.answers().stream().map(Answer::property).toList();
        Machine machine = spec.withFacts(Explorer.facts(asked, spec)).build();
        boolean small = report.exact() && report.states() <= LampsModel.UNASKED;
        StateGraph graph = small ? few(machine) : null;
        if (graph == null) {
            return found;
        }
        BackwardOrder order = BackwardOrder.of(graph, progress);
        Lookahead lookahead = Lookahead.of(graph, order, progress);
        List<Exploration.Detail> details = new ArrayList<>();
        for (Answer answer : report.answers()) {
            details.add(new Exploration.Detail(answer, causes(answer, machine, lookahead, order, progress)));
        }
        return new Exploration(found.scenario(), spec, report, details, counters());
    }

    /** The graph, or null if it is not small. */
    private @Nullable StateGraph few(Machine machine) {
        try {
            StateGraph graph = BreadthFirst.withEdges(machine, budget, status -> {
                listener.at(status);
                if (status.states() > LampsModel.UNASKED) {
                    throw new TooManyStates(LampsModel.UNASKED);
                }
            });
            return graph.complete() ? graph : null;
        } catch (TooManyStates e) {
            return null;
        }
    }

    private static List<WitnessCauses.Cause> causes(Answer answer, Machine machine, Lookahead lookahead, BackwardOrder order, Progress progress) {
        Property property = answer.property();
        if (property.fact().isEmpty() || !property.isAboutEver() || answer.verdict() != Verdict.POSSIBLE) {
            return List.of();
        }
        int fact = machine.fact(property.fact());
        return WitnessCauses.of(fact, lookahead, Distance.to(fact, lookahead.graph(), order, progress), progress);
    }

    /** Numbers that the discussion asks for, of this machine. */
    private List<Exploration.CounterRow> counters() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("pages left at the end", "pages_left");
        boolean oneMm = spec.names().getOrDefault(Dim.MM, List.of()).size() == 1;
        for (TaskSpec task : spec.tasks()) {
            asked.put("page tables freed by " + task.name(), "freed_by(" + task.name() + ")");
            if (oneMm) {
                asked.put("steps that " + task.name() + " waits for mmap_lock", "sum(waits(" + task.name() + ", mmap_lock))");
            }
        }
        List<String> questions = asked.values().stream()
                .flatMap(e -> List.of("min(" + e + ")", "max(" + e + ")", "mean(" + e + ")").stream()).toList();
        Report report = Explorer.explore(spec, questions, Request.FULL, budget, listener);
        List<Exploration.CounterRow> rows = new ArrayList<>();
        asked.forEach((title, e) -> {
            Double min = value(report, "min(" + e + ")");
            Double max = value(report, "max(" + e + ")");
            Double mean = value(report, "mean(" + e + ")");
            if (min != null && max != null && mean != null && max > 0) {
                rows.add(new Exploration.CounterRow(title, min, max, mean));
            }
        });
        return rows;
    }

    private static @Nullable Double value(Report report, String question) {
        return report.answer(question).map(Answer::value).orElse(null);
    }
}
