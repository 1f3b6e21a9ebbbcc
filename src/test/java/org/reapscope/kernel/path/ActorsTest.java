package org.reapscope.kernel.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reapscope.kernel.path.Races.call;
import static org.reapscope.kernel.path.Races.on;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reapscope.kernel.Agreement;
import org.reapscope.kernel.Blocked;
import org.reapscope.kernel.EveryRun;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.Invariants;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.SystemBuilder;
import org.reapscope.kernel.object.SystemFields;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.VmaFields;
import org.reapscope.kernel.object.VmaKind;

/** Every actor of the model does what the kernel does, seen from the outcomes. */
final class ActorsTest {

    private static final Profile P = Profile.V6_18;

    private static EveryRun runs(Races r) {
        Machine m = r.builder.build().spec().withGrain(Grain.COARSE).build();
        EveryRun runs = EveryRun.of(m);
        for (int seed = 0; seed < 3; seed++) {
            EveryRun.random(m, seed, 5_000, (s, t) -> Agreement.check(m, s));
        }
        return runs;
    }

    /** The outcomes of every run; none may get stuck, and invariants must hold along seeded runs. */
    private static Set<String> outcomes(Races r) {
        EveryRun runs = runs(r);
        assertEquals(0, runs.deadlocks());
        return runs.outcomes();
    }

    @Test
    void mreleaseRefusesWhileASharerLives() {
        Races r = new Races(P, 1, 1).task("lmkd", "kill", "process_mrelease");
        int sharer = r.builder.group("sharer", r.mm);
        r.builder.task(sharer, "sharer-0", "sharer", true, call("get_signal"), call("do_exit"));
        r.builder.initial(TaskFields.HAS_MM, 1, 2).initial(MmFields.MULTIPROCESS, 1, r.mm);
        r.builder.facts("einval", "esrch", "reaped", "shared-reap");
        assertEquals(Set.of("einval=1 esrch=0 reaped=0 shared-reap=0", "einval=0 esrch=1 reaped=0 shared-reap=0"),
                withUsers(r, 2));
    }

    private static Set<String> withUsers(Races r, int users) {
        var spec = r.builder.build().spec();
        var initial = new ArrayList<>(spec.initial());
        initial.add(new MachineSpec.Initial(MmFields.MM_USERS, List.of(r.mm), users));
        MachineSpec changed = new MachineSpec(spec.programs(), spec.tasks(), spec.names(), initial,
                spec.facts(), false, Grain.COARSE);
        EveryRun runs = EveryRun.of(changed.build());
        assertEquals(0, runs.deadlocks());
        return runs.outcomes();
    }

    @Test
    void errnosThatDoNotDependOnTheRace() {
        Races flags = new Races(P, 1, 1).task("lmkd", "kill", "process_mrelease");
        flags.builder.initial(TaskFields.BAD_FLAGS, 1, 1).facts("einval");
        assertEquals(Set.of("einval=1"), outcomes(flags));

        Races alive = new Races(P, 1, 1);
        alive.builder.task(alive.builder.group("lmkd", SystemBuilder.NO_MM), "lmkd", "reaper", false,
                on(alive.victim, "process_mrelease"), on(alive.victim, "kill"));
        alive.builder.facts("einval", "esrch");
        assertEquals(Set.of("einval=1 esrch=0"), outcomes(alive), "nobody was killed before the call");

        Races blocked = new Races(P, 1, 1).task("lmkd", "kill", "process_mrelease");
        blocked.builder.initial(VmaFields.NOTIFIER_BLOCKS, 1, 0)
                .fact("result", TaskFields.MRELEASE_RESULT.at(Expr.of(1)));
        assertEquals(Set.of("result=1", "result=3", "result=6"), outcomes(blocked), "0, -ESRCH or -EAGAIN");
    }

    @Test
    void esrchIsHarmless_onceTheParentHasReaped() {
        Races r = new Races(P, 1, 1).task("killer", "kill").task("parent", "wait4", "process_mrelease");
        r.builder.facts("esrch", "esrch-harmful");
        assertEquals(Set.of("esrch=1 esrch-harmful=0"), outcomes(r));
    }

    @Test
    void alreadyExitingProcessGivesEsrch() {
        Races r = new Races(P, 0, 1);
        r.builder.thread(r.victim, "victim-0", "victim", call("exit_group"), call("do_exit"));
        r.task("lmkd", "kill", "process_mrelease");
        r.builder.facts("esrch-harmful", "reaped");
        Set<String> outcomes = outcomes(r);
        assertTrue(outcomes.contains("esrch-harmful=1 reaped=0"), outcomes.toString());
        assertTrue(outcomes.contains("esrch-harmful=0 reaped=1"), outcomes.toString());
    }

    private static Races frozenVictim(Profile profile) {
        Races r = new Races(profile, 2, 1);
        r.builder.initial(GroupFields.FREEZING, 1, r.victim).initial(TaskFields.FROZEN, 1, 0)
                .initial(TaskFields.FROZEN, 1, 1).initial(SystemFields.DEMAND, 100)
                .initial(SystemFields.MAX_REAP_RETRIES, 1);
        r.builder.task(r.builder.group("allocator", SystemBuilder.NO_MM), "allocator", "allocator", true,
                call("out_of_memory"));
        r.daemon("timer", "oom_reaper_timer").daemon("oom_reaper", "oom_reaper");
        r.builder.facts("frozen-delay");
        r.builder.fact("left", MmFields.memoryLeft(Expr.of(0)));
        return r;
    }

    @Test
    void frozenOomVictimWaitsForTheReaper_in6_12Only() {
        EveryRun old = runs(frozenVictim(Profile.V6_12));
        assertTrue(old.everHeld().contains("frozen-delay"));
        assertEquals(Set.of("frozen-delay=1 left=0"), old.outcomes(),
                "one thread stays frozen for ever, the oom_reaper frees the memory");
        EveryRun since = runs(frozenVictim(Profile.V6_18));
        assertFalse(since.everHeld().contains("frozen-delay"));
        assertEquals(Set.of("frozen-delay=0 left=0"), since.outcomes());
    }

    @Test
    void v2FrozenVictimDiesWithoutThaw_v1FrozenOneDoesNot() {
        Races v1 = new Races(P, 1, 1).task("killer", "freeze_v1", "kill");
        v1.builder.fact("gone", TaskFields.EXIT_STATE.at(Expr.of(0)).ne(0));
        assertEquals(Set.of("gone=0"), runs(v1).outcomes(), "it freezes before it looks at its signal");
        Races v2 = new Races(P, 1, 1).task("killer", "freeze_v2", "kill");
        v2.builder.fact("gone", TaskFields.EXIT_STATE.at(Expr.of(0)).ne(0));
        assertEquals(Set.of("gone=1"), outcomes(v2));
    }

    @Test
    void whoHasExecutedAnotherProgramExitsWithoutTouchingTheOldMm() {
        Races r = new Races(P, 1, 1).task("killer", "kill");
        int child = r.builder.group("child", r.mm);
        r.builder.thread(child, "child", "sharer", call("exec"), call("exit_group"), call("do_exit"));
        r.builder.fact("users", MmFields.MM_USERS.at(Expr.of(r.mm))).fact("torn-down", MmFields.TORN_DOWN.at(Expr.of(r.mm)));
        assertEquals(Set.of("users=0 torn-down=1"), outcomes(r));
    }

    @Test
    void oomReaperTakesRobustListAway_ifTheVictimIsSlow() {
        Races r = new Races(P, 1, 2).task("lmkd", "kill", "process_mrelease");
        r.builder.initial(TaskFields.ROBUST_LIST, 2, 0).facts("futex-lost");
        assertEquals(Set.of("futex-lost=0", "futex-lost=1"), outcomes(r));
    }

    @Test
    void cleanFilePagesStayInThePageCache_untilKswapdRuns() {
        Races r = new Races(P, 0, 0);
        r.builder.vma(r.mm, "lib.so", VmaKind.FILE_CLEAN, 0x7f0000000000L, 1, 512);
        r.builder.thread(r.victim, "victim-0", "victim", call("get_signal"), call("do_exit"));
        r.task("killer", "kill").daemon("kswapd", "kswapd");
        r.builder.fact("cached", SystemFields.cachePages());
        r.builder.fact("freed-late", SystemFields.freePages().eq(512));
        EveryRun runs = runs(r);
        assertEquals(Set.of("cached=0 freed-late=1"), runs.outcomes());
    }

    @Test
    void oomKillerChoosesASecondVictim_onlyAfterSkip() {
        Races r = new Races(P, 1, 1);
        int otherMm = r.builder.mm("other-mm");
        r.builder.vma(otherMm, "heap", VmaKind.ANON, 0x20000000L, 1, 100);
        int other = r.builder.group("other", otherMm);
        r.builder.thread(other, "other-0", "victim", call("get_signal"), call("do_exit"));
        int system = r.builder.group("system", SystemBuilder.NO_MM);
        r.builder.task(system, "allocator", "allocator", true, call("out_of_memory"), call("out_of_memory"));
        r.daemon("timer", "oom_reaper_timer").daemon("oom_reaper", "oom_reaper");
        r.builder.initial(SystemFields.DEMAND, 512);
        r.builder.fact("first", GroupFields.OOM_VICTIM.at(Expr.of(r.victim)));
        r.builder.fact("second", GroupFields.OOM_VICTIM.at(Expr.of(other)));
        r.builder.facts("pointless-kill");
        Set<String> outcomes = runs(r).outcomes();
        assertTrue(outcomes.stream().anyMatch(o -> o.contains("first=1 second=0 pointless-kill=0")), outcomes.toString());
        assertTrue(outcomes.stream().anyMatch(o -> o.contains("second=1 pointless-kill=1")),
                "MMF_OOM_SKIP is set before the gathered tail is free: " + outcomes);
        assertTrue(outcomes.stream().noneMatch(o -> o.contains("first=0")), "the larger one goes first: " + outcomes);
    }

    @Test
    void aQueuedWriterHoldsUpALaterReader() {
        Races r = new Races(P, 1, 1).task("lmkd", "kill", "process_mrelease").task("other", "process_mrelease");
        r.builder.keepAll(true).facts("reaper-blocked");
        Machine m = r.builder.build().spec().build();
        long[] s = m.initial();
        until(m, s, 1, "P7");
        until(m, s, 2, "P10");
        until(m, s, 0, "M10w");
        m.step(s, 0, 1);
        assertFalse(m.enabled(s, 0, 1));
        Blocked blocked = m.blockedOn(s, 0, 1).orElseThrow();
        assertEquals(MmFields.MMAP_LOCK, blocked.lock());
        assertEquals(List.of(2), blocked.holders(), "only a reader holds it");
        assertEquals(List.of(0), blocked.ahead(), "but exit_mmap's writer is ahead");
        assertTrue(m.holds("reaper-blocked", s, 0));
        assertEquals(List.of(), Invariants.check(m, s, 0));
        assertFalse(m.enabled(s, 0, 0));
        until(m, s, 2, "P16");
        assertTrue(m.enabled(s, 0, 0), "the reader has gone: the writer's turn");
        assertFalse(m.enabled(s, 0, 1));
        until(m, s, 0, "M15");
        until(m, s, 1, "P15");
        assertEquals(List.of(1), m.holders(s, 0, MmFields.MMAP_LOCK, r.mm), "granted when the writer left");
    }

    private static void until(Machine m, long[] s, int task, String step) {
        while (!m.next(s, 0, task).orElseThrow().step().id().equals(step)) {
            assertTrue(m.enabled(s, 0, task), () -> "stuck before " + step);
            m.step(s, 0, task);
        }
    }

    @Test
    void swapSlotsAreFreedWhileUnmapping_andDeviceMemoryOnlyByExitMmap() {
        Races r = new Races(P, 0, 0);
        r.builder.vma(r.mm, "swapped", VmaKind.SWAPPED, 0x10000000L, 1, 512);
        r.builder.vma(r.mm, "device", VmaKind.PFNMAP, 0x20000000L, 1, 512);
        r.builder.vma(r.mm, "hole", VmaKind.ANON, 0x30000000L, 1, 0);
        r.builder.thread(r.victim, "victim-0", "victim", call("get_signal"), call("do_exit"));
        r.task("lmkd", "kill", "process_mrelease");
        r.builder.fact("free", SystemFields.freePages());
        r.builder.fact("device", TableFields.ZAPPED_BY.at(Expr.of(1)));
        r.builder.fact("hole", TableFields.ZAPPED_BY.at(Expr.of(2)));
        assertEquals(Set.of("free=512 device=1 hole=0"), outcomes(r));
    }
}
