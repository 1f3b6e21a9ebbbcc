package org.reapscope.explore.report;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Progress;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Report;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.graph.BackwardOrder;
import org.reapscope.explore.graph.BreadthFirst;
import org.reapscope.explore.graph.Distance;
import org.reapscope.explore.graph.Lookahead;
import org.reapscope.explore.graph.Outlook;
import org.reapscope.explore.graph.StateGraph;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.witness.Fate;
import org.reapscope.explore.witness.Witness;
import org.reapscope.explore.witness.WitnessCauses;
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
public record ExplorationReport(Scenario scenario, Report report, List<AnswerReport> findings) {

    /** Keeps a copy. */
    public ExplorationReport {
        findings = List.copyOf(findings);
    }

    /**
     * Completes a report.
     *
     * @param spec the machine that was explored, made of the scenario in the fine grain
     * @param causes how many schedules with different causes to show for each property; at most 1 means none
     * @throws org.reapscope.base.job.Cancelled if the listener says so
     */
    public static ExplorationReport of(Scenario scenario, MachineSpec spec, Report report, int causes, Budget budget,
            Status.Listener listener) {
        List<Property> properties = report.answers().stream().map(Answer::property).toList();
        Machine searched = spec.withFacts(Explorer.facts(properties, spec)).build();
        boolean fits = report.answers().stream().anyMatch(a -> a.probability() != null && report.exact());
        boolean shows = report.answers().stream().anyMatch(a -> a.shortest() != null || a.fewestPreemptions() != null);
        Lookahead lookahead = shows && (fits || causes > 1) ? lookahead(searched, budget, listener) : null;
        Completion completion = new Completion(spec, searched, ScenarioSystem.toStep(scenario).spec().build(), lookahead, causes,
                budget, listener);
        return new ExplorationReport(scenario, report, report.answers().stream().map(completion::finding).toList());
    }

    /** Shows a report of a search that somebody ended: nothing is searched for any more, so no step is known to decide. */
    public static ExplorationReport soFar(Scenario scenario, Report report) {
        Machine shown = ScenarioSystem.toStep(scenario).spec().build();
        return new ExplorationReport(scenario, report, report.answers().stream().map(a -> new AnswerReport(a, undecided(shown, a.shortest()),
                undecided(shown, a.fewestPreemptions()), ShownAvoidance.of(shown, a.avoiding()), List.of(), 0)).toList());
    }

    private static @Nullable Shown undecided(Machine shown, @Nullable Witness witness) {
        return witness == null ? null : Shown.of(shown, witness, -1);
    }

    private static @Nullable Lookahead lookahead(Machine machine, Budget budget, Status.Listener listener) {
        StateGraph graph = BreadthFirst.withEdges(machine, budget, listener);
        Progress progress = progress(graph, listener);
        return graph.complete() ? Lookahead.of(graph, BackwardOrder.of(graph, progress), progress) : null;
    }

    private static Progress progress(StateGraph graph, Status.Listener listener) {
        return (done, total) -> listener.at(new Status(graph.states(), done, 0, 0, 0, 0));
    }

    private record Completion(MachineSpec spec, Machine searched, Machine shown, @Nullable Lookahead lookahead, int causes,
            Budget budget, Status.Listener listener) {

        AnswerReport finding(Answer answer) {
            DecisiveStep decisive = decisiveStep(answer.property());
            List<WitnessCauses.Cause> different = causesOf(answer);
            List<Shown> asked = different.stream().limit(Math.max(0, causes)).map(c -> Shown.of(shown, c.witness(), c.decisive())).toList();
            return new AnswerReport(answer, shown(answer.shortest(), decisive), shown(answer.fewestPreemptions(), decisive),
                    ShownAvoidance.of(shown, answer.avoiding()), asked, different.size() - asked.size());
        }

        private @Nullable Shown shown(@Nullable Witness witness, DecisiveStep decisive) {
            return witness == null ? null : Shown.of(shown, witness, decisive.of(witness.schedule()));
        }

        /** How the decisive step of a property's schedules is found: from the whole graph where that fits. */
        private DecisiveStep decisiveStep(Property property) {
            if (!property.isAboutEver()) {
                return schedule -> -1;
            }
            if (lookahead != null) {
                int fact = searched.fact(property.fact());
                return schedule -> Outlook.of(lookahead, fact, schedule).decisiveStep();
            }
            Machine alone = spec.withFacts(Explorer.facts(List.of(property), spec)).build();
            Fate fate = Fate.of(alone.fact(property.fact()), alone, budget, listener);
            return schedule -> fate.decisiveStep(schedule).orElse(-1);
        }

        private List<WitnessCauses.Cause> causesOf(Answer answer) {
            if (causes <= 1 || lookahead == null || answer.shortest() == null || !answer.property().isAboutEver()) {
                return List.of();
            }
            int fact = searched.fact(answer.property().fact());
            Progress progress = progress(lookahead.graph(), listener);
            Distance distance = Distance.to(fact, lookahead.graph(), BackwardOrder.of(lookahead.graph(), progress), progress);
            return WitnessCauses.of(fact, lookahead, distance, progress);
        }
    }

    /** Finds the step, from 0, that decides in a schedule; -1 if there is none or it is not known. */
    @FunctionalInterface
    private interface DecisiveStep {

        int of(int[] schedule);
    }
}
