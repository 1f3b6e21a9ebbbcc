package org.reapscope.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Victims.Draft;
import org.reapscope.base.errno.Signum;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.Lanes;

/** Puts the kills of a trace together: one {@link Kill} for each process that got a fatal signal or whose memory was asked for. */
final class KillEpisodes {

    private static final int SEVERAL = -2;

    private final Trace trace;
    private final EventRows rows;
    private final Processes processes;
    private final ExitMm exitMm;
    private final OwnMms ownMms;
    private final RssCurve rss;
    private final Teardowns teardowns;
    private final Outcomes outcomes;
    private final VictimThreads threads;
    private final Holders holders;
    private final List<Reap> unattributed = new ArrayList<>();
    private final List<Kill> kills;

    KillEpisodes(Trace trace, Lanes lanes, EventRows rows, Processes processes, ExitMm exitMm, OwnMms ownMms, RssCurve rss) {
        this.trace = trace;
        this.rows = rows;
        this.processes = processes;
        this.exitMm = exitMm;
        this.ownMms = ownMms;
        this.rss = rss;
        this.teardowns = new Teardowns(trace, lanes, rows, exitMm);
        this.outcomes = new Outcomes(trace, rows, rss);
        this.threads = new VictimThreads(trace, rows, processes, exitMm, ownMms);
        List<Reap> calls = ReapCalls.of(trace, rows, ownMms);
        this.holders = new Holders(trace, lanes, rows, processes, calls);
        Victims victims = Victims.of(trace, rows, processes);
        attribute(calls, victims);
        List<Kill> found = new ArrayList<>();
        victims.drafts().forEach(draft -> found.add(finish(draft)));
        found.sort(Comparator.comparing(Kill::killed));
        kills = List.copyOf(found);
    }

    /** By the time of the kill. */
    List<Kill> kills() {
        return kills;
    }

    /** The process_mrelease calls of which nothing tells whose memory they asked for, in time order. */
    List<Reap> unattributed() {
        return unattributed;
    }

    private void attribute(List<Reap> calls, Victims victims) {
        Map<Integer, Integer> owners = owners();
        Map<Integer, Pidfds.Victim> found = Pidfds.victims(trace, rows, processes, mm -> Math.max(-1, owners.getOrDefault(mm, -1)), exitMm, calls);
        calls.stream().sorted(Comparator.comparing(Reap::first)).forEach(call -> {
            Pidfds.Victim victim = found.getOrDefault(call.first().row(), Pidfds.Victim.UNKNOWN);
            if (victim.process() < 0) {
                unattributed.add(call);
            } else {
                victims.asked(victim.process(), call).reaps.add(call.with(victim.by(), null));
            }
        });
    }

    /** The process that owns an mm; {@link #SEVERAL} where it is shared. */
    private Map<Integer, Integer> owners() {
        Map<Integer, Integer> owners = new HashMap<>();
        for (Task task : trace.tasks()) {
            if (ownMms.of(task.id()) >= 0) {
                owners.merge(ownMms.of(task.id()), processes.of(task.id()), (one, other) -> one.equals(other) ? one : Integer.valueOf(SEVERAL));
            }
        }
        return owners;
    }

    private Kill finish(Draft draft) {
        int mm = processes.threads(draft.process).stream().mapToInt(ownMms::of).max().orElse(-1);
        int fromExit = processes.threads(draft.process).stream().mapToInt(exitMm::mm).max().orElse(-1);
        int locked = draft.reaps.stream().filter(call -> call.victimBy() == VictimBy.PIDFD).mapToInt(Reap::mm).max().orElse(-1);
        int own = fromExit >= 0 ? fromExit : mm >= 0 && !goneBefore(mm, draft) ? mm : locked;
        VictimThreads.Found found = threads.of(draft.process, draft.fatal ? draft.firstRow : -1, own);
        Moment mmNull = found.mmNull();
        Teardown teardown = teardown(own, mmNull);
        Task victim = trace.tasks().get(draft.process);
        Task by = trace.tasks().get(draft.byTask);
        List<Reap> reaps = draft.reaps.stream().sorted(Comparator.comparing(Reap::first))
                .map(call -> call.with(call.victimBy(), outcomes.of(call, own, found.exited(), teardown))).toList();
        Kill kill = new Kill(draft.process, victim.tgid(), victim.comm(), effect(draft, found), draft.signal, draft.byTask, by.tid(),
                by.comm(), draft.oom, new Moment(draft.firstRow, trace.tsNs(draft.firstRow)), draft.signalRows, found.alive(), found.all(),
                own, mmNull, emptied(draft, own), teardown, reaps, List.of());
        return kill.heldBy(holders.of(kill));
    }

    /** Whether the mm was torn down before a signal that the process was still there to take: then it had another one by then. */
    private boolean goneBefore(int mm, Draft draft) {
        int exitMmapRow = trace.mms().get(mm).exitMmapRow();
        return draft.fatal && exitMmapRow >= 0 && exitMmapRow < draft.firstRow;
    }

    private KillEffect effect(Draft draft, VictimThreads.Found found) {
        boolean exits = false;
        boolean exitsBefore = !found.alive().isEmpty();
        for (int task : processes.threads(draft.process)) {
            int exitRow = trace.tasks().get(task).exitRow();
            exits |= exitRow >= 0;
            exitsBefore &= exitRow >= 0 && exitRow < draft.firstRow;
        }
        if (draft.signal == 0) {
            return KillEffect.NOT_SEEN;
        }
        if (exitsBefore) {
            return KillEffect.ALREADY_EXITING;
        }
        boolean reaped = draft.reaps.stream().anyMatch(call -> call.ret() != null && call.ret() == 0);
        if (draft.fatal || draft.signal != Signum.SIGKILL && reaped) {
            return KillEffect.FATAL;
        }
        return draft.signal != Signum.SIGKILL ? KillEffect.NOT_FATAL : exits ? KillEffect.ALREADY_EXITING : KillEffect.IGNORED;
    }

    private @Nullable Emptied emptied(Draft draft, int mm) {
        int row = rss.emptyRow(mm, draft.firstRow);
        return row < 0 ? null : new Emptied(trace.task(row), trace.taskOf(row).label(), new Moment(row, trace.tsNs(row)));
    }

    private @Nullable Teardown teardown(int mm, @Nullable Moment mmNull) {
        if (mm < 0) {
            return null;
        }
        if (rows.has(Tracepoint.EXIT_MMAP) || mmNull == null) {
            return teardowns.ofMm(mm);
        }
        return teardowns.afterRow(mm, mmNull.row());
    }
}
