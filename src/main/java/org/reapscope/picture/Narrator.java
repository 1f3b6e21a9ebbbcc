package org.reapscope.picture;

import java.util.StringJoiner;

import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Figures;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Blocker;
import org.reapscope.trace.lane.CounterLane;
import org.reapscope.trace.lane.Lane;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.SpanLane;
import org.reapscope.trace.lane.StateLane;
import org.reapscope.trace.lane.TaskState;

/** Says in one sentence what an interval is: for the tooltip, the status line and screen readers. */
public final class Narrator {

    private final Trace trace;
    private final MmNames names;
    private final ClockFigures clock;

    /** Calls address spaces by their address. */
    public Narrator(Trace trace) {
        this(trace, MmNames.byAddress(trace));
    }

    /** @param names what address spaces are called */
    public Narrator(Trace trace, MmNames names) {
        this.trace = trace;
        this.names = names;
        clock = ClockFigures.of(trace);
    }

    /** An interval of a lane. */
    public String interval(Lane lane, int interval) {
        return switch (lane) {
            case StateLane states -> state(states, interval);
            case SpanLane spans when spans.id() instanceof LaneId.SpinlockLane -> spin(spans, interval);
            case SpanLane spans -> span(spans, interval);
            case CounterLane counter -> counter(counter, interval);
        };
    }

    /** What a lane is about. */
    public String name(LaneId id) {
        return switch (id) {
            case LaneId.TaskLane(int task) -> trace.tasks().get(task).label();
            case LaneId.CpuLane(int cpu) -> "CPU " + cpu;
            case LaneId.MmapLockLane(int mm) -> "mmap_lock of " + names.of(mm);
            case LaneId.SpinlockLane(int lock) -> "spinlock " + Long.toHexString(trace.locks().get(lock));
            case LaneId.RssLane(int mm, RssMember member) -> member + " of " + names.of(mm);
        };
    }

    private String state(StateLane lane, int interval) {
        TaskState state = lane.state(interval);
        boolean over = state == TaskState.DEAD || state == TaskState.ZOMBIE;
        String when = over && lane.openEnd(interval) ? "from " + clock.moment(lane.startNs(interval)) + " on." : when(lane, interval);
        if (lane.id() instanceof LaneId.CpuLane(int cpu)) {
            int task = lane.task(interval);
            return "CPU " + cpu + (task < 0 ? ": not known who ran" : task == Task.IDLE ? " was idle" : " ran " + trace.tasks().get(task).label()
                    + (state == TaskState.EXITING ? ", which was exiting," : "")) + " " + when;
        }
        String who = trace.tasks().get(lane.task(interval)).label();
        String did = switch (state) {
            case UNKNOWN -> "is not known to have run or slept";
            case DEAD -> "was dead";
            case IDLE -> "was idle";
            case SLEEPING -> "slept";
            case ZOMBIE -> "was a zombie";
            case RUNNING -> "ran on CPU " + trace.cpu(lane.row(interval));
            case RUNNABLE -> "was runnable and waited for a CPU";
            case PREEMPTED -> "was preempted and waited for a CPU";
            case EXITING -> "ran do_exit on CPU " + trace.cpu(lane.row(interval));
            case EXITING_RUNNABLE -> "was preempted inside do_exit";
            case STOPPED -> "was stopped";
            case TRACED -> "was stopped by its tracer";
            case FROZEN -> "was frozen";
            case UNINTERRUPTIBLE -> "slept uninterruptibly (D)";
            case UNINTERRUPTIBLE_LOCK -> "slept uninterruptibly (D), waiting for a lock";
        };
        return who + " " + did + " " + when;
    }

    private String span(SpanLane lane, int span) {
        String who = trace.tasks().get(lane.task(span)).label();
        String mode = lane.write(span) ? "writing" : "reading";
        if (lane.failed(span)) {
            return who + " tried mmap_lock for " + mode + " at " + clock.moment(lane.startNs(span)) + " and did not get it.";
        }
        if (lane.startUnknown(span)) {
            return who + " held mmap_lock for " + mode + " until " + clock.moment(lane.endNs(span)) + "; since when is not known.";
        }
        String wait = lane.waited(span) ? who + " waited " + clock.length(lane.waitNs(span)) + blamed(lane, span) + " and " : who + " ";
        if (lane.acquiredRow(span) < 0) {
            return who + " waited for mmap_lock (" + mode + ") from " + clock.moment(lane.startNs(span)) + " on; it is not known to have got it.";
        }
        String held = lane.openEnd(span) ? "; when it let go is not known." : " for " + clock.length(lane.holdNs(span)) + ", from "
                + clock.moment(trace.tsNs(lane.acquiredRow(span))) + ".";
        return wait + "held mmap_lock for " + mode + held;
    }

    private String blamed(SpanLane lane, int span) {
        StringJoiner who = new StringJoiner(" and ", " behind ", "");
        who.setEmptyValue("");
        for (Blocker blocker : lane.blockers(span, 2)) {
            who.add(trace.tasks().get(lane.task(blocker.span())).label());
        }
        return who.toString();
    }

    private String spin(SpanLane lane, int span) {
        return trace.tasks().get(lane.task(span)).label() + " spun for " + clock.length(lane.waitNs(span)) + " at "
                + name(lane.id()) + ", from " + clock.moment(lane.startNs(span)) + (lane.openEnd(span) ? " on." : ".");
    }

    private String counter(CounterLane lane, int step) {
        String was = name(lane.id()) + " was " + Figures.bytes(Math.max(0, lane.value(step))) + " ";
        if (lane.holds(step)) {
            return was + when(lane, step);
        }
        return was + "at " + clock.moment(lane.startNs(step)) + " and " + Figures.bytes(Math.max(0, lane.next(step))) + " at "
                + clock.moment(lane.untilNs(step)) + "; rss_stat tells nothing of it in between.";
    }

    private String when(Lane lane, int interval) {
        String from = clock.moment(lane.startNs(interval));
        if (lane.openEnd(interval)) {
            return "from " + from + " on; the capture does not hold its end.";
        }
        return "for " + clock.length(lane.endNs(interval) - lane.startNs(interval)) + ", from " + from + ".";
    }
}
