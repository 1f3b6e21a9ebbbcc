package org.reapscope.analysis;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.reapscope.base.job.Progress;
import org.reapscope.trace.RowIndex;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/**
 * The rows that detectors look at: by tracepoint, and the mmap_lock events by task. The floods (rss_stat, the
 * scheduler's events) are only counted here; lanes hold what they mean. Made in O(rows), read in O(1).
 */
public final class EventRows {

    private static final Set<Tracepoint> FLOODS = EnumSet.of(Tracepoint.RSS_STAT, Tracepoint.SCHED_SWITCH,
            Tracepoint.SCHED_WAKING, Tracepoint.SCHED_WAKEUP, Tracepoint.SCHED_MIGRATE_TASK, Tracepoint.TLB_FLUSH,
            Tracepoint.PAGE_FAULT_USER, Tracepoint.MMAP_LOCK_START_LOCKING, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED,
            Tracepoint.MMAP_LOCK_RELEASED, Tracepoint.OTHER);
    private static final int FIRST_MMAP = Tracepoint.MMAP_LOCK_START_LOCKING.ordinal();
    private static final int LAST_MMAP = Tracepoint.MMAP_LOCK_RELEASED.ordinal();
    private static final int REPORT_MASK = (1 << 16) - 1;

    private final RowIndex byTracepoint;
    private final RowIndex mmapByTask;
    private final RowIndex contentionByTask;
    private final RowIndex syscallsByTask;
    private final Set<Tracepoint> present;

    private EventRows(RowIndex byTracepoint, RowIndex mmapByTask, RowIndex contentionByTask, RowIndex syscallsByTask,
            Set<Tracepoint> present) {
        this.byTracepoint = byTracepoint;
        this.mmapByTask = mmapByTask;
        this.contentionByTask = contentionByTask;
        this.syscallsByTask = syscallsByTask;
        this.present = present;
    }

    static EventRows of(Trace trace, Progress progress) {
        boolean[] seen = new boolean[Tracepoint.values().length];
        boolean[] flood = new boolean[seen.length];
        FLOODS.forEach(tracepoint -> flood[tracepoint.ordinal()] = true);
        int[] wanted = new int[16];
        int size = 0;
        for (int row = 0; row < trace.size(); row++) {
            if ((row & REPORT_MASK) == 0) {
                progress.report(row, trace.size());
            }
            int ordinal = trace.tracepoint(row).ordinal();
            seen[ordinal] = true;
            if (!flood[ordinal] || mmapLock(ordinal)) {
                wanted = size == wanted.length ? Arrays.copyOf(wanted, 2 * size) : wanted;
                wanted[size++] = row;
            }
        }
        int[] rows = Arrays.copyOf(wanted, size);
        RowIndex byTracepoint = RowIndex.of(rows, seen.length, row -> {
            int ordinal = trace.tracepoint(row).ordinal();
            return flood[ordinal] ? -1 : ordinal;
        });
        RowIndex mmapByTask = RowIndex.of(rows, trace.tasks().size(),
                row -> mmapLock(trace.tracepoint(row).ordinal()) ? trace.task(row) : -1);
        RowIndex contentionByTask = RowIndex.of(rows, trace.tasks().size(), row -> trace.tracepoint(row) == Tracepoint.CONTENTION_BEGIN ? trace.task(row) : -1);
        RowIndex syscallsByTask = RowIndex.of(rows, trace.tasks().size(),
                row -> trace.tracepoint(row) == Tracepoint.SYS_ENTER || trace.tracepoint(row) == Tracepoint.SYS_EXIT ? trace.task(row) : -1);
        EnumSet<Tracepoint> present = EnumSet.noneOf(Tracepoint.class);
        for (Tracepoint tracepoint : Tracepoint.values()) {
            if (seen[tracepoint.ordinal()]) {
                present.add(tracepoint);
            }
        }
        return new EventRows(byTracepoint, mmapByTask, contentionByTask, syscallsByTask, Collections.unmodifiableSet(present));
    }

    private static boolean mmapLock(int ordinal) {
        return ordinal >= FIRST_MMAP && ordinal <= LAST_MMAP;
    }

    /** The tracepoints that occur at least once. */
    public Set<Tracepoint> present() {
        return present;
    }

    /** Whether the tracepoint occurs. */
    public boolean has(Tracepoint tracepoint) {
        return present.contains(tracepoint);
    }

    /** The rows of a tracepoint, in time order; none for those that are only counted. */
    public IntStream of(Tracepoint tracepoint) {
        int key = tracepoint.ordinal();
        return IntStream.range(0, byTracepoint.count(key)).map(i -> byTracepoint.row(key, i));
    }

    /** The rows of several tracepoints, in time order. O(n log n). */
    public IntStream of(Tracepoint... tracepoints) {
        return Stream.of(tracepoints).flatMapToInt(this::of).sorted();
    }

    /** How many rows a tracepoint has; 0 for those that are only counted. */
    public int count(Tracepoint tracepoint) {
        return byTracepoint.count(tracepoint.ordinal());
    }

    /** The last row of a tracepoint before {@code row}, -1 if there is none. O(log n). */
    public int lastBefore(Tracepoint tracepoint, int row) {
        int before = byTracepoint.countBefore(tracepoint.ordinal(), row);
        return before == 0 ? -1 : byTracepoint.row(tracepoint.ordinal(), before - 1);
    }

    /** The mm whose mmap_lock the task holds, or waits for, right before {@code row}; -1 if none. O(log n). */
    public int mmOfLock(Trace trace, int task, int row) {
        int last = lastMmapLock(task, row);
        return last < 0 || trace.tracepoint(last) == Tracepoint.MMAP_LOCK_RELEASED ? -1 : trace.object(last);
    }

    /** The task's last mmap_lock event before {@code row}, -1 if there is none. O(log n). */
    public int lastMmapLock(int task, int row) {
        int before = mmapByTask.countBefore(task, row);
        return before == 0 ? -1 : mmapByTask.row(task, before - 1);
    }

    /** The task's last contention_begin before {@code row}, -1 if there is none. O(log n). */
    public int lastContention(int task, int row) {
        int before = contentionByTask.countBefore(task, row);
        return before == 0 ? -1 : contentionByTask.row(task, before - 1);
    }

    /** The sys_enter of the system call that the task is in at {@code row}, as far as recorded; -1 if it is in none. O(log n). */
    public int syscallAt(Trace trace, int task, int row) {
        int before = syscallsByTask.countBefore(task, row);
        int last = before == 0 ? -1 : syscallsByTask.row(task, before - 1);
        return last >= 0 && trace.tracepoint(last) == Tracepoint.SYS_ENTER ? last : -1;
    }

    /** How many mmap_lock events the task has. */
    int mmapLockCount(int task) {
        return mmapByTask.count(task);
    }

    /** The task's {@code i}-th mmap_lock event. */
    int mmapLockRow(int task, int i) {
        return mmapByTask.row(task, i);
    }

    /** How many of the task's mmap_lock events stand before {@code row}. O(log n). */
    int mmapLockBefore(int task, int row) {
        return mmapByTask.countBefore(task, row);
    }
}
