package org.reapscope.app.cli;

import org.reapscope.explore.Request;
import org.reapscope.explore.base.Budget;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How thoroughly, in how much memory and on how many cores to search. */
final class SearchOptions {

    private static final int FEWEST_MEGABYTES = 1;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--full", description = "Store every state, leave nothing out.")
    boolean full;

    @Option(names = "--quick", description = "Verdicts only: no probabilities, no schedules.")
    boolean quick;

    @Option(names = "--memory", paramLabel = "MB", description = "Memory for the search; half of what the program may use, if not said.")
    private int megabytes;

    @Option(names = "--workers", paramLabel = "N", description = "Threads that search; all cores, if not said. The answer is the same.")
    private int workers;

    Request request() {
        if (full && quick) {
            throw new ParameterException(spec.commandLine(), "--full and --quick contradict each other; give one of them");
        }
        return full ? Request.FULL : quick ? Request.VERDICTS : Request.STANDARD;
    }

    Budget budget() {
        if (megabytes < 0 || workers < 0) {
            throw new ParameterException(spec.commandLine(), "--memory and --workers must be above 0");
        }
        Budget budget = Budget.standard();
        budget = megabytes == 0 ? budget : budget.withBytes(Math.max(FEWEST_MEGABYTES, megabytes) * 1_000_000L);
        return workers == 0 ? budget : budget.withWorkers(workers);
    }
}
