package org.reapscope.trace;

import java.util.BitSet;
import java.util.List;

/**
 * Makes a {@link Trace}, one event at a time. Readers and the model's runs write through it alike.
 *
 * <p>Events come in file order. Identities (which task has a tid, which mm has a pointer) follow the events as they
 * are added, so events should come nearly in time order; what is out of order is sorted, stably, by {@link #build}.
 * One thread writes; {@link #snapshot} may be handed to others at any time.
 */
public final class TraceBuilder {

    private final Strings strings = new Strings();
    private final TaskTable tasks = new TaskTable();
    private final MmTable mms = new MmTable();
    private final LockTable locks = new LockTable();
    private final RejectedLines rejected;
    private final LineTally tally;
    private final LongIds writeHeld = new LongIds();

    private Columns columns = new Columns();
    private Stacks stacks = new Stacks();
    private long lastNs = Long.MIN_VALUE;
    private int sortedRows;
    private int cpus;
    private long lost;
    private long untilNs = Long.MIN_VALUE;
    private final BitSet lossPending = new BitSet();
    private final BitSet afterLoss = new BitSet();

    /** The first string ids are the tracepoints' names, by ordinal. */
    public TraceBuilder() {
        this(new RejectedLines(), new LineTally());
    }

    private TraceBuilder(RejectedLines rejected, LineTally tally) {
        this.rejected = rejected;
        this.tally = tally;
        for (Tracepoint tracepoint : Tracepoint.values()) {
            strings.intern(tracepoint.kernelName());
        }
    }

    public Strings strings() {
        return strings;
    }

    public TaskTable tasks() {
        return tasks;
    }

    public MmTable mms() {
        return mms;
    }

    public LockTable locks() {
        return locks;
    }

    public RejectedLines rejected() {
        return rejected;
    }

    /** What became of the lines of the text that it is read from. */
    public LineTally tally() {
        return tally;
    }

    /** Events written so far. */
    public int size() {
        return columns.size();
    }

    /** Whether every event so far came at or after the one before it. */
    public boolean sorted() {
        return sortedRows == columns.size();
    }

    /** CPU of a row that was added. */
    public int cpu(int row) {
        return columns.cpu(row);
    }

    /** Task of a row that was added. */
    public int task(int row) {
        return columns.task(row);
    }

    /** String id of the event name of a row that was added. */
    public int name(int row) {
        return columns.name(row);
    }

    /** Offset of the line of a row that was added. */
    public long offset(int row) {
        return columns.offset(row);
    }

    /** The stack trace attached to a row; empty if there is none. */
    public List<String> stackOf(int row) {
        return stacks.of(row);
    }

    /**
     * Adds an event and lets the identities follow it.
     *
     * @param tsNs time in ns of the trace's clock
     * @param cpu from 0
     * @param task the task that emitted it
     * @param name string id of the event's name; below {@link Tracepoint#values()}'s length it is a tracepoint's ordinal
     * @param object see {@link Tracepoint}
     * @param argument see {@link Tracepoint}
     * @param offset where the event's line begins in the source, in bytes; below 2^40
     * @return the event's row
     */
    public int add(long tsNs, int cpu, int task, int name, int object, long argument, long offset) {
        int row = columns.size();
        if (sortedRows == row && tsNs >= lastNs) {
            sortedRows++;
            lastNs = tsNs;
        }
        cpus = Math.max(cpus, cpu + 1);
        int resolved = name == Tracepoint.EXIT_MMAP.ordinal() && object < 0 ? writeHeld.get(task) : object;
        if (lossPending.get(cpu)) {
            lossPending.clear(cpu);
            afterLoss.set(row);
        }
        columns.add(tsNs, cpu, task, name, resolved, argument, offset);
        if (name < Tracepoint.OTHER.ordinal()) {
            follow(Columns.tracepoint(name), row, task, resolved, argument);
        }
        return row;
    }

    /** Attaches the stack trace that followed an event, innermost frame first. */
    public void stack(int row, List<String> frames) {
        stacks.attach(row, frames);
    }

    /** Counts events that the recorder lost, wherever they were. */
    public void lost(long events) {
        lost += events;
    }

    /** Hears that events of a CPU were lost before the next one that is added of it; counts none. */
    public void lossOn(int cpu) {
        lossPending.set(cpu);
    }

    /** Whether events of its CPU were lost right before a row that was added. */
    public boolean afterLoss(int row) {
        return afterLoss.get(row);
    }

    /** The CPUs that the source speaks of, even if some emitted nothing. */
    public void atLeastCpus(int count) {
        cpus = Math.max(cpus, count);
    }

    /** Hears that the trace goes on until this time, if with no further event. */
    public void goesOnUntil(long ns) {
        untilNs = ns;
    }

    /** What has been read so far, in file order; unsorted input gives only what was there before the first disorder. */
    public Trace snapshot(TraceSource source, Lines lines) {
        return trace(source, lines, sortedRows, stacks.copy(), new int[0], (BitSet) afterLoss.clone());
    }

    /** The rows in time order; rows with the same time keep their order. */
    public int[] timeOrder() {
        return StableOrder.byTime(columns);
    }

    /**
     * A builder for the same source, to be given the same events in {@link #timeOrder} so that identities come out right. It
     * knows of lost events, CPUs and rejected lines what this one does.
     */
    public TraceBuilder resorted() {
        TraceBuilder result = new TraceBuilder(rejected, tally);
        result.cpus = cpus;
        result.lost = lost;
        return result;
    }

    /** The whole trace, in time order; events with the same time stay in file order. Ends the builder's life. */
    public Trace build(TraceSource source, Lines lines) {
        if (mms.anyMerged()) {
            columns = columns.withMms(mms.merge());
        }
        if (sorted()) {
            return trace(source, lines, columns.size(), stacks, new int[0], afterLoss);
        }
        int[] order = timeOrder();
        int[] newRow = new int[order.length];
        Stacks moved = new Stacks();
        BitSet losses = new BitSet();
        for (int row = 0; row < order.length; row++) {
            newRow[order[row]] = row;
            losses.set(row, afterLoss.get(order[row]));
            List<String> frames = stacks.of(order[row]);
            if (!frames.isEmpty()) {
                moved.attach(row, frames);
            }
        }
        columns = columns.permuted(order);
        stacks = moved;
        return trace(source, lines, columns.size(), stacks, newRow, losses);
    }

    private Trace trace(TraceSource source, Lines lines, int size, Stacks stacksThen, int[] newRow,
            BitSet losses) {
        return new Trace(source, lines, size, columns, stacksThen, strings, tasks.snapshot(newRow),
                mms.snapshot(newRow), locks.snapshot(), rejected.reasons(), tally.copy(), cpus, lost, losses, untilNs);
    }

    private void follow(Tracepoint tracepoint, int row, int task, int object, long argument) {
        switch (tracepoint) {
            case SCHED_PROCESS_FORK -> tasks.bornAt(object, row);
            case TASK_NEWTASK -> {
                tasks.bornAt(object, row);
                tasks.cloned(task, object, argument);
            }
            case SCHED_PROCESS_EXIT -> tasks.exited(object, row);
            case SCHED_PROCESS_FREE -> tasks.freed(object);
            case MMAP_LOCK_START_LOCKING, MMAP_LOCK_ACQUIRE_RETURNED -> {
                if (Payload.write(argument) && Payload.success(argument)) {
                    writeHeld.put(task, object);
                }
            }
            case MMAP_LOCK_RELEASED -> {
                if (Payload.write(argument)) {
                    mms.writeReleased(object);
                }
            }
            case EXIT_MMAP -> {
                if (object >= 0) {
                    mms.exitMmap(object, row);
                }
            }
            default -> { }
        }
    }
}
