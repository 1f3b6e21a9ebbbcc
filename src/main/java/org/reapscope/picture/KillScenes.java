package org.reapscope.picture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.VictimThread;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.SpanLane;

/** Finds the kill that a finding belongs to, and everybody who took part in it. */
public final class KillScenes {

    private static final int MOST_THREADS = 6;

    private final Lanes lanes;
    private final Trace trace;
    private final List<Kill> kills;
    private final @Nullable AddressSpaceSnapshot snapshot;
    private final MmNames names;

    /** @param kills of the same trace, by the time of the kill */
    public KillScenes(Lanes lanes, List<Kill> kills) {
        this(lanes, kills, null);
    }

    /** @param snapshot of the first victim, taken before its kill */
    public KillScenes(Lanes lanes, List<Kill> kills, @Nullable AddressSpaceSnapshot snapshot) {
        this.lanes = lanes;
        this.snapshot = snapshot;
        trace = lanes.trace();
        this.kills = List.copyOf(kills);
        names = MmNames.of(lanes, this.kills);
    }

    /** The episode of a finding; of the first kill for null; all of the trace where nobody was killed. */
    public KillScene of(@Nullable Finding finding) {
        if (kills.isEmpty()) {
            return finding == null || finding.tasks().isEmpty() ? new KillScene("", trace.firstNs(), trace.lastNs(), List.of(), List.of(), List.of(), List.of(), null, Set.of(), names) : of(finding, Set.copyOf(finding.tasks()));
        }
        return of(Objects.requireNonNull(kill(finding)));
    }

    /** The episode of a kill. */
    public KillScene of(Kill kill) {
        Set<Integer> actors = new LinkedHashSet<>();
        actors.add(kill.byTask());
        List<Integer> threads = threads(kill);
        actors.addAll(threads);
        long end = kill.killed().ns();
        for (Reap reap : kill.reaps()) {
            actors.add(reap.task());
            end = later(end, reap.exited());
        }
        end = later(later(end, kill.mmNull()), kill.tornDown());
        if (kill.teardown() != null) {
            actors.add(kill.teardown().task());
        }
        Set<Integer> mms = kill.mm() < 0 ? Set.of() : Set.of(kill.mm());
        Set<Integer> others = new LinkedHashSet<>();
        kill.threads().stream().map(VictimThread::task).filter(task -> !actors.contains(task)).forEach(others::add);
        boolean pictured = snapshot != null && kill.process() == kills.getFirst().process();
        return complete(name(kill), kill.begins().ns(), end, actors, others, mms,
                pictured && snapshot != null ? SnapshotSpace.of(lanes, kill, snapshot) : null,
                kill.threads().stream().map(VictimThread::task).collect(Collectors.toSet()));
    }

    /** What a kill is called: {@code the kill of victim-3295}. */
    public static String name(Kill kill) {
        return (kill.effect().killed() ? "the kill of " : "the end of ") + kill.victim();
    }

    /** The kill that a finding is about; null if nobody of a kill takes part in it. */
    public static @Nullable Kill killOf(List<Kill> kills, Finding finding) {
        Kill own = finding.kill();
        Nearest nearest = own != null || kills.isEmpty() ? null : nearest(kills, finding);
        return own != null ? own : nearest != null && nearest.shares() ? nearest.kill() : null;
    }

    private KillScene of(Finding finding, Set<Integer> tasks) {
        return complete("the finding", finding.startNs(), finding.endNs(), new LinkedHashSet<>(tasks), Set.of(), Set.of(), null, Set.of());
    }

    /** The kill that the episode of a finding is about: its own, or the nearest; the first for null; null where nobody was killed. */
    public @Nullable Kill kill(@Nullable Finding finding) {
        return kills.isEmpty() ? null : finding == null ? kills.getFirst() : finding.kill() != null ? finding.kill() : nearest(kills, finding).kill();
    }

    /** A kill, and whether the finding has anybody in common with it. */
    private record Nearest(Kill kill, boolean shares) {}

    /** The kill that shares most with a finding: a victim's thread, or somebody else in it; of several the nearest in time. */
    private static Nearest nearest(List<Kill> kills, Finding finding) {
        Kill best = kills.getFirst();
        long least = Long.MAX_VALUE;
        for (Kill kill : kills) {
            long away = Math.max(0, Math.max(kill.begins().ns() - finding.endNs(), finding.startNs() - later(kill.killed().ns(), kill.tornDown())));
            boolean victim = finding.tasks().stream().anyMatch(kill::isThread);
            boolean other = finding.tasks().stream().anyMatch(task -> task == kill.byTask()
                    || kill.reaps().stream().anyMatch(reap -> reap.task() == task));
            long score = Math.min(away, Long.MAX_VALUE / 8) + (victim ? 0 : Long.MAX_VALUE / 4) + (victim || other ? 0 : Long.MAX_VALUE / 4);
            if (score < least) {
                least = score;
                best = kill;
            }
        }
        return new Nearest(best, least < 2 * (Long.MAX_VALUE / 4));
    }

    /** The leader, who left last, and as many of the others as can be told apart on a screen. */
    private static List<Integer> threads(Kill kill) {
        List<Integer> result = new ArrayList<>();
        int last = -1;
        long lastNs = Long.MIN_VALUE;
        for (VictimThread thread : kill.threads()) {
            Moment gone = thread.mmNull();
            if (gone != null && gone.ns() >= lastNs) {
                lastNs = gone.ns();
                last = thread.task();
            }
        }
        for (VictimThread thread : kill.threads()) {
            boolean named = thread.tid() == kill.tgid() || thread.task() == last;
            if (named || result.size() < MOST_THREADS - 1) {
                result.add(thread.task());
            }
        }
        return result;
    }

    private KillScene complete(String name, long startNs, long endNs, Set<Integer> actors, Set<Integer> moreThreads,
            Set<Integer> mms, @Nullable AddressSpace space, Set<Integer> threads) {
        int from = trace.rowAtOrAfter(startNs);
        int to = Math.max(from, trace.rowAtOrAfter(endNs + 1) - 1);
        for (int mm : mms) {
            SpanLane lane = lanes.mmapLock(mm);
            if (lane != null) {
                for (int span : lane.touching(from, to)) {
                    if (!moreThreads.contains(lane.task(span))) {
                        actors.add(lane.task(span));
                    }
                }
            }
        }
        actors.remove(Task.IDLE);
        Set<Integer> locks = new LinkedHashSet<>();
        for (int lock = 0; lock < trace.locks().size(); lock++) {
            SpanLane lane = lanes.spinlock(lock);
            if (lane != null && lane.row(0) <= to && IntStream.of(lane.touching(from, to)).map(lane::task)
                    .anyMatch(task -> actors.contains(task) || moreThreads.contains(task))) {
                locks.add(lock);
            }
        }
        return new KillScene(name, startNs, endNs, List.copyOf(actors), List.copyOf(moreThreads), List.copyOf(mms), List.copyOf(locks), space, threads, names);
    }

    private static long later(long ns, @Nullable Moment moment) {
        return moment == null ? ns : Math.max(ns, moment.ns());
    }
}
