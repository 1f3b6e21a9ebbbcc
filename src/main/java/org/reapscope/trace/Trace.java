package org.reapscope.trace;

import java.io.IOException;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Timed events by tasks on CPUs, on locks, on address spaces. Immutable; any thread may read.
 *
 * <p>Rows are in time order, and in file order where times are equal. Every accessor is O(1) unless it says otherwise.
 * Times are ns of the trace's own clock, or what {@link TraceSource#clock} says. Ids are dense from 0: tasks, mms, locks, strings.
 */
public final class Trace {

    private final TraceSource source;
    private final Lines lines;
    private final int size;
    private final Columns columns;
    private final Stacks stacks;
    private final Strings strings;
    private final List<Task> tasks;
    private final List<Mm> mms;
    private final List<Long> locks;
    private final List<RejectedLines.Reason> rejected;
    private final LineTally tally;
    private final int cpus;
    private final long lost;
    private final BitSet afterLoss;
    private final long untilNs;

    Trace(TraceSource source, Lines lines, int size, Columns columns, Stacks stacks, Strings strings, List<Task> tasks,
            List<Mm> mms, List<Long> locks, List<RejectedLines.Reason> rejected, LineTally tally, int cpus, long lost,
            BitSet afterLoss, long untilNs) {
        this.source = source;
        this.lines = lines;
        this.size = size;
        this.columns = columns;
        this.stacks = stacks;
        this.strings = strings;
        this.tasks = tasks;
        this.mms = mms;
        this.locks = locks;
        this.rejected = rejected;
        this.tally = tally;
        this.cpus = cpus;
        this.lost = lost;
        this.afterLoss = afterLoss;
        this.untilNs = untilNs;
    }

    public TraceSource source() {
        return source;
    }

    /** Number of events. */
    public int size() {
        return size;
    }

    public long tsNs(int row) {
        return columns.tsNs(row);
    }

    public int cpu(int row) {
        return columns.cpu(row);
    }

    /** Id of the task that emitted the event. */
    public int task(int row) {
        return columns.task(row);
    }

    public Tracepoint tracepoint(int row) {
        return Columns.tracepoint(columns.name(row));
    }

    /** The event's name as the source has it. */
    public String eventName(int row) {
        return strings.get(columns.name(row));
    }

    /** String id of the event's name. */
    public int name(int row) {
        return columns.name(row);
    }

    /** See {@link Tracepoint}. */
    public int object(int row) {
        return columns.object(row);
    }

    /** See {@link Tracepoint}. */
    public long argument(int row) {
        return columns.argument(row);
    }

    /** The stack trace that follows the event, innermost frame first; empty if there is none. */
    public List<String> stack(int row) {
        return stacks.of(row);
    }

    /** Where the event's line begins in the source, in bytes. */
    public long offset(int row) {
        return columns.offset(row);
    }

    /**
     * The event's original line, read from the source.
     *
     * @throws IOException if the source has gone or shrunk since
     */
    public String line(int row) throws IOException {
        return lines.at(columns.offset(row));
    }

    /** The source's text; the trace's owner closes it when the trace is no longer shown. */
    public Lines lines() {
        return lines;
    }

    public List<Task> tasks() {
        return tasks;
    }

    public Task taskOf(int row) {
        return tasks.get(task(row));
    }

    public List<Mm> mms() {
        return mms;
    }

    /** Addresses of the contended locks, hashed. */
    public List<Long> locks() {
        return locks;
    }

    /** The text of a string id. */
    public String string(int id) {
        return strings.get(id);
    }

    /** The name of the system call of a {@link Tracepoint#SYS_ENTER} or {@link Tracepoint#SYS_EXIT} row, without {@code sys_}. */
    public String syscall(int row) {
        return strings.get(object(row));
    }

    /** Number of CPUs. */
    public int cpus() {
        return cpus;
    }

    /** Events that the recorder lost. */
    public long lost() {
        return lost;
    }

    /** Whether the recorder lost events of this event's CPU right before it, as far as it told where. */
    public boolean afterLoss(int row) {
        return afterLoss.get(row);
    }

    /** What the reader did not understand. */
    public List<RejectedLines.Reason> rejected() {
        return rejected;
    }

    /** What became of the lines of its text; nothing for a trace that has none. */
    public LineTally tally() {
        return tally;
    }

    /** Time of the first event; 0 if there is none. */
    public long firstNs() {
        return size == 0 ? 0 : tsNs(0);
    }

    /** Time of the last event, or later where it is known that the trace went on without one; 0 if there is no event. */
    public long lastNs() {
        return size == 0 ? 0 : Math.max(untilNs, tsNs(size - 1));
    }

    /** Whether the clock is too coarse to tell which of two events of different CPUs came first. */
    public boolean orderUnknown(int row, int other) {
        return cpu(row) != cpu(other) && Math.abs(tsNs(row) - tsNs(other)) < source.resolutionNs();
    }

    /** The first row at or after this time, {@link #size} if there is none. O(log n). */
    public int rowAtOrAfter(long ns) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = low + high >>> 1;
            if (tsNs(middle) < ns) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The tracepoints that occur at least once. O(n), stops early when all have. */
    public Set<Tracepoint> present() {
        Set<Tracepoint> result = EnumSet.noneOf(Tracepoint.class);
        for (int row = 0; row < size && result.size() < Tracepoint.values().length; row++) {
            result.add(tracepoint(row));
        }
        return result;
    }

    /** Memory that the event columns take, in bytes. */
    public long bytes() {
        return columns.bytes();
    }
}
