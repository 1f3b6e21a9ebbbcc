package org.reapscope.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.reapscope.trace.Mm;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.Signals;
import org.reapscope.trace.lane.SpanLane;
import org.reapscope.trace.lane.StateLane;

/** Which rows a trace shows at first: who kills, who is killed, who touches the victims' memory, and that memory. */
public final class StandardRows {

    private static final int SIGKILL = 9;
    private static final int MOST_TASKS = 48;
    private static final int MOST_LOCKS = 8;
    private static final int SMALL = 8;

    private final Lanes lanes;
    private final Trace trace;
    private final Set<Integer> killers = new LinkedHashSet<>();
    private final Set<Integer> victims = new LinkedHashSet<>();

    private StandardRows(Lanes lanes) {
        this.lanes = lanes;
        this.trace = lanes.trace();
    }

    /** The rows, with headings, a ruler first and an overview last. O(rows of the trace). */
    public static List<Row> of(Lanes lanes) {
        return new StandardRows(lanes).rows();
    }

    private List<Row> rows() {
        killers();
        reapers();
        Set<Integer> mms = mms();
        List<Row> result = new ArrayList<>(List.of(new Row.Ruler(), new Row.Heading("TASK STATES")));
        tasks(mms).stream().limit(MOST_TASKS).forEach(task -> result.add(
                new Row.States(new LaneId.TaskLane(task), trace.tasks().get(task).label())));
        result.add(new Row.Heading("CPUS"));
        for (int cpu = 0; cpu < trace.cpus(); cpu++) {
            if (lanes.cpu(cpu) != null) {
                result.add(new Row.States(new LaneId.CpuLane(cpu), "CPU " + cpu));
            }
        }
        result.add(new Row.Heading("MEMORY"));
        long most = mms.stream().mapToLong(mm -> RssPainter.top(lanes, mm)).max().orElse(0);
        mms.stream().filter(mm -> RssPainter.top(lanes, mm) > most / SMALL).forEach(mm -> result.add(new Row.Rss(mm, "RSS " + owner(mm))));
        result.add(new Row.Heading("LOCKS"));
        mms.stream().filter(mm -> lanes.mmapLock(mm) != null).forEach(mm -> result.add(
                new Row.Spans(new LaneId.MmapLockLane(mm), "mmap_lock " + owner(mm))));
        spinlocks().forEach(lock -> result.add(new Row.Spans(new LaneId.SpinlockLane(lock), "spinlock " + (lock + 1))));
        result.removeIf(row -> row instanceof Row.Heading && empty(result, row));
        result.add(new Row.Overview("overview"));
        return List.copyOf(result);
    }

    private void killers() {
        Signals signals = lanes.signals();
        for (int i = 0; i < signals.size(); i++) {
            if (signals.number(i) == SIGKILL) {
                killers.add(signals.sender(i));
                group(signals.target(i));
            }
        }
    }

    private void reapers() {
        for (int row = 0; row < trace.size(); row++) {
            Tracepoint tracepoint = trace.tracepoint(row);
            switch (tracepoint) {
                case MARK_VICTIM -> group(trace.object(row));
                case START_TASK_REAPING, SKIP_TASK_REAPING -> killers.add(trace.task(row));
                case SYS_ENTER -> {
                    if (trace.syscall(row).equals("process_mrelease")) {
                        killers.add(trace.task(row));
                    }
                }
                default -> { }
            }
        }
        killers.remove(Task.IDLE);
    }

    private void group(int task) {
        if (task <= Task.IDLE) {
            return;
        }
        victims.add(task);
        Task leader = trace.tasks().get(task);
        for (Task other : trace.tasks()) {
            if (other.tgid() == leader.tgid() && other.epoch() == leader.epoch()) {
                victims.add(other.id());
            }
        }
    }

    /** The address spaces that only victims tear down or lock most; all that exit, where nobody is killed. */
    private Set<Integer> mms() {
        Set<Integer> result = new LinkedHashSet<>();
        for (Mm mm : trace.mms()) {
            SpanLane lane = lanes.mmapLock(mm.id());
            if (lane != null && (victims.isEmpty() ? mm.exitMmapRow() >= 0 : touchedBy(lane, victims))) {
                result.add(mm.id());
            }
        }
        return result;
    }

    private boolean touchedBy(SpanLane lane, Set<Integer> tasks) {
        return IntStream.range(0, lane.size()).anyMatch(i -> tasks.contains(lane.task(i)));
    }

    private Set<Integer> tasks(Set<Integer> mms) {
        Set<Integer> result = new LinkedHashSet<>(killers);
        for (int mm : mms) {
            SpanLane lane = lanes.mmapLock(mm);
            for (int i = 0; lane != null && i < lane.size(); i++) {
                result.add(lane.task(i));
            }
        }
        result.addAll(victims);
        if (result.isEmpty()) {
            IntStream.range(1, trace.tasks().size()).boxed()
                    .sorted(Comparator.comparingInt((Integer task) -> -changes(task)).thenComparing(task -> task))
                    .forEach(result::add);
        }
        result.removeIf(task -> lanes.task(task) == null);
        return result;
    }

    private int changes(int task) {
        StateLane lane = lanes.task(task);
        return lane == null ? 0 : lane.size();
    }

    /** The victim that locked the mm first, else who did. */
    private String owner(int mm) {
        SpanLane lane = lanes.mmapLock(mm);
        if (lane == null || lane.size() == 0) {
            return trace.mms().get(mm).label();
        }
        int first = IntStream.range(0, lane.size()).filter(i -> victims.contains(lane.task(i))).findFirst().orElse(0);
        return trace.tasks().get(lane.task(first)).label();
    }

    private List<Integer> spinlocks() {
        return IntStream.range(0, trace.locks().size()).boxed()
                .filter(lock -> waits(lock) > 0)
                .sorted(Comparator.comparingInt((Integer lock) -> -waits(lock)).thenComparing(lock -> lock))
                .limit(MOST_LOCKS).toList();
    }

    private int waits(int lock) {
        SpanLane lane = lanes.spinlock(lock);
        return lane == null ? 0 : lane.size();
    }

    private static boolean empty(List<Row> rows, Row heading) {
        int next = rows.indexOf(heading) + 1;
        return next == rows.size() || rows.get(next) instanceof Row.Heading;
    }
}
