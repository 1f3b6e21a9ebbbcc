package org.reapscope.analysis;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.reapscope.trace.RssMember;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.CounterLane;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.Mapped;

/**
 * How much memory each mm maps, by its rss_stat events. The kernel prints one counter per event; the sum of the last
 * value of each is the RSS. Swap entries are not memory and are left out.
 */
public final class RssCurve {

    private static final long MIB = 1 << 20;
    /** What one page table maps: whoever unmaps whole ones counts in multiples of this without any filter. */
    private static final long PAGE_TABLE = 2 * MIB;
    /** File pages are mentioned where they are more than one part in this many. */
    private static final int FILE_SHARE = 10;

    private final Trace trace;
    private final Lanes lanes;
    private final boolean coarse;

    /** O(samples). */
    public RssCurve(Trace trace, Lanes lanes) {
        this.trace = trace;
        this.lanes = lanes;
        coarse = trace.source().rssFiltered() || values().allMatch(value -> (value & MIB - 1) == 0)
                && values().anyMatch(value -> (value & PAGE_TABLE - 1) != 0);
    }

    private LongStream values() {
        return lanes.ids().stream().map(lanes::lane).filter(CounterLane.class::isInstance).map(CounterLane.class::cast)
                .flatMapToLong(counter -> IntStream.range(0, counter.size()).mapToLong(counter::value));
    }

    /** Bytes mapped right after the event in {@code row}, as far as rss_stat told; -1 if it had not spoken of this mm. O(log n). */
    public long bytes(int mm, int row) {
        return Mapped.at(lanes, mm, row).lastTold();
    }

    /** How a sum of counters stands to what is really mapped. */
    public enum Bound {
        /** It is that. */
        EXACT,
        /** rss_stat was filtered, so that falls are seen late: it is that or less. */
        AT_MOST,
        /** A counter that the mm has was not told yet: it is that or more. */
        AT_LEAST,
        /** No counter was told yet. */
        UNKNOWN
    }

    /** An amount of mapped memory in bytes, and how exact it is. */
    public record Amount(long bytes, Bound bound) {

        private String prefix() {
            return switch (bound) {
                case AT_MOST -> "at most ";
                case AT_LEAST -> "at least ";
                case EXACT, UNKNOWN -> "";
            };
        }
    }

    /** What is mapped right after the event in {@code row}. O(log n). */
    public Amount amount(int mm, int row) {
        long bytes = bytes(mm, row);
        if (bytes < 0) {
            return new Amount(-1, Bound.UNKNOWN);
        }
        if (coarse) {
            return new Amount(bytes, Bound.AT_MOST);
        }
        boolean unseen = counters(mm).stream().anyMatch(lane -> lane.stepAt(row) < 0);
        return new Amount(bytes, unseen ? Bound.AT_LEAST : Bound.EXACT);
    }

    /** Whether it is certain that something is mapped after a row. */
    public boolean surelyMapped(int mm, int row) {
        Amount amount = amount(mm, row);
        return amount.bytes > 0 && amount.bound != Bound.AT_MOST;
    }

    /** Whether it is certain that nothing is mapped after a row. */
    public boolean surelyEmpty(int mm, int row) {
        Amount amount = amount(mm, row);
        return amount.bytes == 0 && amount.bound != Bound.AT_LEAST;
    }

    /**
     * What the mm maps after a row, in words: {@code 64 MiB}, {@code at most 32 MiB and 128 MiB of file pages}; empty if
     * unknown or nothing.
     */
    public String words(int mm, int row) {
        Amount amount = amount(mm, row);
        CounterLane file = mm < 0 ? null : lanes.rss(mm, RssMember.MM_FILEPAGES);
        int step = file == null ? -1 : file.stepAt(row);
        long files = file == null || step < 0 ? 0 : Math.max(0, file.value(step));
        String words = words(amount.bytes, files);
        return words.isEmpty() ? "" : amount.prefix() + words;
    }

    /** An amount of mapped memory in words, of which {@code files} are file pages; empty if unknown or nothing. */
    public static String words(long all, long files) {
        if (all <= 0) {
            return "";
        }
        if (files == all) {
            return Figures.bytes(files) + " of file pages";
        }
        return Figures.bytes(all - files) + (files * FILE_SHARE > all ? " and " + Figures.bytes(files) + " of file pages" : "");
    }

    /** Whether rss_stat was filtered to whole MiB, as a capture does that must stay small; then one event stands for many. */
    public boolean coarse() {
        return coarse;
    }

    /** Whether this task changed a counter of the mm between two rows, swap entries included. O(samples between them). */
    public boolean changedBy(int task, int mm, int fromRow, int toRow) {
        return lastChangeBy(task, mm, fromRow, toRow) >= 0;
    }

    /** The last row before {@code toRow}, not before {@code fromRow}, in which this task changed a counter of the mm; -1 if none. */
    public int lastChangeBy(int task, int mm, int fromRow, int toRow) {
        int last = -1;
        CounterLane swapped = mm < 0 ? null : lanes.rss(mm, RssMember.MM_SWAPENTS);
        for (CounterLane lane : Stream.concat(counters(mm).stream(), Stream.ofNullable(swapped)).toList()) {
            int step = lane.stepAt(toRow - 1);
            while (step >= 0 && lane.row(step) >= Math.max(fromRow, last) && trace.task(lane.row(step)) != task) {
                step--;
            }
            if (step >= 0 && lane.row(step) >= fromRow) {
                last = Math.max(last, lane.row(step));
            }
        }
        return last;
    }

    /** How many bytes this task unmapped between two rows. O(samples between them). */
    public long unmappedBy(int task, int mm, int fromRow, int toRow) {
        long sum = 0;
        for (CounterLane lane : counters(mm)) {
            for (int step = Math.max(1, lane.stepAt(fromRow - 1) + 1); step < lane.size() && lane.row(step) < toRow; step++) {
                if (trace.task(lane.row(step)) == task) {
                    sum += Math.max(0, lane.value(step - 1) - lane.value(step));
                }
            }
        }
        return sum;
    }

    /** The row, not before {@code fromRow}, with which the RSS became 0 for good; -1 if it does not, or was 0 before. */
    public int emptyRow(int mm, int fromRow) {
        int empty = -1;
        for (CounterLane lane : counters(mm)) {
            if (lane.value(lane.size() - 1) > 0) {
                return -1;
            }
            int step = lane.size() - 1;
            while (step > 0 && lane.value(step - 1) <= 0) {
                step--;
            }
            empty = Math.max(empty, lane.row(step));
        }
        return empty >= fromRow ? empty : -1;
    }

    /** The row of the last event that counted pages of the mm, -1 if there is none. */
    public int lastRow(int mm) {
        return counters(mm).stream().mapToInt(lane -> lane.row(lane.size() - 1)).max().orElse(-1);
    }

    private List<CounterLane> counters(int mm) {
        return mm < 0 ? List.of()
                : Mapped.MEMBERS.stream().map(member -> lanes.rss(mm, member)).filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }
}
