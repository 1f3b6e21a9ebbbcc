package org.reapscope.document.session;

import java.util.List;
import java.util.Map;

import org.reapscope.run.BreakCondition;
import org.reapscope.run.SavedRun;

/**
 * What a person did with a scenario: the content of a {@code .reapscope.json} file of the kind {@code run}, whose schema is
 * {@code schema/run-session-1.json} among the resources.
 *
 * @param source the scenario, as it was read
 * @param run its kernel, and every branch that was tried
 * @param scheduler who steps when nobody in particular is told to
 */
public record RunSession(Session.Source source, SavedRun run, Scheduler scheduler) {

    /**
     * Who steps when nobody in particular is told to, and where a run stops.
     *
     * @param policy its name: {@code round-robin}
     * @param seed what it draws lots with
     * @param breaks where a run stops
     * @param values what was said about each task, by the kind of what is said: {@code weight}, {@code rank}, {@code set}
     */
    public record Scheduler(String policy, long seed, List<BreakCondition> breaks, Map<String, Map<String, Integer>> values) {

        /** Keeps copies. */
        public Scheduler {
            breaks = List.copyOf(breaks);
            values = Map.copyOf(values);
        }
    }
}
