package org.reapscope.analysis.sentence;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.analysis.Kill;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.SpanLane;

/** Who runs, who waits, and what those who stop running keep from others. */
final class SchedSentences {

    private static final int[] NONE = {};

    private final Cast cast;
    private final Trace trace;

    SchedSentences(Cast cast) {
        this.cast = cast;
        this.trace = cast.trace();
    }

    EventSentence switched(int row) {
        int prev = trace.task(row);
        int next = trace.object(row);
        String cpu = "CPU " + trace.cpu(row);
        String then = next == Task.IDLE ? cpu + " goes idle" : cast.task(next) + " runs on " + cpu;
        if (prev == Task.IDLE) {
            return new EventSentence(cpu + " leaves idle: " + cast.task(next) + " runs.", Source.SCHEDULE);
        }
        String who = cast.task(prev);
        long state = trace.argument(row);
        return switch (Payload.prevStateLetter(state)) {
            case 'R' -> new EventSentence(who + " was preempted: " + then + ".", preempted(prev, row), Source.SCHEDULE);
            case 'D' -> new EventSentence(who + " blocked, uninterruptibly: " + then + ".", blocked(prev, row), Source.SCHEDULE);
            case 'Z' -> new EventSentence(who + " left the CPU for good, as a zombie: " + then + ".",
                    "It stays until its group is empty and its parent has waited for it.", Source.SCHEDULE);
            case 'X' -> new EventSentence(who + " left the CPU for good: " + then + ".",
                    "It leaves nothing for anybody to wait for.", Source.SCHEDULE);
            case 'T', 't' -> new EventSentence(who + " stopped: " + then + ".", Source.SCHEDULE);
            default -> new EventSentence(who + " went to sleep: " + then + ".", held(prev, row), Source.SCHEDULE);
        };
    }

    EventSentence woken(int row) {
        String who = cast.task(trace.object(row));
        String by = trace.task(row) == Task.IDLE ? "an interrupt on CPU " + trace.cpu(row) : cast.task(trace.task(row));
        String cpu = "CPU " + trace.argument(row);
        return switch (trace.tracepoint(row)) {
            case SCHED_WAKING -> new EventSentence(by + " is waking " + who + " for " + cpu + ".", Source.TRY_TO_WAKE_UP);
            case SCHED_MIGRATE_TASK -> new EventSentence(who + " moves to " + cpu + ".", Source.SET_TASK_CPU);
            case SCHED_WAKEUP_NEW -> new EventSentence(who + " is new and waits for its first turn on " + cpu + ".", Source.WAKE_UP_NEW_TASK);
            default -> new EventSentence(who + " is awake and waits for " + cpu + ".", Source.TTWU_DO_WAKEUP);
        };
    }

    private String preempted(int task, int row) {
        String held = held(task, row);
        return held.isEmpty() ? "It still wants to run and waits for a CPU." : held;
    }

    /** What a task that stops running keeps from others. */
    private String held(int task, int row) {
        for (int mm = 0; mm < trace.mms().size(); mm++) {
            SpanLane lane = cast.mmapLock(mm);
            for (int span : lane == null ? NONE : lane.holders(row)) {
                if (lane != null && lane.task(span) == task) {
                    return "It holds the mmap_lock of " + cast.mm(mm) + (lane.write(span) ? " for writing" : " for reading")
                            + waiting(lane, row) + pins(task, mm);
                }
            }
        }
        return "";
    }

    private String waiting(SpanLane lane, int row) {
        List<Integer> waiters = new ArrayList<>();
        for (int span : lane.waiters(row)) {
            waiters.add(lane.task(span));
        }
        return waiters.isEmpty() ? " meanwhile." : "; " + cast.tasks(waiters) + (waiters.size() == 1 ? " waits for it." : " wait for it.");
    }

    /** Somebody outside the victim that reads its mm holds a reference besides the lock. */
    private String pins(int task, int mm) {
        Kill kill = cast.kill(mm);
        return kill == null || kill.isThread(task) ? ""
                : " A reader of another's mm also holds mm_users: the memory cannot be torn down before it runs again.";
    }

    private String blocked(int task, int row) {
        for (int mm = 0; mm < trace.mms().size(); mm++) {
            SpanLane lane = cast.mmapLock(mm);
            for (int span : lane == null ? NONE : lane.waiters(row)) {
                if (lane != null && lane.task(span) == task) {
                    return "It waits for the mmap_lock of " + cast.mm(mm) + (lane.write(span) ? " to write, " : " to read, ")
                            + cast.time(lane.waitNs(span)) + " in all; "
                            + MmapLockSentences.holders(cast, lane, row, task) + ".";
                }
            }
        }
        return "";
    }
}
