package org.reapscope.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Payload;
import org.reapscope.trace.RowIndex;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.SpanLane;

/**
 * Finds who had mm_users of a dead process's mm, by the mmap_lock cycles of tasks outside it. process_mrelease and the OOM
 * reaper lock it too, but hold mm_count only. Who locked it last before the window opened and shows no sign of having
 * left the system call since may hold it still: a reader of /proc that sleeps while it copies to user space does.
 */
final class Holders {

    /** The lock cycles of one task on the mm that matter: rows, -1 where there are none. */
    private static final class Seen {
        int before = -1;
        int beforeEnd = -1;
        int first = -1;
        int last = -1;
    }

    private final Trace trace;
    private final Lanes lanes;
    private final EventRows rows;
    private final Processes processes;
    private final Map<Integer, List<Reap>> callsByTask = new HashMap<>();
    private @Nullable RowIndex callEdges;

    Holders(Trace trace, Lanes lanes, EventRows rows, Processes processes, List<Reap> calls) {
        this.trace = trace;
        this.lanes = lanes;
        this.rows = rows;
        this.processes = processes;
        calls.forEach(call -> callsByTask.computeIfAbsent(call.task(), task -> new ArrayList<>()).add(call));
    }

    /** In the order of {@link Holder#from}; empty where it is not known when the last thread left. O(lock cycles of the mm). */
    List<Holder> of(Kill kill) {
        Moment opened = kill.mmNull();
        SpanLane lane = kill.mm() < 0 ? null : lanes.mmapLock(kill.mm());
        if (opened == null || lane == null) {
            return List.of();
        }
        Moment began = kill.teardownBegan();
        Map<Integer, Seen> byTask = seen(kill, lane, opened, began);
        List<Holder> holders = new ArrayList<>();
        byTask.forEach((task, seen) -> {
            if (seen.first >= 0 && seen.before >= 0) {
                int left = left(task, seen.beforeEnd, kill.mm());
                seen.first = left < 0 || left >= seen.first ? seen.before : seen.first;
            }
            boolean last = kill.teardown() != null && kill.teardown().task() == task;
            Holder holder = holder(task, seen, last ? Objects.requireNonNull(began) : null);
            if (last || seen.first >= 0 || holder.atMost() == null || !holder.atMost().before(opened)) {
                holders.add(holder);
            }
        });
        holders.sort(Comparator.comparing(Holder::from));
        return holders;
    }

    private Map<Integer, Seen> seen(Kill kill, SpanLane lane, Moment opened, @Nullable Moment began) {
        Map<Integer, Seen> byTask = new LinkedHashMap<>();
        if (kill.teardown() != null && processes.of(kill.teardown().task()) != kill.process()) {
            byTask.put(kill.teardown().task(), new Seen());
        }
        int end = began == null ? Integer.MAX_VALUE : began.row();
        for (int span = 0; span < lane.size(); span++) {
            int task = lane.task(span);
            int row = lane.row(span);
            if (lane.acquiredRow(span) < 0 || lane.acquiredRow(span) >= end || processes.of(task) == kill.process() || reaps(task, row)) {
                continue;
            }
            if (lane.lastRow(span) >= opened.row()) {
                Seen seen = byTask.computeIfAbsent(task, key -> new Seen());
                seen.first = seen.first < 0 ? row : Math.min(seen.first, row);
                seen.last = Math.max(seen.last, Math.min(lane.lastRow(span), end));
            } else if (!lane.write(span)) {
                Seen seen = byTask.computeIfAbsent(task, key -> new Seen());
                seen.before = row;
                seen.beforeEnd = lane.lastRow(span);
            }
        }
        return byTask;
    }

    private Holder holder(int task, Seen seen, @Nullable Moment began) {
        int from = seen.first >= 0 ? seen.first : seen.before;
        int to = seen.first >= 0 ? seen.last : seen.beforeEnd;
        String label = trace.tasks().get(task).label();
        if (began != null) {
            return new Holder(task, label, from < 0 ? began : moment(from), began, began, true);
        }
        return new Holder(task, label, moment(from), moment(to), Moment.of(trace, left(task, to, lockedMm(to))), false);
    }

    private int lockedMm(int row) {
        return trace.object(row);
    }

    /** The first row after {@code row} at which the task cannot be in the same system call any more: -1 if there is none. */
    private int left(int task, int row, int mm) {
        Task who = trace.tasks().get(task);
        int left = who.exitRow() > row ? who.exitRow() : Integer.MAX_VALUE;
        RowIndex edges = callEdges();
        int next = edges.countBefore(task, row + 1);
        if (next < edges.count(task)) {
            left = Math.min(left, edges.row(task, next));
        }
        int own = -1;
        for (int i = rows.mmapLockBefore(task, row + 1); i < rows.mmapLockCount(task) && rows.mmapLockRow(task, i) < left; i++) {
            int lock = rows.mmapLockRow(task, i);
            boolean read = !Payload.write(trace.argument(lock));
            own = own < 0 && read ? trace.object(lock) : own;
            if (!read || trace.object(lock) != own && trace.object(lock) != mm) {
                left = lock;
            }
        }
        return left == Integer.MAX_VALUE ? -1 : left;
    }

    private RowIndex callEdges() {
        RowIndex edges = callEdges;
        if (edges == null) {
            int[] calls = rows.of(Tracepoint.SYS_ENTER, Tracepoint.SYS_EXIT, Tracepoint.TASK_NEWTASK, Tracepoint.SCHED_PROCESS_EXEC).toArray();
            edges = RowIndex.of(calls, trace.tasks().size(), trace::task);
            callEdges = edges;
        }
        return edges;
    }

    /** Whether the task was in process_mrelease then, or is the OOM reaper at work. */
    private boolean reaps(int task, int row) {
        for (Reap call : callsByTask.getOrDefault(task, List.of())) {
            Moment exited = call.exited();
            if (call.first().row() <= row && (exited == null || row <= exited.row())) {
                return true;
            }
        }
        return rows.has(Tracepoint.START_TASK_REAPING) && trace.tasks().get(task).comm().equals("oom_reaper");
    }

    private Moment moment(int row) {
        return new Moment(row, trace.tsNs(row));
    }
}
