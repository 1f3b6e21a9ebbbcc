package org.reapscope.viewmodel.run;

import java.util.List;
import java.util.Map;

import org.reapscope.schedule.Policy;

/** The schedulers that a person can choose among. */
public enum RunPolicy {
    STAY("Stay with the task"),
    ROUND_ROBIN("Round robin, 4 steps"),
    CFS("Fair (CFS-like)"),
    RANDOM("Random"),
    READER_PREEMPTED("Reader is preempted"),
    KILLER_FIRST("Killer first"),
    VICTIM_FIRST("Victim first");

    private static final int QUANTUM = 4;

    private final String title;

    RunPolicy(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Whether the seed matters. */
    public boolean seeded() {
        return this == RANDOM;
    }

    /**
     * The scheduler.
     *
     * @param last the task that stepped last, empty if none
     * @param killers names of the tasks that kill
     * @param victims names of the tasks that are killed
     */
    Policy policy(long seed, List<String> last, List<String> killers, List<String> victims) {
        return switch (this) {
            case STAY -> new Policy.Priority(last);
            case ROUND_ROBIN -> new Policy.RoundRobin(QUANTUM);
            case CFS -> new Policy.Cfs(Map.of());
            case RANDOM -> new Policy.Random(seed);
            case READER_PREEMPTED -> new Policy.Preempted("reader", QUANTUM);
            case KILLER_FIRST -> new Policy.Priority(killers);
            case VICTIM_FIRST -> new Policy.Priority(victims);
        };
    }
}
