package org.reapscope.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.Lanes;

/**
 * Puts the kills of a trace together: one {@link Kill} for each process that got a SIGKILL. A process_mrelease call
 * names a pidfd, which no event resolves; it is taken to mean the process that the same caller last sent SIGKILL to, or
 * sends it to within the call, unless it locked the mm of another victim.
 */
final class KillEpisodes {

    private static final class Draft {
        final int process;
        final int byTask;
        final int firstRow;
        final List<Integer> signalRows = new ArrayList<>();
        final List<Reap> reaps = new ArrayList<>();
        List<VictimThread> threads = List.of();
        boolean oom;
        int mm = -1;

        Draft(int process, int byTask, int firstRow) {
            this.process = process;
            this.byTask = byTask;
            this.firstRow = firstRow;
        }
    }

    private final Trace trace;
    private final EventRows rows;
    private final Processes processes;
    private final ExitMm exitMm;
    private final Teardowns teardowns;
    private final Outcomes outcomes;
    private final Map<Integer, Draft> drafts = new LinkedHashMap<>();
    private final Map<Integer, Moment> delivered = new HashMap<>();
    private final List<Reap> unattributed = new ArrayList<>();

    KillEpisodes(Trace trace, Lanes lanes, EventRows rows, Processes processes, ExitMm exitMm, RssCurve rss) {
        this.trace = trace;
        this.rows = rows;
        this.processes = processes;
        this.exitMm = exitMm;
        this.teardowns = new Teardowns(trace, lanes, rows, exitMm);
        this.outcomes = new Outcomes(trace, rows, rss);
        rows.of(Tracepoint.SIGNAL_DELIVER).filter(row -> trace.argument(row) == Signals.SIGKILL)
                .forEach(row -> delivered.putIfAbsent(trace.task(row), new Moment(row, trace.tsNs(row))));
    }

    /** The process_mrelease calls that no kill explains; filled by {@link #kills}. */
    List<Reap> unattributed() {
        return unattributed;
    }

    /** By the time of the kill. */
    List<Kill> kills() {
        List<Reap> calls = ReapCalls.of(trace, rows);
        collect(calls);
        Map<Integer, Draft> byMm = new HashMap<>();
        for (Draft draft : drafts.values()) {
            draft.threads = threads(draft);
            draft.mm = draft.threads.stream().mapToInt(thread -> exitMm.mm(thread.task())).max().orElse(-1);
            if (draft.mm >= 0) {
                byMm.putIfAbsent(draft.mm, draft);
            }
        }
        attributeByLock(byMm);
        return drafts.values().stream().map(this::finish)
                .sorted(Comparator.comparing(Kill::killed)).toList();
    }

    /** A call is given to the first process that was killed within it, or else to the last that was killed before it. */
    private void collect(List<Reap> calls) {
        IntStream events = IntStream.concat(rows.of(Tracepoint.SIGNAL_GENERATE), rows.of(Tracepoint.MARK_VICTIM));
        Map<Integer, TreeMap<Integer, Draft>> byKiller = new HashMap<>();
        events.sorted().filter(row -> trace.object(row) >= 0 && kills(row))
                .forEach(row -> byKiller.computeIfAbsent(trace.task(row), task -> new TreeMap<>()).put(row, killed(row)));
        calls.stream().sorted(Comparator.comparingInt(KillEpisodes::rowOf)).forEach(call -> {
            TreeMap<Integer, Draft> killed = byKiller.getOrDefault(call.task(), new TreeMap<>());
            Map.Entry<Integer, Draft> within = killed.ceilingEntry(rowOf(call));
            Moment exited = call.exited();
            Map.Entry<Integer, Draft> owner = within != null && (exited == null || within.getKey() < exited.row()) ? within
                    : killed.floorEntry(rowOf(call));
            (owner == null ? unattributed : owner.getValue().reaps).add(call);
        });
    }

    private boolean kills(int row) {
        return trace.tracepoint(row) == Tracepoint.MARK_VICTIM
                || Payload.signalNumber(trace.argument(row)) == Signals.SIGKILL;
    }

    private Draft killed(int row) {
        Draft draft = drafts.computeIfAbsent(processes.of(trace.object(row)),
                process -> new Draft(process, trace.task(row), row));
        if (trace.tracepoint(row) == Tracepoint.MARK_VICTIM) {
            draft.oom = true;
        } else {
            draft.signalRows.add(row);
        }
        return draft;
    }

    private static int rowOf(Reap call) {
        return Objects.requireNonNull(call.entered() == null ? call.exited() : call.entered()).row();
    }

    private List<VictimThread> threads(Draft draft) {
        List<Task> all = processes.threads(draft.process).stream().map(trace.tasks()::get)
                .sorted(Comparator.comparingInt(Task::tid)).toList();
        List<Task> alive = all.stream().filter(task -> task.exitRow() < 0 || task.exitRow() > draft.firstRow).toList();
        return (alive.isEmpty() ? all : alive).stream()
                .map(task -> new VictimThread(task.id(), task.tid(), task.comm(), delivered.get(task.id()),
                        Moment.of(trace, task.exitRow()), Moment.of(trace, exitMm.releaseRow(task.id()))))
                .toList();
    }

    /** Moves calls that locked another victim's mm to that victim, and learns the mm of one that never exits. */
    private void attributeByLock(Map<Integer, Draft> byMm) {
        for (Draft draft : drafts.values()) {
            for (Reap call : List.copyOf(draft.reaps)) {
                Draft owner = byMm.get(call.mm());
                if (call.mm() >= 0 && draft.mm < 0) {
                    draft.mm = call.mm();
                } else if (owner != null && call.mm() != draft.mm) {
                    draft.reaps.remove(call);
                    owner.reaps.add(call);
                }
            }
        }
        unattributed.removeIf(call -> {
            Draft owner = byMm.get(call.mm());
            if (owner != null) {
                owner.reaps.add(call);
            }
            return owner != null;
        });
    }

    private Kill finish(Draft draft) {
        Moment mmNull = mmNull(draft.threads);
        Teardown teardown = teardown(draft, mmNull);
        Task victim = trace.tasks().get(draft.process);
        Task by = trace.tasks().get(draft.byTask);
        List<Reap> reaps = draft.reaps.stream().sorted(Comparator.comparingInt(KillEpisodes::rowOf))
                .map(call -> call.with(outcomes.of(call, draft.mm, teardown))).toList();
        return new Kill(draft.process, victim.tgid(), victim.comm(), draft.byTask, by.tid(), by.comm(), draft.oom,
                new Moment(draft.firstRow, trace.tsNs(draft.firstRow)), draft.signalRows, draft.threads, draft.mm,
                mmNull, teardown, reaps);
    }

    private @Nullable Moment mmNull(List<VictimThread> threads) {
        Moment last = null;
        boolean groupDead = false;
        for (VictimThread thread : threads) {
            Moment gone = thread.mmNull();
            Moment exited = thread.exited();
            if (gone == null || exited == null) {
                return null;
            }
            groupDead |= trace.argument(exited.row()) != 0;
            last = last == null || last.before(gone) ? gone : last;
        }
        return groupDead ? last : null;
    }

    private @Nullable Teardown teardown(Draft draft, @Nullable Moment mmNull) {
        if (draft.mm < 0) {
            return null;
        }
        if (rows.has(Tracepoint.EXIT_MMAP) || mmNull == null) {
            return teardowns.ofMm(draft.mm);
        }
        return teardowns.afterRow(draft.mm, mmNull.row());
    }
}
