package org.reapscope.ui.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.reapscope.run.Policy;

/** The schedulers that a person can choose among. */
public enum RunPolicy {
    STAY("Stay with the task", PerTask.NOTHING),
    ROUND_ROBIN("Round robin, 4 steps", PerTask.NOTHING),
    CFS("Fair (CFS-like), weights", PerTask.WEIGHT),
    PRIORITY("By priority", PerTask.RANK),
    CPUSET("Shut into sets of CPUs", PerTask.SET),
    RANDOM("Random", PerTask.NOTHING),
    READER_PREEMPTED("Reader is preempted", PerTask.NOTHING),
    KILLER_FIRST("Killer first", PerTask.NOTHING),
    VICTIM_FIRST("Victim first", PerTask.NOTHING);

    /** What a person may say about each task. */
    public enum PerTask {
        NOTHING(0, 0, 0),
        /** As in the kernel's load weights: 1024 is nice 0, 15 is nice 19, 88761 is nice -20. */
        WEIGHT(1024, 1, 100_000),
        /** 1 comes first. */
        RANK(1, 1, 99),
        /** Which set, of one CPU each. */
        SET(0, 0, 63);

        private final int usual;
        private final int least;
        private final int most;

        PerTask(int usual, int least, int most) {
            this.usual = usual;
            this.least = least;
            this.most = most;
        }

        public int usual() {
            return usual;
        }

        public int least() {
            return least;
        }

        public int most() {
            return most;
        }
    }

    private static final int QUANTUM = 4;

    private final String title;
    private final PerTask perTask;

    RunPolicy(String title, PerTask perTask) {
        this.title = title;
        this.perTask = perTask;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Whether the seed matters. */
    public boolean seeded() {
        return this == RANDOM;
    }

    /** What it wants to know of each task. */
    public PerTask perTask() {
        return perTask;
    }

    /**
     * The scheduler.
     *
     * @param last the task that stepped last, empty if none
     * @param killers names of the tasks that kill
     * @param victims names of the tasks that are killed
     * @param values what was said of tasks, by name; the usual value where nothing was
     */
    Policy policy(long seed, List<String> last, List<String> killers, List<String> victims, Map<String, Integer> values) {
        return switch (this) {
            case STAY -> new Policy.Priority(last);
            case ROUND_ROBIN -> new Policy.RoundRobin(QUANTUM);
            case CFS -> new Policy.Cfs(values);
            case PRIORITY -> new Policy.Priority(values.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                    .map(Map.Entry::getKey).toList());
            case CPUSET -> new Policy.Cpuset(values);
            case RANDOM -> new Policy.Random(seed);
            case READER_PREEMPTED -> new Policy.Preempted("reader", QUANTUM);
            case KILLER_FIRST -> new Policy.Priority(killers);
            case VICTIM_FIRST -> new Policy.Priority(victims);
        };
    }
}
