package org.reapscope.picture;

import java.util.List;
import java.util.stream.Stream;

import org.reapscope.trace.RssMember;
import org.reapscope.trace.lane.LaneId;

/** One row of a timeline, from the top down. */
public sealed interface Row {

    /** What stands in the gutter. */
    String title();

    /** The time axis. */
    record Ruler() implements Row {
        @Override
        public String title() {
            return "";
        }
    }

    /** A heading over the rows that follow, such as TASK STATES. */
    record Heading(String title) implements Row {}

    /**
     * The states of a task or of a CPU.
     *
     * @param process the same number for all threads of a process, as far as they are known to be
     */
    record States(LaneId id, String title, int process) implements Row {

        /** Of something that belongs to no process. */
        public States(LaneId id, String title) {
            this(id, title, -1);
        }
    }

    /**
     * A task of a run: its states, and what it did step by step.
     *
     * @param ghost the states that it has in another run, where they differ
     */
    record Course(LaneId id, Doings doings, Strips ghost, String title) implements Row {}

    /**
     * What something of a run shows over time: a count, who holds a lock, what is still possible.
     *
     * @param ghost what another run shows there, where that differs
     */
    record Values(Strips strips, Strips ghost, String title) implements Row {}

    /** The spans of a lock. */
    record Spans(LaneId id, String title) implements Row {}

    /**
     * The waits at several spinlocks in one strip.
     *
     * @param locks their lanes
     * @param waiters the tasks that wait, in the order of their lines
     */
    record Waits(List<LaneId> locks, List<Integer> waiters, String title) implements Row {
        public Waits {
            locks = List.copyOf(locks);
            waiters = List.copyOf(waiters);
        }
    }

    /** Stands for rows that are folded away, or that can be folded away again. */
    record Fold(String title) implements Row {}

    /** The counters of an mm over each other. */
    record Rss(int mm, String title) implements Row {}

    /** An address space over time. */
    record Addresses(AddressSpace space, String title) implements Row {}

    /** The whole trace, with what of it is in sight. */
    record Overview(String title) implements Row {}

    /** The lanes of a row, whose intervals can be asked for; empty where it has none. */
    default List<LaneId> lanes() {
        return switch (this) {
            case States row -> List.of(row.id());
            case Course row -> List.of(row.id());
            case Spans row -> List.of(row.id());
            case Waits row -> row.locks();
            case Rss row -> Stream.of(RssMember.values()).map(member -> (LaneId) new LaneId.RssLane(row.mm(), member)).toList();
            default -> List.of();
        };
    }
}
