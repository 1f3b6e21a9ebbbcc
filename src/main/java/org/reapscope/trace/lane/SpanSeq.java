package org.reapscope.trace.lane;

import org.reapscope.trace.LongIds;

/**
 * Lock spans of all lanes of a kind while they are built, and which of them each task has open: for each lock the one
 * that it began last.
 */
final class SpanSeq {

    private static final int NONE = -1;

    private final IntSeq lock = new IntSeq();
    private final IntSeq start = new IntSeq();
    private final IntSeq got = new IntSeq();
    private final IntSeq end = new IntSeq();
    private final IntSeq flags = new IntSeq();
    private final LongIds pairs = new LongIds();
    private final IntSeq open = new IntSeq();

    int size() {
        return lock.size();
    }

    /** Begins a span and leaves it open. */
    int begin(int task, int lockId, int startRow, int gotRow, int spanFlags) {
        int span = closed(lockId, startRow, gotRow, NONE, spanFlags);
        int pair = pairs.get(key(task, lockId));
        if (pair < 0) {
            pairs.put(key(task, lockId), open.size());
            open.add(span);
        } else {
            open.set(pair, span);
        }
        return span;
    }

    /** Adds a span that needs no closing. */
    int closed(int lockId, int startRow, int gotRow, int endRow, int spanFlags) {
        lock.add(lockId);
        start.add(startRow);
        got.add(gotRow);
        end.add(endRow);
        flags.add(spanFlags);
        return lock.size() - 1;
    }

    /** The span of this lock that the task has open, -1 if none. */
    int openSpan(int task, int lockId) {
        int pair = pairs.get(key(task, lockId));
        return pair < 0 ? NONE : open.get(pair);
    }

    /** Whether the span has been acquired already. */
    boolean acquired(int span) {
        return got.get(span) != NONE;
    }

    void acquire(int span, int row) {
        got.set(span, row);
    }

    /** Ends an open span of the task. */
    void close(int task, int span, int endRow, int moreFlags) {
        end.set(span, endRow);
        flags.set(span, flags.get(span) | moreFlags);
        int pair = pairs.get(key(task, lock.get(span)));
        if (pair >= 0 && open.get(pair) == span) {
            open.set(pair, NONE);
        }
    }

    private static long key(int task, int lockId) {
        return (long) task << 32 | lockId;
    }

    /** Ends an open span where it is last known: something of it was lost. */
    void lose(int task, int span) {
        close(task, span, Math.max(start.get(span), got.get(span)), SpanLane.END_UNKNOWN);
    }

    int lock(int span) {
        return lock.get(span);
    }

    int start(int span) {
        return start.get(span);
    }

    int got(int span) {
        return got.get(span);
    }

    int end(int span) {
        return end.get(span);
    }

    int flags(int span) {
        return flags.get(span);
    }
}
