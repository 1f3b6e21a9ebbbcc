package org.reapscope.explore.report;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Budget;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Report;
import org.reapscope.explore.Status;
import org.reapscope.explore.graph.BackwardOrder;
import org.reapscope.explore.graph.BreadthFirst;
import org.reapscope.explore.graph.Distance;
import org.reapscope.explore.graph.Lookahead;
import org.reapscope.explore.graph.StateGraph;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.witness.Causes;
import org.reapscope.explore.witness.Fate;
import org.reapscope.explore.witness.Witness;
import org.reapscope.job.Progress;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;

/**
 * A report about a scenario, with the schedules as text and the steps that decide.
 *
 * @param scenario what was explored
 * @param report what was found
 * @param findings the answers of the report, in its order
 */
public record Exploration(Scenario scenario, Report report, List<Finding> findings) {

    /** Keeps a copy. */
    public Exploration {
        findings = List.copyOf(findings);
    }

    /**
     * Completes a report.
     *
     * @param spec the machine that was explored, made of the scenario in the fine grain
     * @param causes how many schedules with different causes to show for each property; at most 1 means none
     * @throws org.reapscope.job.Cancelled if the listener says so
     */
    public static Exploration of(Scenario scenario, MachineSpec spec, Report report, int causes, Budget budget,
            Status.Listener listener) {
        List<Property> properties = report.answers().stream().map(Answer::property).toList();
        Machine searched = spec.withFacts(Explorer.facts(properties, spec)).build();
        Machine shown = ScenarioSystem.toStep(scenario).spec().build();
        StateGraph graph = causes > 1 ? BreadthFirst.withEdges(searched, budget, listener) : null;
        Completion completion = new Completion(searched, shown, causes, budget, listener,
                graph != null && graph.complete() ? graph : null);
        return new Exploration(scenario, report, report.answers().stream().map(completion::finding).toList());
    }

    private record Completion(Machine searched, Machine shown, int causes, Budget budget, Status.Listener listener,
            @Nullable StateGraph graph) {

        Finding finding(Answer answer) {
            return new Finding(answer, shown(answer, answer.shortest()), shown(answer, answer.fewestPreemptions()),
                    causesOf(answer));
        }

        private @Nullable Shown shown(Answer answer, @Nullable Witness witness) {
            if (witness == null) {
                return null;
            }
            int decisive = answer.property().isAboutEver()
                    ? Fate.of(searched.fact(answer.property().fact()), searched, budget, listener)
                            .decisiveStep(witness.schedule()).orElse(-1)
                    : -1;
            return Shown.of(shown, witness, decisive);
        }

        private List<Shown> causesOf(Answer answer) {
            List<Shown> different = new ArrayList<>();
            if (graph != null && answer.shortest() != null && answer.property().isAboutEver()) {
                int fact = searched.fact(answer.property().fact());
                Progress progress = (done, total) -> listener.at(new Status(graph.states(), done, 0, 0, 0, 0));
                BackwardOrder order = BackwardOrder.of(graph, progress);
                Lookahead lookahead = Lookahead.of(graph, order, progress);
                Distance distance = Distance.to(fact, graph, order, progress);
                Causes.of(fact, lookahead, distance, progress).stream().limit(causes)
                        .forEach(c -> different.add(Shown.of(shown, c.witness(), c.decisive())));
            }
            return different;
        }
    }
}
