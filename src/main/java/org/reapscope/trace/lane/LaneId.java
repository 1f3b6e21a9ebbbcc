package org.reapscope.trace.lane;

import org.reapscope.trace.RssMember;

/** What a lane is about. */
public sealed interface LaneId {

    /** The states of a task. */
    record TaskLane(int task) implements LaneId {}

    /** Who ran on a CPU. */
    record CpuLane(int cpu) implements LaneId {}

    /** Who held and who waited for the mmap_lock of an mm. */
    record MmapLockLane(int mm) implements LaneId {}

    /** Who waited for a contended spinlock. */
    record SpinlockLane(int lock) implements LaneId {}

    /** A counter of an mm. */
    record RssLane(int mm, RssMember member) implements LaneId {}
}
