package org.reapscope.analysis;

import java.util.Arrays;

import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/**
 * Which mm is each task's own: the one it gave up in exit_mm, or else the last one that it counted pages of as its own
 * ({@code rss_stat curr=1}, which says {@code current->mm == mm}) since it executed a program. One that only took a foreign mm's lock owns nothing by it.
 */
final class OwnMms {

    private final int[] own;

    private OwnMms(int[] own) {
        this.own = own;
    }

    /** O(rows). */
    static OwnMms of(Trace trace, ExitMm exitMm) {
        int[] own = new int[trace.tasks().size()];
        Arrays.fill(own, -1);
        for (int row = 0; row < trace.size(); row++) {
            Tracepoint tracepoint = trace.tracepoint(row);
            if (tracepoint == Tracepoint.RSS_STAT && Payload.rssCurr(trace.argument(row))) {
                own[trace.task(row)] = trace.object(row);
            } else if (tracepoint == Tracepoint.SCHED_PROCESS_EXEC && trace.object(row) >= 0) {
                own[trace.object(row)] = -1;
            }
        }
        for (int task = 0; task < own.length; task++) {
            own[task] = exitMm.mm(task) >= 0 ? exitMm.mm(task) : own[task];
        }
        return new OwnMms(own);
    }

    /** The task's last own mm, -1 if the trace does not tell. */
    int of(int task) {
        return own[task];
    }
}
