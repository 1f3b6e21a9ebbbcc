package org.reapscope.picture;

import java.util.List;

/**
 * An address space over time: its ranges, what became of them, and who walked through them. From the model all of it, from
 * a /proc snapshot only the ranges, at the time at which it was taken.
 *
 * @param ranges from low to high addresses, not overlapping
 * @param changes what became of ranges; before its first change a range is {@link PageState#MAPPED} from its {@code fromNs}
 * @param walks who went through the page tables
 * @param meetings where two walkers met at a lock
 */
public record AddressSpace(List<Range> ranges, List<Change> changes, List<Walk> walks, List<Point> meetings) {

    /** What the pages of a range are. */
    public enum PageState {
        MAPPED, GATHERED, FREE
    }

    /** What a range maps. */
    public enum Kind {
        ANON, FILE, OTHER
    }

    /**
     * A mapping.
     *
     * @param name for people: {@code [heap]}, {@code libc.so.6 r-x}, {@code anon 16 MiB}
     * @param start first address
     * @param end one past the last address
     * @param kind what it maps
     * @param fromNs since when it is known to be there
     */
    public record Range(String name, long start, long end, Kind kind, long fromNs) {}

    /** From {@code ns} on, the addresses from {@code start} to {@code end} are in this state. */
    public record Change(long ns, long start, long end, PageState state) {}

    /** At this time, at this address. */
    public record Point(long ns, long address) {}

    /** A way through the page tables, in time order; {@code expected} for one that only might have been. */
    public record Walk(String who, boolean reaper, boolean expected, List<Point> points) {}

    public AddressSpace {
        ranges = List.copyOf(ranges);
        changes = List.copyOf(changes);
        walks = List.copyOf(walks);
        meetings = List.copyOf(meetings);
    }
}
