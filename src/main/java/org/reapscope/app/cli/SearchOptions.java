package org.reapscope.app.cli;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Request;
import org.reapscope.explore.base.Budget;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How thoroughly, in how much memory and on how many cores to search. */
final class SearchOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--full", description = "Store every state, leave nothing out.")
    boolean full;

    @Option(names = "--quick", description = "Verdicts only: no probabilities, no schedules.")
    boolean quick;

    @Option(names = "--memory", paramLabel = "MB", converter = WholeNumber.Size.class, description = "Memory for the search; half of what the program may use, if not said.")
    private @Nullable Integer megabytes;

    @Option(names = "--workers", paramLabel = "N", converter = WholeNumber.Size.class, description = "Threads that search; all cores, if not said. The answer is the same.")
    private @Nullable Integer workers;

    Request request() {
        if (full && quick) {
            throw new ParameterException(spec.commandLine(), "--full and --quick contradict each other; give one of them");
        }
        return full ? Request.FULL : quick ? Request.VERDICTS : Request.STANDARD;
    }

    Budget budget() {
        Budget budget = Budget.standard();
        budget = megabytes == null ? budget : budget.withBytes(megabytes * 1_000_000L);
        return workers == null ? budget : budget.withWorkers(workers);
    }
}
