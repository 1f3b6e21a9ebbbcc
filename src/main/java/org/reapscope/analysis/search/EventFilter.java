package org.reapscope.analysis.search;

import java.util.Arrays;

import org.reapscope.analysis.sentence.EventText;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.Trace;

/**
 * Which events are wanted.
 *
 * @param task only those of this task, or that name it as their object; -1 for any
 * @param name only those with this string id as their name, -1 for any
 * @param cpu only those of this CPU, -1 for any
 * @param startNs none before this time
 * @param endNs none after this time
 */
public record EventFilter(int task, int name, int cpu, long startNs, long endNs) {

    /** All events. */
    public static final EventFilter ALL = new EventFilter(-1, -1, -1, Long.MIN_VALUE, Long.MAX_VALUE);

    private static final int REPORT_MASK = (1 << 14) - 1;

    /** Whether it lets everything through. */
    public boolean all() {
        return equals(ALL);
    }

    public EventFilter withTask(int newTask) {
        return new EventFilter(newTask, name, cpu, startNs, endNs);
    }

    public EventFilter withName(int newName) {
        return new EventFilter(task, newName, cpu, startNs, endNs);
    }

    public EventFilter withCpu(int newCpu) {
        return new EventFilter(task, name, newCpu, startNs, endNs);
    }

    public EventFilter within(long newStartNs, long newEndNs) {
        return new EventFilter(task, name, cpu, newStartNs, newEndNs);
    }

    /** Whether the event in this row is wanted. */
    public boolean accepts(Trace trace, int row) {
        return (name < 0 || trace.name(row) == name) && (cpu < 0 || trace.cpu(row) == cpu)
                && (task < 0 || trace.task(row) == task || trace.object(row) == task && EventText.objectIsTask(trace.tracepoint(row)))
                && trace.tsNs(row) >= startNs && trace.tsNs(row) <= endNs;
    }

    /** The wanted rows in order. O(rows in the time span). */
    public int[] select(Trace trace, Progress progress) {
        int from = startNs == Long.MIN_VALUE ? 0 : trace.rowAtOrAfter(startNs);
        int to = endNs == Long.MAX_VALUE ? trace.size() : trace.rowAtOrAfter(endNs + 1);
        int[] found = new int[1024];
        int count = 0;
        for (int row = from; row < to; row++) {
            if (accepts(trace, row)) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = row;
            }
            if ((row & REPORT_MASK) == 0) {
                progress.report(row - from, to - from);
            }
        }
        return Arrays.copyOf(found, count);
    }
}
