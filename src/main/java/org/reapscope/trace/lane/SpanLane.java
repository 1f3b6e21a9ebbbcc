package org.reapscope.trace.lane;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Trace;

/**
 * Spans of one lock, which may overlap: somebody waits, then holds, then releases. 15 bytes a span.
 *
 * <p>In the lane of an mmap_lock a span runs from start_locking over acquire_returned to released; the kernel emits
 * released just before the lock is free, so two holds that touch are no violation. In the lane of a spinlock a span is
 * one wait, contention_begin to contention_end: who holds a spinlock no event says. What has no partner in the trace is
 * marked unknown, never guessed. Spans are in the order of their first row; each has a depth such that spans
 * of one depth do not overlap. "At a row" means right after its event.
 */
public final class SpanLane implements Lane {

    /** Bit of a column's mask: held for reading. */
    public static final int HELD_READ = 1;
    /** Bit of a column's mask: held for writing. */
    public static final int HELD_WRITE = 2;
    /** Bit of a column's mask: somebody waits to read. */
    public static final int WAIT_READ = 4;
    /** Bit of a column's mask: somebody waits to write, or for a spinlock. */
    public static final int WAIT_WRITE = 8;
    /** Bit of a column's mask: a trylock failed. */
    public static final int TRY_FAILED = 16;
    /** Bit of a column's mask: a span begins or ends for reasons that the trace does not hold. */
    public static final int LOOSE_END = 32;
    /** Bit of a column's mask: a span begins, is acquired or ends there. */
    public static final int EDGE = TimePyramid.EDGE;

    static final int WRITE = 1;
    static final int FAILED = 2;
    static final int START_UNKNOWN = 4;
    static final int END_UNKNOWN = 8;

    private static final int SPANS_PER_BUCKET = 2;
    /** How many spans are looked at for each blocker that is wanted. */
    private static final int LOOKED_AT = 64;
    /** About a microsecond. */
    private static final long FREE_LOCK_CYCLES = 5_000;
    /** What all other CPUs may emit in about a microsecond. */
    private static final int FREE_LOCK_ROWS = 64;

    private final LaneId id;
    private final Trace trace;
    private final int[] start;
    private final int[] got;
    private final int[] end;
    private final MaxTree latest;
    private final byte[] flags;
    private final byte[] depth;
    private final int depths;
    private final int last;
    private final TimePyramid pyramid;
    private volatile @Nullable Crowd crowd;

    /** The spans of {@code seq} with these numbers, in the order of their first row. */
    SpanLane(LaneId id, Trace trace, SpanSeq seq, int[] spans) {
        this.id = id;
        this.trace = trace;
        int n = spans.length;
        start = new int[n];
        got = new int[n];
        end = new int[n];
        latest = new MaxTree(n);
        flags = new byte[n];
        depth = new byte[n];
        for (int i = 0; i < n; i++) {
            start[i] = seq.start(spans[i]);
            got[i] = seq.got(spans[i]);
            end[i] = seq.end(spans[i]);
            flags[i] = (byte) seq.flags(spans[i]);
            latest.raise(i, lastRow(i));
        }
        depths = stack();
        last = n == 0 ? -1 : IntStream.range(0, n).map(this::lastRow).max().orElse(-1);
        pyramid = new TimePyramid(trace.firstNs(), trace.lastNs(), n / SPANS_PER_BUCKET);
        for (int i = 0; i < n; i++) {
            cover(i);
        }
        pyramid.seal();
    }

    @Override
    public LaneId id() {
        return id;
    }

    @Override
    public int size() {
        return start.length;
    }

    /** How many spans lie over each other at most. */
    public int depths() {
        return depths;
    }

    /** Which of the stacked places the span has, from 0; the 128th and later share one. */
    public int depth(int span) {
        return depth[span];
    }

    @Override
    public int row(int span) {
        return start[span];
    }

    /** The row of acquire_returned or contention_end, -1 if the trace has none. */
    public int acquiredRow(int span) {
        return got[span];
    }

    /** The last row of the span: of released, of a failed try, of contention_end; the trace's last row where it is open. */
    public int lastRow(int span) {
        return end[span] >= 0 ? end[span] : trace.size() - 1;
    }

    public int task(int span) {
        return trace.task(end[span] >= 0 ? end[span] : start[span]);
    }

    public boolean write(int span) {
        return (flags[span] & WRITE) != 0;
    }

    /** Whether it was a try that did not get the lock. */
    public boolean failed(int span) {
        return (flags[span] & FAILED) != 0;
    }

    /** Whether it began before the trace, or its beginning was lost. */
    public boolean startUnknown(int span) {
        return (flags[span] & START_UNKNOWN) != 0;
    }

    @Override
    public boolean openEnd(int span) {
        return end[span] < 0 || (flags[span] & END_UNKNOWN) != 0;
    }

    @Override
    public long startNs(int span) {
        return trace.tsNs(start[span]);
    }

    @Override
    public long endNs(int span) {
        return trace.tsNs(lastRow(span));
    }

    /** How long it waited; to the trace's end where it never got the lock. */
    public long waitNs(int span) {
        return trace.tsNs(got[span] >= 0 ? got[span] : lastRow(span)) - startNs(span);
    }

    /** How long it held the lock; 0 in the lane of a spinlock and for a failed try. */
    public long holdNs(int span) {
        return got[span] >= 0 && !failed(span) ? endNs(span) - trace.tsNs(got[span]) : 0;
    }

    /**
     * Whether it really waited: longer than the clock's step, or for a spinlock. Where the clock only counts, longer than
     * it takes to get a free lock: not with the next event of its CPU.
     */
    public boolean waited(int span) {
        return id instanceof LaneId.SpinlockLane || switch (trace.source().clock()) {
            case NANOSECONDS, JIFFIES -> waitNs(span) > trace.source().resolutionNs();
            case CYCLES -> waitNs(span) > FREE_LOCK_CYCLES;
            case COUNT -> !gotWithNextEvent(span);
        };
    }

    /** Whether nothing else happened on its CPU before it got the lock, and nothing says that others did much meanwhile. */
    private boolean gotWithNextEvent(int span) {
        if (got[span] < 0 || got[span] - start[span] > FREE_LOCK_ROWS) {
            return false;
        }
        for (int row = start[span] + 1; row < got[span]; row++) {
            if (trace.cpu(row) == trace.cpu(start[span])) {
                return false;
            }
        }
        return true;
    }

    /** The spans that touch any of the rows from {@code fromRow} to {@code toRow}, both included. O(log n + answer). */
    public int[] touching(int fromRow, int toRow) {
        return collect(fromRow, toRow, span -> true);
    }

    /** The spans that hold the lock at a row. O(log n + answer). */
    public int[] holders(int row) {
        return collect(row, row, span -> holds(span, row));
    }

    /** Whether any span may touch a row: it lies neither before all of them nor after. O(1). */
    public boolean reaches(int row) {
        return start.length > 0 && start[0] <= row && row <= last;
    }

    /** Whether a span with some property holds the lock at a row. O(log n + spans that touch the row), less if there is one early. */
    public boolean anyHolder(int row, IntPredicate wanted) {
        for (int i = reaching(0, row); i < start.length && start[i] <= row; i = reaching(i + 1, row)) {
            if (holds(i, row) && wanted.test(i)) {
                return true;
            }
        }
        return false;
    }

    /** The spans that wait for the lock at a row. O(log n + answer). */
    public int[] waiters(int row) {
        return collect(row, row, span -> !holds(span, row) && start[span] <= row && row < (got[span] >= 0 ? got[span] : end[span] >= 0 ? end[span] : trace.size()));
    }

    /** Who kept this span waiting, in the order of their spans. Empty in the lane of a spinlock. O(log n + spans meanwhile). */
    public List<Blocker> blockers(int span) {
        return blockers(span, Integer.MAX_VALUE);
    }

    /** How many {@link #blockers} there are. O(log n), after O(n log n) at the first call. */
    public int blockerCount(int span) {
        Crowd known = crowd;
        if (known == null) {
            known = new Crowd(this);
            crowd = known;
        }
        return id instanceof LaneId.SpinlockLane ? 0 : known.blockers(span);
    }

    /** The first {@code most} of them; fewer where they are hard to find among thousands who only wait. O(most log n). */
    public List<Blocker> blockers(int span, int most) {
        int from = start[span];
        int to = got[span] >= 0 ? got[span] : lastRow(span);
        List<Blocker> result = new ArrayList<>();
        long left = (long) LOOKED_AT * most;
        for (int other = reaching(0, from); id instanceof LaneId.MmapLockLane && other < start.length && start[other] <= to
                && result.size() < most && left-- > 0; other = reaching(other + 1, from)) {
            if (other == span || !write(span) && !write(other)) {
                continue;
            }
            if (got[other] >= 0 && got[other] < to && !failed(other) && lastRow(other) > from) {
                result.add(new Blocker(other, Blocker.Role.HOLDER, Math.max(from, got[other]), Math.min(to, lastRow(other))));
            }
            int queuedTo = Math.min(to, got[other] >= 0 ? got[other] : lastRow(other));
            if (!write(span) && write(other) && start[other] < from && queuedTo > from && waited(other)) {
                result.add(new Blocker(other, Blocker.Role.QUEUED_WRITER, from, queuedTo));
            }
        }
        return result.size() > most ? result.subList(0, most) : result;
    }

    @Override
    public int at(long ns) {
        int[] spans = touchingNs(ns, ns);
        return spans.length == 0 ? -1 : spans[spans.length - 1];
    }

    /** The spans that cover any instant from {@code fromNs} to {@code toNs}, both included. O(log n + answer). */
    public int[] touchingNs(long fromNs, long toNs) {
        int from = trace.rowAtOrAfter(fromNs);
        int to = toNs == Long.MAX_VALUE ? trace.size() : trace.rowAtOrAfter(toNs + 1);
        return fromNs > trace.lastNs() ? new int[0] : collect(from, Math.max(from, to - 1), span -> startNs(span) <= toNs);
    }

    @Override
    public long nextEdge(long ns) {
        long best = NO_NEXT;
        int i = startsBefore(ns == Long.MAX_VALUE ? trace.size() : trace.rowAtOrAfter(ns + 1));
        if (i < start.length) {
            best = startNs(i);
        }
        for (int span : touchingNs(ns, ns)) {
            best = got[span] >= 0 && trace.tsNs(got[span]) > ns ? Math.min(best, trace.tsNs(got[span])) : best;
            best = endNs(span) > ns ? Math.min(best, endNs(span)) : best;
        }
        return best;
    }

    @Override
    public long previousEdge(long ns) {
        int row = trace.rowAtOrAfter(ns);
        int i = startsBefore(row) - 1;
        if (i < 0) {
            return NO_PREVIOUS;
        }
        long best = startNs(i);
        for (int span : collect(start[i], Math.max(start[i], row - 1), s -> true)) {
            best = got[span] >= 0 && trace.tsNs(got[span]) < ns ? Math.max(best, trace.tsNs(got[span])) : best;
            best = endNs(span) < ns ? Math.max(best, endNs(span)) : best;
        }
        return best;
    }

    /**
     * Writes for every column what goes on in it: {@link #HELD_READ} and its neighbours, or-ed; 0 where there is nothing.
     * O(columns) where zoomed out, O(columns + spans in sight) where the spans are wider than the pyramid's buckets.
     *
     * @param out at least {@code columns.count()} long
     */
    public void masks(TimeColumns columns, short[] out) {
        if (pyramid.serves(columns)) {
            pyramid.masks(columns, out);
            return;
        }
        Arrays.fill(out, 0, columns.count(), (short) 0);
        int from = firstRow(columns);
        for (int i = reaching(0, from); i < start.length && startNs(i) < columns.endNs(); i = reaching(i + 1, from)) {
            int waitMask = waitMask(i);
            long held = trace.tsNs(got[i] >= 0 ? got[i] : lastRow(i));
            if (waitMask != 0) {
                paint(columns, out, startNs(i), held, waitMask);
            }
            if (got[i] >= 0) {
                paint(columns, out, held, endNs(i), heldMask(i));
            }
            paint(columns, out, startNs(i), startNs(i), EDGE);
            paint(columns, out, endNs(i), endNs(i), EDGE);
        }
    }

    /**
     * The next span from {@code from} on that reaches into these columns, {@link #size} if there is none. To walk through
     * all that are in sight, begin with 0 and go on with the last answer plus 1. O(log n) each.
     */
    public int nextInSight(int from, TimeColumns columns) {
        int next = reaching(from, firstRow(columns));
        return next < start.length && startNs(next) < columns.endNs() ? next : start.length;
    }

    /** Whether so many spans begin in sight that they cannot be told apart: more than one for two columns. O(log n). */
    public boolean crowded(TimeColumns columns) {
        int begin = startsBefore(firstRow(columns));
        return startsBefore(trace.rowAtOrAfter(columns.endNs())) - begin > columns.count() / 2;
    }

    @Override
    public long bytes() {
        return 128 + 14L * start.length + pyramid.bytes() + latest.bytes();
    }

    /** Whether a span holds the lock at a row. */
    public boolean holds(int span, int row) {
        return got[span] >= 0 && got[span] <= row && !failed(span)
                && (end[span] < 0 || row < end[span]) && (flags[span] & END_UNKNOWN) == 0;
    }

    private int[] collect(int fromRow, int toRow, IntPredicate wanted) {
        IntSeq found = new IntSeq();
        for (int i = reaching(0, fromRow); i < start.length && start[i] <= toRow; i = reaching(i + 1, fromRow)) {
            if (wanted.test(i)) {
                found.add(i);
            }
        }
        return found.trimmed();
    }

    private int firstRow(TimeColumns columns) {
        return trace.rowAtOrAfter(columns.startNs());
    }

    /** The first span from {@code from} on whose last row is {@code row} or later. */
    private int reaching(int from, int row) {
        int i = from;
        while (i < start.length && lastRow(i) < row) {
            i = latest.next(i + 1, row);
        }
        return i;
    }

    private int startsBefore(int row) {
        int low = 0;
        int high = start.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (start[middle] < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int stack() {
        int[] last = new int[Byte.MAX_VALUE + 1];
        int used = 0;
        for (int i = 0; i < start.length; i++) {
            int d = 0;
            while (d < used && last[d] > start[i] && d < Byte.MAX_VALUE) {
                d++;
            }
            used = Math.max(used, d + 1);
            depth[i] = (byte) d;
            last[d] = Math.max(lastRow(i), start[i] + 1);
        }
        return used;
    }

    private void cover(int i) {
        long held = trace.tsNs(got[i] >= 0 ? got[i] : lastRow(i));
        if (waitMask(i) != 0) {
            pyramid.cover(startNs(i), held, waitMask(i));
        }
        if (got[i] >= 0) {
            pyramid.cover(held, endNs(i), heldMask(i));
        }
        pyramid.cover(startNs(i), startNs(i), EDGE);
        pyramid.cover(endNs(i), endNs(i), EDGE);
    }

    private int waitMask(int i) {
        return !waited(i) ? 0 : write(i) ? WAIT_WRITE : WAIT_READ;
    }

    private int heldMask(int i) {
        int loose = startUnknown(i) || (flags[i] & END_UNKNOWN) != 0 ? LOOSE_END : 0;
        int held = id instanceof LaneId.SpinlockLane ? 0 : failed(i) ? TRY_FAILED : write(i) ? HELD_WRITE : HELD_READ;
        return loose | held;
    }

    private static void paint(TimeColumns columns, short[] out, long fromNs, long toNs, int mask) {
        int first = Math.max(0, columns.column(fromNs));
        int last = Math.min(columns.count() - 1, columns.column(Math.max(fromNs, toNs - 1)));
        if (fromNs >= columns.startNs() || toNs > columns.startNs()) {
            for (int c = first; c <= last; c++) {
                out[c] |= (short) mask;
            }
        }
    }
}
