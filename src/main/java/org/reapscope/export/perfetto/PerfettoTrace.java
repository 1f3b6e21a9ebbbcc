package org.reapscope.export.perfetto;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.base.errno.Errno;
import org.reapscope.base.errno.Signum;
import org.reapscope.export.Exhibit;
import org.reapscope.export.perfetto.TraceEvents.Track;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.CounterLane;
import org.reapscope.trace.lane.Lane;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.Signals;
import org.reapscope.trace.lane.SpanLane;
import org.reapscope.trace.lane.StateLane;
import org.reapscope.trace.lane.TaskState;

/**
 * Writes a whole trace: processes and threads under their own numbers with their states, system calls and signals (with
 * arrows from sender over delivery to exit); and beside them the tracks that no kernel event draws: the race of each kill,
 * the findings, who held and awaited each lock, who ran on each CPU.
 */
public final class PerfettoTrace {

    /** Numbers that no kernel gives to a process: its largest is 2^22. */
    private static final long RACE = 1L << 23;
    private static final long LOCKS = RACE + 1;
    private static final long CPUS = RACE + 2;
    private static final long MEMORY = RACE + 3;
    private static final long EPOCH = 1L << 24;
    private static final long DEPTHS = 256;
    private static final long LEAST_NS = 1;
    private static final long CURVE_STEPS = 1000;

    private final Exhibit exhibit;
    private final Trace trace;
    private final Lanes lanes;
    private final TraceEvents out;
    private final ThreadSlices threads = new ThreadSlices();

    private PerfettoTrace(Exhibit exhibit, TraceEvents out) {
        this.exhibit = exhibit;
        this.trace = exhibit.trace();
        this.lanes = exhibit.lanes();
        this.out = out;
    }

    /** Writes the trace; the stream is left open. O(rows). */
    public static void write(Exhibit exhibit, OutputStream out) throws IOException {
        try (TraceEvents events = new TraceEvents(out, exhibit.trace().source().name(), ClockFigures.of(exhibit.trace()).unit())) {
            PerfettoTrace writer = new PerfettoTrace(exhibit, events);
            writer.race();
            writer.findings();
            writer.tasks();
            writer.calls();
            writer.sends();
            writer.threads.write(events);
            writer.arrows();
            for (LaneId id : writer.lanes.ids()) {
                writer.lane(id);
            }
        }
        out.flush();
    }

    private void race() throws IOException {
        out.process(RACE, "Race", 0);
        out.process(LOCKS, "Locks", 1);
        out.process(CPUS, "CPUs", 2);
        out.process(MEMORY, "Memory", 3);
        int number = 0;
        for (Kill kill : exhibit.analysis().kills()) {
            Track track = new Track(RACE, ++number);
            out.thread(track, (kill.effect().killed() ? "kill of " : "end of ") + kill.victim());
            Moment end = kill.tornDown();
            long endNs = end == null ? trace.lastNs() : end.ns();
            out.slice(track, "race", kill.effect().killed() ? "kill to free memory" : "exit to free memory", kill.begins().ns(), endNs, Map.of("by", kill.by(), "victim", kill.victim()));
            nested(track, "-ESRCH window", kill.mmNull(), endNs);
            Moment began = kill.teardownBegan();
            if (began != null) {
                nested(track, "nobody frees the memory", kill.mmNull(), Math.min(began.ns(), endNs));
            }
            for (Reap reap : kill.reaps()) {
                Moment at = reap.exited() == null ? reap.entered() : reap.exited();
                Long ret = reap.ret();
                if (at != null) {
                    out.instant(track, "race", "process_mrelease " + (ret == null ? "does not return" : "= " + Errno.result(ret)), at.ns(),
                            Map.of("caller", reap.caller()));
                }
            }
        }
    }

    private void nested(Track track, String name, @Nullable Moment start, long endNs) throws IOException {
        if (start != null && endNs >= start.ns()) {
            out.slice(track, "race", name, start.ns(), endNs, Map.of());
        }
    }

    private void findings() throws IOException {
        Track track = new Track(RACE, 1_000_000);
        out.thread(track, "findings");
        for (Finding f : exhibit.analysis().findings()) {
            Map<String, Object> args = new LinkedHashMap<>();
            args.put("text", f.text());
            if (!f.commands().isEmpty()) {
                args.put("commands", String.join("; ", f.commands()));
            }
            args.put("severity", f.severity().id());
            args.put("certainty", f.certainty().id());
            args.put("lasts_ns", f.endNs() - f.startNs());
            out.instant(track, "finding", f.kind().title(), f.startNs(), args);
        }
    }

    private void tasks() throws IOException {
        Map<Long, String> processes = new LinkedHashMap<>();
        for (Task task : trace.tasks()) {
            if (task.id() != Task.IDLE) {
                processes.merge(track(task.id()).pid(), task.comm(), (known, other) -> task.leader() ? other : known);
            }
        }
        for (Map.Entry<Long, String> process : processes.entrySet()) {
            out.process(process.getKey(), process.getValue(), 10);
        }
        for (Task task : trace.tasks()) {
            if (task.id() != Task.IDLE) {
                out.thread(track(task.id()), task.comm());
            }
        }
    }

    /** A reused number is another thread, so it gets another number here. */
    private Track track(int task) {
        Task t = trace.tasks().get(task);
        return new Track(t.tgid() + (t.leader() ? t.epoch() * EPOCH : 0), t.tid() + t.epoch() * EPOCH);
    }

    private void calls() throws IOException {
        Map<Integer, Integer> entered = new HashMap<>();
        for (int row = 0; row < trace.size(); row++) {
            int task = trace.task(row);
            if (trace.tracepoint(row) == Tracepoint.SYS_ENTER) {
                entered.put(task, row);
            } else if (trace.tracepoint(row) == Tracepoint.SYS_EXIT) {
                Integer enter = entered.remove(task);
                if (enter != null && trace.syscall(enter).equals(trace.syscall(row))) {
                    String result = Errno.result(trace.argument(row));
                    threads.add(track(task), "syscall", trace.syscall(row) + " = " + result, trace.tsNs(enter), trace.tsNs(row), Map.of("result", trace.argument(row)));
                }
            } else if (tells(trace.tracepoint(row))) {
                out.instant(track(task), "event", trace.eventName(row), trace.tsNs(row), Map.of("cpu", trace.cpu(row)));
            }
        }
    }

    private static boolean tells(Tracepoint tracepoint) {
        return switch (tracepoint) {
            case SCHED_PROCESS_EXIT, EXIT_MMAP, MARK_VICTIM, WAKE_REAPER, START_TASK_REAPING, FINISH_TASK_REAPING, SKIP_TASK_REAPING,
                    SCHED_PROCESS_FORK, SCHED_PROCESS_EXEC, CGROUP_FREEZE, CGROUP_UNFREEZE, TRACING_MARK_WRITE -> true;
            default -> false;
        };
    }

    /** An arrow needs slices to bind to: one where the signal is sent, one where it is taken, one where the task exits. */
    private void sends() {
        Signals signals = lanes.signals();
        for (int i = 0; i < signals.size(); i++) {
            String name = Signum.name(signals.number(i));
            String to = signals.target(i) > Task.IDLE ? trace.tasks().get(signals.target(i)).label() : "?";
            moment(signals.sender(i), "sends " + name, signals.generatedRow(i), Map.of("to", to, "queued", Boolean.toString(signals.queued(i))));
            int delivered = signals.deliveredRow(i);
            if (delivered >= 0) {
                moment(trace.task(delivered), "takes " + name, delivered, Map.of());
                if (exit(delivered) >= 0) {
                    moment(trace.task(delivered), "exits", exit(delivered), Map.of());
                }
            }
        }
    }

    private void moment(int task, String name, int row, Map<String, ?> args) {
        threads.add(track(task), "signal", name, trace.tsNs(row), trace.tsNs(row) + LEAST_NS, args);
    }

    /** The exit of the task that took a signal, -1 if it does not exit after that. */
    private int exit(int delivered) {
        int exit = trace.tasks().get(trace.task(delivered)).exitRow();
        return exit > delivered ? exit : -1;
    }

    private void arrows() throws IOException {
        Signals signals = lanes.signals();
        for (int i = 0; i < signals.size(); i++) {
            int delivered = signals.deliveredRow(i);
            if (delivered >= 0) {
                String name = Signum.name(signals.number(i));
                Track taker = track(trace.task(delivered));
                int exit = exit(delivered);
                out.flow('s', track(signals.sender(i)), "signal", name, i + 1L, trace.tsNs(signals.generatedRow(i)));
                out.flow(exit >= 0 ? 't' : 'f', taker, "signal", name, i + 1L, trace.tsNs(delivered));
                if (exit >= 0) {
                    out.flow('f', taker, "signal", name, i + 1L, trace.tsNs(exit));
                }
            }
        }
    }

    private void lane(LaneId id) throws IOException {
        Lane lane = lanes.lane(id);
        switch (id) {
            case LaneId.TaskLane(int task) when lane instanceof StateLane states -> states(task, states);
            case LaneId.CpuLane(int cpu) when lane instanceof StateLane states -> cpu(cpu, states);
            case LaneId.MmapLockLane(int mm) when lane instanceof SpanLane spans ->
                lock(DEPTHS * mm, "mmap_lock " + trace.mms().get(mm).label(), spans, true);
            case LaneId.SpinlockLane(int lock) when lane instanceof SpanLane spans ->
                lock(DEPTHS * (trace.mms().size() + lock), "waits for lock " + (lock + 1), spans, false);
            case LaneId.RssLane(int mm, RssMember member) when lane instanceof CounterLane counter -> counter(mm, member, counter);
            default -> { }
        }
    }

    private void states(int task, StateLane lane) throws IOException {
        for (int i = 0; i < lane.size(); i++) {
            TaskState state = lane.state(i);
            if (state != TaskState.UNKNOWN && state != TaskState.DEAD && lane.endNs(i) > lane.startNs(i)) {
                out.state(track(task), name(state), lane.startNs(i), lane.endNs(i), state.onCpu() ? trace.cpu(lane.row(i)) : -1);
            }
        }
    }

    /** The letters of sched_switch, and Running. */
    private static String name(TaskState state) {
        return switch (state) {
            case RUNNING, EXITING -> "Running";
            case RUNNABLE, EXITING_RUNNABLE -> "R";
            case PREEMPTED -> "R+";
            case SLEEPING -> "S";
            case UNINTERRUPTIBLE, UNINTERRUPTIBLE_LOCK, FROZEN -> "D";
            case ZOMBIE -> "Z";
            case STOPPED -> "T";
            case TRACED -> "t";
            case IDLE -> "I";
            case DEAD -> "X";
            case UNKNOWN -> "?";
        };
    }

    private void cpu(int cpu, StateLane lane) throws IOException {
        Track track = new Track(CPUS, cpu + 1L);
        out.thread(track, "CPU " + cpu);
        for (int i = 0; i < lane.size(); i++) {
            int task = lane.task(i);
            if (task > Task.IDLE && lane.state(i).onCpu()) {
                out.slice(track, "sched", trace.tasks().get(task).label(), lane.startNs(i), lane.endNs(i), Map.of("state", lane.state(i).title()));
            }
        }
    }

    /** Spans of one depth do not overlap, so each depth is a track. */
    private void lock(long first, String name, SpanLane lane, boolean holds) throws IOException {
        for (int depth = 0; depth < Math.min(DEPTHS, lane.depths()); depth++) {
            out.thread(new Track(LOCKS, first + depth + 1), name + (depth == 0 ? "" : " (" + (depth + 1) + ")"));
        }
        for (int i = 0; i < lane.size(); i++) {
            Track track = new Track(LOCKS, first + lane.depth(i) + 1);
            String who = trace.tasks().get(lane.task(i)).label();
            String mode = holds ? lane.write(i) ? "W " : "R " : "";
            boolean acquired = lane.acquiredRow(i) >= 0;
            long gotNs = acquired ? trace.tsNs(lane.acquiredRow(i)) : lane.endNs(i);
            if (lane.waited(i)) {
                out.slice(track, "lock", mode + who + " waits", lane.startNs(i), gotNs, Map.of());
            }
            if (acquired && holds && !lane.failed(i)) {
                out.slice(track, "lock", mode + who, gotNs, lane.endNs(i), Map.of("open", Boolean.toString(lane.openEnd(i))));
            }
        }
    }

    /**
     * Every change of a thousandth of the counter's greatest value; all of them would be most of the file. Perfetto draws a
     * value until the next one, so slices say where it is not known.
     */
    private void counter(int mm, RssMember member, CounterLane lane) throws IOException {
        String name = "RSS " + member.name().substring("MM_".length()) + " of " + trace.mms().get(mm).label();
        long least = lane.greatestBytes() / CURVE_STEPS;
        long written = Long.MIN_VALUE / 2;
        for (int i = 0; i < lane.size(); i++) {
            long bytes = lane.value(i);
            if (Math.abs(bytes - written) > least || bytes != written && (bytes == 0 || i + 1 == lane.size())) {
                out.counter(MEMORY, name, lane.startNs(i), bytes);
                written = bytes;
            }
        }
        Track untold = new Track(MEMORY, (long) mm * RssMember.values().length + member.ordinal() + 1);
        boolean named = false;
        for (int i = 0; i < lane.size(); i++) {
            if (!lane.holds(i)) {
                if (!named) {
                    out.thread(untold, name + ": not told");
                    named = true;
                }
                out.slice(untold, "memory", "not told by rss_stat", lane.startNs(i), lane.untilNs(i),
                        Map.of("before", lane.value(i), "after", lane.next(i)));
            }
        }
    }
}
