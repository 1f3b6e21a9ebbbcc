package org.reapscope.analysis.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Certainty;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.ReapOutcome;
import org.reapscope.analysis.Severity;
import org.reapscope.analysis.VictimBy;
import org.reapscope.analysis.truth.Killed.Torn;
import org.reapscope.analysis.truth.MachineRun.Spin;
import org.reapscope.analysis.truth.MachineRun.Taken;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TaskFields;

/**
 * What is true of a run, by the machine's steps and states; detector by detector, in the words of {@link Claims}. Where it
 * is not the machine's whole truth that can be told, because the kernel has no event for it, the method says what is
 * missing, and then the finding must be marked as inferred.
 */
final class Truth {

    /** Below this the detectors do not speak of a wait for mmap_lock. */
    private static final long WAIT_NS = 10_000;
    /** Below this they do not speak of a walk. */
    private static final long WALK_NS = 50_000;
    /** Below this they do not speak of a gap, or of a freezer. */
    private static final long DELAY_NS = 100_000;
    /** Less than this left could have spared nobody. */
    private static final long MATTERS_BYTES = 1 << 20;
    private static final long PAGE_BYTES = 4096;
    /** Up to this they call a margin near. */
    private static final long NEAR_NS = 100_000;

    private final MachineRun run;
    private final long lastNs;
    private final List<Killed> kills;
    /** Processes that no SIGKILL reached, but whose memory was asked for. */
    private final List<Killed> asked = new ArrayList<>();
    private final Map<Call, VictimBy> how = new LinkedHashMap<>();
    private final Map<Call, Killed> attributed = new LinkedHashMap<>();
    private final Claims claims = new Claims();

    private Truth(MachineRun run, long lastNs) {
        this.run = run;
        this.lastNs = lastNs;
        this.kills = Killed.in(run);
        for (Call call : Call.in(run)) {
            VictimBy by = victimBy(call);
            how.put(call, by);
            if (by != VictimBy.UNKNOWN) {
                attributed.put(call, of(call));
            }
        }
    }

    /** The victim of a call; one that got no SIGKILL begins with the last SIGTERM before the call's end, or with the call. */
    private Killed of(Call call) {
        return Stream.concat(kills.stream(), asked.stream()).filter(k -> k.group() == call.target()).findFirst().orElseGet(() -> {
            Taken begin = run.steps.stream().filter(s -> s.is("T2") && run.spokenOf(s, 0) == call.target())
                    .filter(s -> call.end() == null || s.at() < call.end().at()).reduce((a, b) -> b).orElse(call.begin());
            Killed killed = Killed.of(run, call.target(), List.of(begin));
            asked.add(killed);
            return killed;
        });
    }

    /** Everything there is to be found in a run whose trace ends at {@code lastNs}. */
    static Claims of(MachineRun run, long lastNs) {
        Truth truth = new Truth(run, lastNs);
        List<Killed> episodes = Stream.concat(truth.kills.stream(), truth.asked.stream()).toList();
        episodes.forEach(truth::chain);
        truth.attributed.forEach(truth::call);
        truth.unknown();
        episodes.forEach(truth::pinned);
        episodes.forEach(truth::gap);
        episodes.forEach(truth::sharedAtKill);
        truth.kills.forEach(truth::frozen);
        truth.pointless();
        truth.collisions();
        truth.waits();
        truth.oomReaper();
        return truth.claims;
    }

    /**
     * No event says whom a pidfd names: the call must have locked the mm, killed by itself, or a signal must have gone through
     * the same pidfd, in the same process. Whether the number was given away since, after a kill of another, no event tells.
     */
    private VictimBy victimBy(Call call) {
        if (call.asked() != null && run.groupsOfMm(run.mmOf(call.target())) == 1) {
            return VictimBy.MM_LOCK;
        }
        Taken end = call.end() == null ? run.steps.getLast() : call.end();
        if (run.steps.subList(call.begin().at(), end.at()).stream().anyMatch(s -> s.task() == call.task() && generates(s))) {
            return VictimBy.PIDFD;
        }
        Taken before = null;
        boolean after = false;
        for (Taken s : run.steps) {
            boolean named = run.groupOf(s.task()) == run.groupOf(call.task()) && through(s) && run.spokenOf(first(s), 0) == call.target();
            before = named && s.at() < call.begin().at() ? s : before;
            after |= named && s.at() > call.begin().at();
        }
        if (before == null) {
            return after ? VictimBy.PIDFD_LATER : VictimBy.UNKNOWN;
        }
        return run.steps.subList(before.at(), call.begin().at()).stream().anyMatch(s -> run.groupOf(s.task()) == run.groupOf(call.task())
                && s.step().program().equals("kill") && generates(s) && run.spokenOf(first(s), 0) != call.target())
                        ? VictimBy.UNKNOWN : VictimBy.PIDFD;
    }

    private boolean through(Taken s) {
        return s.step().program().startsWith("pidfd_send_sig") && generates(s);
    }

    private boolean generates(Taken s) {
        return run.machine.traces(s.before(), s.after(), s.task()).stream().anyMatch(e -> e.event().equals("signal:signal_generate"));
    }

    /** The first step of the system call that a step belongs to, which names the target. */
    private Taken first(Taken s) {
        return run.steps.subList(0, s.at() + 1).stream().filter(t -> t.task() == s.task() && t.is("K1", "T1")).reduce((a, b) -> b).orElseThrow();
    }

    private void unknown() {
        how.forEach((call, by) -> {
            if (by == VictimBy.UNKNOWN) {
                claims.must(FindingKind.UNKNOWN_VICTIM, run.pid(call.task()) + " asks from " + ns(call.begin()));
            }
        });
    }

    private void chain(Killed k) {
        Torn torn = k.torn();
        claims.must(FindingKind.KILL_CHAIN, k.pid() + " killed " + ns(k.killed()) + " delivered " + ns(k.delivered().orElse(null))
                + " exited " + ns(k.exited().orElse(null)) + " mm null " + ns(k.mmNull()) + " torn down " + (torn == null ? "-"
                        : ns(torn.done()) + " by " + run.pid(torn.task())));
        claims.must(FindingKind.KILL_CHAIN, k.pid() + " has a chain");
        k.ignored().forEach(s -> claims.must(FindingKind.SIGKILL_WITHOUT_EFFECT, k.pid() + " at " + ns(s)));
        if (k.mmNull() != null) {
            claims.must(FindingKind.ESRCH_WINDOW, k.pid() + " from " + ns(k.mmNull()) + " to " + (torn == null ? lastNs : run.ns(torn.done().at())));
        }
        if (torn != null && !k.owns(torn.task())) {
            claims.must(FindingKind.FOREIGN_TEARDOWN, run.pid(torn.task()) + " tears down " + k.pid() + " from " + ns(torn.began()) + " to " + ns(torn.done()));
        }
    }

    private void call(Call call, Killed k) {
        Taken end = call.end();
        Optional<ReapOutcome> outcome = call.result() == ReturnValue.ESRCH ? Optional.of(esrch(call, k)) : call.outcome();
        claims.must(FindingKind.KILL_CHAIN, k.pid() + " reap by " + run.pid(call.task()) + " from " + ns(call.begin()) + " to " + ns(end)
                + " ret " + (end == null ? null : (long) call.result().result()) + " " + outcome.orElse(null));
        if (call.result() == ReturnValue.EINVAL) {
            claims.must(sharedBy(k, call) ? FindingKind.SHARED_MM : FindingKind.REFUSED, k.pid() + " refused from " + ns(call.begin()));
        }
        Taken opened = k.mmNull();
        if (call.asked() != null && opened != null && call.begin().at() < opened.at()
                && run.ns(opened.at()) - run.ns(call.begin().at()) <= NEAR_NS) {
            claims.must(FindingKind.NEAR_MISS, run.pid(call.task()) + " for " + k.pid() + " from " + ns(call.begin()));
        }
        wasted(call, k);
    }

    private boolean sharedBy(Killed k, Call call) {
        for (int group = 0; group < run.groups(); group++) {
            boolean alive = run.threads(group).stream().anyMatch(t -> Killed.exited(run, t)
                    .filter(e -> call.end() == null || e.at() < call.end().at()).isEmpty());
            if (group != k.group() && run.mmOf(group) >= 0 && run.mmOf(group) == k.mm() && alive) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether memory was left when nobody was found. No event marks the look-up, so the end of a teardown between entry
     * and return leaves it open; nor does one mark the last flush, so once RSS is 0 only the teardown's end is sure.
     */
    private ReapOutcome esrch(Call call, Killed k) {
        Taken end = java.util.Objects.requireNonNull(call.end());
        boolean left = run.memoryLeft(call.lookUp().before(), k.mm());
        Torn torn = k.torn();
        boolean over = torn != null && torn.done().at() < end.at();
        boolean overBefore = torn != null && torn.done().at() < call.begin().at();
        assert !(left && overBefore);
        ReapOutcome outcome = over ? ReapOutcome.ESRCH_BENIGN : ReapOutcome.ESRCH_HARMFUL;
        boolean sure = over ? overBefore : rss(end.before(), k.mm()) > 0;
        if (sure && left != (outcome == ReapOutcome.ESRCH_HARMFUL)) {
            throw new AssertionError("what can be seen contradicts the machine: " + outcome + " although memory left is " + left);
        }
        claims.must(FindingKind.valueOf(outcome.name()), run.pid(call.task()) + " for " + k.pid() + " from " + ns(call.begin()) + " to " + ns(end)
                + " " + (sure ? how.getOrDefault(call, VictimBy.UNKNOWN).certainty() : Certainty.INFERRED));
        return outcome;
    }

    /** Who dropped the last mm_users after the last thread had left is who tears down; if nobody does, somebody has it. */
    private void pinned(Killed k) {
        Torn torn = k.torn();
        Taken opened = k.mmNull();
        if (opened != null && torn == null) {
            if (run.value(run.end(), MmFields.MM_USERS, k.mm()) == 0) {
                throw new AssertionError("the run ends within a teardown");
            }
            claims.must(FindingKind.PINNED_MM, k.pid() + " for ever from " + ns(opened));
        } else if (opened != null && torn != null && !k.owns(torn.task())) {
            claims.must(FindingKind.PINNED_MM, run.pid(torn.task()) + " holds that of " + k.pid() + " from " + ns(opened) + " to " + ns(torn.began()));
        }
    }

    /** RSS is 0, exit_mmap is not over. What its gather holds no event says, so the finding is inferred. */
    private void gap(Killed k) {
        Torn torn = k.torn();
        boolean first = kills.stream().filter(o -> o.mm() == k.mm()).findFirst().filter(k::equals).isPresent();
        if (torn != null && torn.readLocked() != null && torn.unmapped() != null && first && k.threads().stream().anyMatch(t -> run.next(0, t, "V12").isPresent())) {
            Taken empty = lastCounted(k.mm());
            Taken from = empty != null && empty.at() >= torn.readLocked().at() ? empty : torn.unmapped();
            if (run.ns(torn.done().at()) - run.ns(from.at()) >= DELAY_NS) {
                claims.must(FindingKind.UNMAPPED_NOT_FREE, run.pid(torn.task()) + " tears down " + k.pid() + " from " + ns(from) + " to " + ns(torn.done()));
            }
        }
    }

    /** The last step that counted pages of the mm off, swap entries left out. */
    private @Nullable Taken lastCounted(int mm) {
        return run.steps.stream().filter(s -> s.is("M7d", "P12d") && rss(s.before(), mm) != rss(s.after(), mm))
                .reduce((a, b) -> b).orElse(null);
    }

    private int rss(long[] state, int mm) {
        int sum = 0;
        for (int member : new int[] {0, 1, 3}) {
            sum += run.machine.value(MmFields.rss(Expr.of(mm), Expr.of(member)), 0, state, 0);
        }
        return sum;
    }

    /** Sharing is known from clone, and ends with exec and exit, whose events come a little later and earlier than the mm goes. */
    private void sharedAtKill(Killed k) {
        boolean refused = attributed.entrySet().stream().anyMatch(e -> e.getValue().equals(k) && e.getKey().result() == ReturnValue.EINVAL);
        for (int group = 0; group < run.groups() && !refused; group++) {
            if (group != k.group() && run.mmOf(group) == k.mm()) {
                boolean has = run.threads(group).stream().anyMatch(t -> run.value(k.killed().before(), TaskFields.HAS_MM, t) != 0);
                boolean leaving = run.threads(group).stream().anyMatch(t -> Killed.exited(run, t).filter(e -> e.at() < k.killed().at()).isPresent());
                boolean executes = run.threads(group).stream().anyMatch(t -> run.next(k.killed().at(), t, "E4").isPresent());
                if (has && !leaving) {
                    claims.must(FindingKind.SHARED_MM, k.pid() + " shared");
                } else if (has || executes) {
                    claims.may(FindingKind.SHARED_MM, k.pid() + " shared");
                }
            }
        }
    }

    /** Every thread was in the refrigerator. In plain D they look alike: that may be said, as inferred. */
    private void frozen(Killed k) {
        boolean frozen = true;
        for (int thread : k.threads()) {
            boolean all = true;
            for (Taken s : run.steps.subList(k.killed().at(), run.steps.size())) {
                if (run.ns(s.at()) < run.ns(k.killed().at()) + DELAY_NS) {
                    all &= run.value(s.before(), TaskFields.FROZEN, thread) != 0;
                }
            }
            frozen &= all;
        }
        if (frozen) {
            claims.must(FindingKind.FROZEN_VICTIM, k.pid() + " from " + ns(k.killed()));
        } else {
            claims.may(FindingKind.FROZEN_VICTIM, k.pid() + " from " + ns(k.killed()));
        }
    }

    /** What was asked for and what would have sufficed no event says; that memory of a dying one was still mapped, they do. */
    private void pointless() {
        for (Killed second : kills) {
            Killed first = null;
            for (Killed other : kills) {
                boolean dying = other.killed().at() < second.killed().at() && other.mm() >= 0 && other.mm() != second.mm()
                        && (other.torn() == null || other.torn().done().at() > second.killed().at());
                if (dying && rss(second.killed().before(), other.mm()) * PAGE_BYTES >= MATTERS_BYTES) {
                    first = other;
                }
            }
            if (first != null) {
                claims.must(FindingKind.POINTLESS_KILL, second.pid() + " though " + first.pid());
            }
        }
    }

    private void collisions() {
        Map<String, List<Spin>> bySpinner = new HashMap<>();
        for (Spin spin : run.spins) {
            if (spin.lock().equals(TableFields.PTE_LOCK)) {
                bySpinner.computeIfAbsent(run.pid(spin.task()) + " in " + role(spin) + " "
                        + tableMm(spin.index()), s -> new ArrayList<>()).add(spin);
            }
        }
        bySpinner.forEach((who, spins) -> claims.must(FindingKind.PTE_COLLISION, who.substring(0, who.lastIndexOf(' ')) + " " + spins.size()
                + " times at " + spins.stream().map(Spin::index).distinct().count() + " locks " + Certainty.CERTAIN));
    }

    private int tableMm(int table) {
        return run.machine.value(org.reapscope.kernel.object.VmaFields.VMA_MM.at(TableFields.VMA_OF.at(Expr.of(table))), 0, run.machine.initial(), 0);
    }

    private static String role(Spin spin) {
        if (spin.step().program().equals("__mmput")) {
            return "exit_mmap";
        }
        if (spin.step().program().equals("__oom_reap_task_mm")) {
            String caller = spin.step().callers().getFirst();
            return caller.equals("oom_reaper") ? "the OOM reaper" : caller.startsWith("process_mrelease") ? "process_mrelease" : "a reaper";
        }
        return "a /proc read";
    }

    /** Who queued for an mmap_lock, how long, and who held it or queued before meanwhile. */
    private void waits() {
        for (Taken s : run.steps) {
            int mm = s.step().step().locks().stream().anyMatch(l -> l.lock().equals(MmFields.MMAP_LOCK)) ? run.mmOfLock(s) : -1;
            if (mm >= 0 && run.value(s.after(), MmFields.MMAP_LOCK.place(), mm, s.task()) != 0
                    && run.value(s.before(), MmFields.MMAP_LOCK.place(), mm, s.task()) == 0) {
                Taken got = run.next(s.at() + 1, s.task(), s.id() + "w").orElse(null);
                long untilNs = got == null ? lastNs : run.ns(got.at());
                if (untilNs - run.ns(s.at()) >= WAIT_NS) {
                    boolean reaper = attributed.keySet().stream().anyMatch(c -> c.asked() == s);
                    claims.must(reaper ? FindingKind.REAPER_BLOCKED : FindingKind.MMAP_STALL, run.pid(s.task()) + " waits from " + ns(s)
                            + " to " + untilNs + " for " + blockers(s, got, mm));
                }
            }
        }
    }

    /** Who held it so that the waiter could not have it, and for a reader the writers that queued before it. */
    private String blockers(Taken asked, @Nullable Taken got, int mm) {
        TreeSet<String> tids = new TreeSet<>();
        for (Taken s : run.steps.subList(asked.at(), got == null ? run.steps.size() : got.at())) {
            if (run.value(s.after(), MmFields.MMAP_LOCK.place(), mm, asked.task()) == 0) {
                break;
            }
            boolean toWrite = run.value(s.after(), MmFields.MMAP_LOCK.wantsWrite(), mm, asked.task()) != 0;
            run.machine.holders(s.after(), 0, MmFields.MMAP_LOCK, mm).stream()
                    .filter(t -> toWrite || run.value(s.after(), MmFields.MMAP_LOCK.readers(), mm, t) == 0)
                    .forEach(t -> tids.add(Integer.toString(run.pid(t))));
            run.machine.ahead(s.after(), 0, MmFields.MMAP_LOCK, mm, asked.task()).stream()
                    .filter(t -> !toWrite && run.value(s.after(), MmFields.MMAP_LOCK.wantsWrite(), mm, t) != 0)
                    .forEach(t -> tids.add(Integer.toString(run.pid(t))));
        }
        return String.join(",", tids);
    }

    /**
     * A walk that unmapped nothing since somebody else had. MMF_OOM_SKIP has no event: who saw it under the lock and left
     * at once cannot be told from one who walked in vain, if it held the lock for long.
     */
    private void wasted(Call call, Killed k) {
        Taken released = call.asked() == null ? null : run.next(call.asked().at(), call.task(), "P15").orElse(null);
        if (call.asked() == null || released == null || call.result() == ReturnValue.EINTR) {
            return;
        }
        Taken locked = Killed.got(run, call.asked());
        boolean skipped = run.next(locked.at(), call.task(), "P9").filter(p -> p.at() < released.at()).isEmpty();
        boolean emptied = !call.unmapped() && rss(run.machine.initial(), k.mm()) > 0 && rss(released.before(), k.mm()) == 0;
        if (run.ns(released.at()) - run.ns(locked.at()) >= WALK_NS && emptied) {
            String claim = run.pid(call.task()) + " from " + ns(locked) + " to " + ns(released);
            if (skipped) {
                claims.may(FindingKind.WASTED_WALK, claim);
            } else {
                claims.must(FindingKind.WASTED_WALK, claim);
            }
        }
    }

    private void oomReaper() {
        for (Killed k : kills) {
            Torn torn = k.torn();
            if (torn != null && torn.readLocked() != null && torn.unmapped() != null
                    && run.ns(torn.unmapped().at()) - run.ns(torn.readLocked().at()) >= WALK_NS && rss(run.machine.initial(), k.mm()) > 0) {
                if (rss(torn.readLocked().before(), k.mm()) == 0) {
                    claims.must(FindingKind.WASTED_WALK, run.pid(torn.task()) + " from " + ns(torn.readLocked()) + " to " + ns(torn.unmapped()));
                }
            }
            run.steps.stream().filter(s -> s.is("O4") && run.spokenOf(s, 0) == k.group()).forEach(mark -> turn(k, mark));
        }
        for (Taken s : run.steps) {
            boolean failed = s.is("O9") && run.value(s.after(), MmFields.MMAP_LOCK.readers(), run.mmOfLock(s), s.task()) == 0;
            boolean skipped = s.is("O10") && run.value(s.before(), MmFields.OOM_SKIP, run.spokenOf(s, 0)) != 0;
            if (failed || skipped) {
                int group = run.value(s.before(), TaskFields.CHOSEN, s.task()) - 1;
                claims.must(FindingKind.REAPER_BLOCKED, run.pid(s.task()) + " skips " + marked(s, group) + " at " + ns(s) + " "
                        + (failed ? Severity.WARNING : Severity.INFO));
            }
        }
    }

    private int marked(Taken s, int group) {
        int thread = run.value(s.before(), GroupFields.OOM_VICTIM_THREAD, group);
        return thread == 0 ? run.pidOfGroup(group) : run.pid(thread - 1);
    }

    private void turn(Killed k, Taken mark) {
        int next = run.steps.stream().filter(s -> s.at() > mark.at() && s.is("O4") && run.spokenOf(s, 0) == k.group())
                .mapToInt(Taken::at).min().orElse(Integer.MAX_VALUE);
        List<Taken> after = run.steps.stream().filter(s -> s.at() > mark.at() && s.at() < next).toList();
        Taken wake = last(after, s -> s.is("O7", "O6") && run.value(s.before(), GroupFields.REAP_LIST, k.group()) == 0
                && run.value(s.after(), GroupFields.REAP_LIST, k.group()) != 0);
        Taken start = last(after, s -> s.is("O10") && run.value(s.before(), TaskFields.CHOSEN, s.task()) == k.group() + 1
                && run.value(s.before(), MmFields.OOM_SKIP, k.mm()) == 0);
        Taken finish = last(after, s -> s.is("O11f") && run.value(s.before(), TaskFields.CHOSEN, s.task()) == k.group() + 1);
        claims.must(FindingKind.OOM_REAPER, k.pid() + " mark_victim " + ns(mark) + " wake_reaper " + text(wake) + " start_task_reaping "
                + text(start) + " finish_task_reaping " + text(finish));
    }

    private static @Nullable Taken last(List<Taken> steps, java.util.function.Predicate<Taken> is) {
        return steps.stream().filter(is).max(Comparator.comparing(Taken::at)).orElse(null);
    }

    private String text(@Nullable Taken taken) {
        return taken == null ? "" : ns(taken);
    }

    private String ns(@Nullable Taken taken) {
        return taken == null ? "-" : Long.toString(run.ns(taken.at()));
    }
}
