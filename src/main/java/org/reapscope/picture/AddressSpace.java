package org.reapscope.picture;

import java.util.List;

/**
 * An address space over time: its ranges, what became of them, and who walked through them. From the model all of it, from
 * a /proc snapshot only the ranges, at the time at which it was taken.
 *
 * @param ranges from low to high addresses, not overlapping
 * @param changes what became of ranges; before its first change a range is {@link PageState#MAPPED} from its {@code fromNs}
 * @param walks who went through the page tables
 * @param holds who held locks of page tables
 * @param meetings where two walkers met at a lock
 * @param grain the bytes that are told apart in a range by a line, 0 for none
 */
public record AddressSpace(List<Range> ranges, List<Change> changes, List<Walk> walks, List<Hold> holds, List<Meeting> meetings,
                           long grain) {

    /** What the pages of a range are. */
    public enum PageState {
        MAPPED, GATHERED, FREE,
        /** Unmapped, and still in the page cache, or with others who map it. */
        KEPT
    }

    /** Who goes through the page tables. */
    public enum Walker {
        EXIT, REAPER, READER
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
    public record Walk(String who, Walker walker, boolean expected, List<Point> points) {}

    /** Somebody holds the locks of the page tables of these addresses. */
    public record Hold(long startNs, long endNs, long start, long end, Walker walker) {}

    /**
     * Two walkers meet at a lock.
     *
     * @param text what a label says where there is room; empty for none
     */
    public record Meeting(long ns, long address, String text) {}

    /** How many page tables there are, where they are told apart; 0 where not. */
    public int tables() {
        return grain == 0 ? 0 : (int) ranges.stream().mapToLong(range -> Math.max(1, (range.end() - range.start()) / grain)).sum();
    }

    public AddressSpace {
        ranges = List.copyOf(ranges);
        changes = List.copyOf(changes);
        walks = List.copyOf(walks);
        holds = List.copyOf(holds);
        meetings = List.copyOf(meetings);
    }
}
