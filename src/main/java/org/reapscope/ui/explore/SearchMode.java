package org.reapscope.ui.explore;

import java.util.List;

import org.reapscope.explore.Explorer;
import org.reapscope.explore.Report;
import org.reapscope.explore.Request;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.bounded.FewPreemptions;
import org.reapscope.explore.bounded.RandomRuns;
import org.reapscope.kernel.MachineSpec;

/** How schedules are looked at. */
public enum SearchMode {
    EXACT("Exact, the fastest sound way"),
    EVERY_STATE("Exact, every state"),
    FEW_PREEMPTIONS("At most 2 preemptions"),
    RANDOM("10,000 random runs");

    private static final int PREEMPTIONS = 2;
    private static final int RUNS = 10_000;
    private static final long SEED = 42;

    private final String title;

    SearchMode(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    Report explore(MachineSpec spec, List<String> properties, Budget budget, Status.Listener listener) {
        return switch (this) {
            case EXACT -> Explorer.explore(spec, properties, Request.STANDARD, budget, listener);
            case EVERY_STATE -> Explorer.explore(spec, properties, Request.FULL, budget, listener);
            case FEW_PREEMPTIONS -> FewPreemptions.explore(spec, properties, PREEMPTIONS, budget, listener);
            case RANDOM -> RandomRuns.explore(spec, properties, RUNS, SEED, listener);
        };
    }
}
