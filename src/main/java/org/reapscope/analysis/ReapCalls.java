package org.reapscope.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/** The process_mrelease calls of a trace, in the order in which they end. */
final class ReapCalls {

    static final String NAME = "process_mrelease";

    private final Trace trace;
    private final EventRows rows;
    private final OwnMms ownMms;
    /** Without the end of any call, what a task does after the begin of one may be after it. */
    private final boolean endsRecorded;
    private final List<Reap> calls = new ArrayList<>();

    private ReapCalls(Trace trace, EventRows rows, OwnMms ownMms) {
        this.trace = trace;
        this.rows = rows;
        this.ownMms = ownMms;
        endsRecorded = rows.of(Tracepoint.SYS_EXIT).anyMatch(row -> trace.syscall(row).equals(NAME));
    }

    /** Calls of which neither end is in the trace cannot be seen. */
    static List<Reap> of(Trace trace, EventRows rows, OwnMms ownMms) {
        ReapCalls result = new ReapCalls(trace, rows, ownMms);
        Map<Integer, Integer> open = new HashMap<>();
        IntStream.concat(rows.of(Tracepoint.SYS_ENTER), rows.of(Tracepoint.SYS_EXIT)).sorted()
                .filter(row -> trace.syscall(row).equals(NAME))
                .forEach(row -> {
                    if (trace.tracepoint(row) == Tracepoint.SYS_ENTER) {
                        Integer unended = open.put(trace.task(row), row);
                        if (unended != null) {
                            result.add(trace.task(row), unended, -1, result.endsRecorded ? row : unended);
                        }
                    } else {
                        Integer entered = open.remove(trace.task(row));
                        result.add(trace.task(row), entered == null ? -1 : entered, row, row);
                    }
                });
        open.entrySet().stream().sorted(Map.Entry.comparingByValue())
                .forEach(entry -> result.add(entry.getKey(), entry.getValue(), -1, result.endsRecorded ? Integer.MAX_VALUE : entry.getValue()));
        return result.calls;
    }

    private int mm(int... events) {
        for (int row : events) {
            if (row >= 0) {
                return trace.object(row);
            }
        }
        return -1;
    }

    /** Without an end only the first lock cycle can be the call's: what it does with its own mm, or to write, is done later. */
    private void add(int task, int enterRow, int exitRow, int end) {
        Task caller = trace.tasks().get(task);
        int asked = -1;
        int locked = -1;
        int released = -1;
        int own = ownMms.of(task);
        for (int i = enterRow < 0 ? Integer.MAX_VALUE : rows.mmapLockBefore(task, enterRow);
                i < rows.mmapLockCount(task) && rows.mmapLockRow(task, i) < end && released < 0; i++) {
            int row = rows.mmapLockRow(task, i);
            if (exitRow < 0 && (trace.object(row) == own || Payload.write(trace.argument(row)))) {
                break;
            }
            switch (trace.tracepoint(row)) {
                case MMAP_LOCK_START_LOCKING -> asked = row;
                case MMAP_LOCK_ACQUIRE_RETURNED -> locked = Payload.success(trace.argument(row)) ? row : -1;
                default -> released = row;
            }
        }
        @Nullable Long ret = exitRow < 0 ? null : trace.argument(exitRow);
        int pidfd = enterRow < 0 ? -1 : Payload.firstArgument(trace.argument(enterRow));
        calls.add(new Reap(task, caller.tid(), caller.comm(), pidfd, VictimBy.UNKNOWN, Moment.of(trace, enterRow), Moment.of(trace, exitRow), ret,
                mm(asked, locked, released), Moment.of(trace, asked), Moment.of(trace, locked),
                Moment.of(trace, released), null));
    }
}
