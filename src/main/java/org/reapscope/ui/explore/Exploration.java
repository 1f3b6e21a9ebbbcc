package org.reapscope.ui.explore;

import java.util.List;

import org.reapscope.explore.Answer;
import org.reapscope.explore.Report;
import org.reapscope.explore.witness.WitnessCauses;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.scenario.Scenario;

/**
 * What an exploration found.
 *
 * @param scenario what was explored; the answers hold for nothing else
 * @param spec its machine
 * @param report the answers
 * @param details what is known beyond the verdicts, in the order of the answers
 * @param counters numbers over whole schedules; empty if there were too many states for them
 */
public record Exploration(Scenario scenario, MachineSpec spec, Report report, List<Detail> details, List<CounterRow> counters) {

    public Exploration {
        details = List.copyOf(details);
        counters = List.copyOf(counters);
    }

    /**
     * An answer and the different ways in which it comes about.
     *
     * @param causes one witness for each cause; empty if there is none or they were not looked for
     */
    public record Detail(Answer answer, List<WitnessCauses.Cause> causes) {

        public Detail {
            causes = List.copyOf(causes);
        }
    }

    /** A number over all schedules of a scenario. */
    public record CounterRow(String title, double min, double max, double mean) {}

    /** The bound and the method, in words. */
    public String bound() {
        return BoundText.of(spec, report);
    }
}
