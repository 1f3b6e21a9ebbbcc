package org.reapscope.kernel.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reapscope.kernel.Agreement;
import org.reapscope.kernel.EveryRun;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.object.Invariants;

/** The race itself, on systems small enough for brute force. */
final class RaceTest {

    private static final Profile P = Profile.V6_18;

    private static Set<String> outcomes(Machine m) {
        EveryRun runs = EveryRun.of(m);
        assertEquals(0, runs.deadlocks());
        return runs.outcomes();
    }

    private static MachineSpec killThenMrelease(Profile profile, int threads, int tables, String... facts) {
        Races r = new Races(profile, threads, tables).task("lmkd", "pidfd_send_signal", "process_mrelease");
        r.builder.facts(facts);
        return r.builder.build().spec();
    }

    @Test
    void killThenMreleaseFindsBothSuccessAndEsrch() {
        for (Grain grain : Grain.values()) {
            Machine m = killThenMrelease(P, 2, 2, "esrch", "reaped", "esrch-harmful").withGrain(grain).build();
            assertEquals(Set.of("esrch=0 reaped=1 esrch-harmful=0", "esrch=1 reaped=0 esrch-harmful=0",
                    "esrch=1 reaped=0 esrch-harmful=1"), outcomes(m), grain.name());
        }
    }

    @Test
    void coarseGrainHasFewerStatesAndTheSameOutcomes() {
        String[] facts = {"esrch", "esrch-harmful", "pte-collision", "mmap-stall", "reaper-blocked", "wasted-walk",
            "use-after-free", "double-zap", "memory-held-after-mrelease"};
        MachineSpec spec = killThenMrelease(P, 1, 2, facts);
        EveryRun fine = EveryRun.of(spec.withGrain(Grain.FINE).build());
        EveryRun coarse = EveryRun.of(spec.withGrain(Grain.COARSE).build());
        assertEquals(fine.outcomes(), coarse.outcomes());
        assertTrue(coarse.states() * 2 < fine.states(), coarse.states() + " of " + fine.states());
        assertTrue(fine.everHeld().containsAll(List.of("pte-collision", "mmap-stall", "reaper-blocked", "wasted-walk")),
                fine.everHeld().toString());
        assertFalse(fine.everHeld().contains("use-after-free"));
        assertFalse(fine.everHeld().contains("double-zap"));
    }

    @Test
    void smapsReaderThatIsTheLastUserRunsExitMmap() {
        Races r = new Races(P, 1, 1).task("killer", "kill").task("smaps", "read_smaps");
        r.builder.facts("teardown-in-reader", "pinned-teardown");
        assertTrue(outcomes(r.builder.build().spec().build()).contains("teardown-in-reader=1 pinned-teardown=1"));
    }

    @Test
    void cmdlineReaderKeepsMemoryThatMreleaseCannotFind() {
        Races r = new Races(P, 1, 1).task("lmkd", "kill", "process_mrelease").task("cmdline", "read_cmdline");
        r.builder.facts("teardown-in-reader", "memory-held-after-mrelease", "esrch-harmful");
        Set<String> outcomes = outcomes(r.builder.build().spec().build());
        assertTrue(outcomes.contains("teardown-in-reader=1 memory-held-after-mrelease=1 esrch-harmful=1"),
                outcomes.toString());
    }

    @Test
    void everythingAgreesInEveryState_andInvariantsHold() {
        Machine small = killThenMrelease(P, 1, 1, "esrch", "pte-collision", "pinned-teardown").build();
        EveryRun.of(small, s -> Agreement.check(small, s));
        for (Profile profile : Profile.values()) {
            Races r = new Races(profile, 2, 3).task("lmkd", "kill", "process_mrelease").task("smaps", "read_smaps")
                    .task("rollup", "read_smaps_rollup").task("maps", "read_maps").task("cmdline", "read_cmdline")
                    .task("parent", "wait4");
            r.builder.facts("esrch", "pte-collision", "mmap-stall", "pinned-teardown", "use-after-free").keepAll(true);
            Machine m = r.builder.build().spec().build();
            for (int seed = 0; seed < 15; seed++) {
                long[] end = EveryRun.random(m, seed, 10_000, (s, task) -> {
                    Agreement.check(m, s);
                    assertEquals(List.of(), Invariants.check(m, s, 0));
                    long[] after = s.clone();
                    m.step(after, 0, task);
                    String words = m.sentence(s, after, task);
                    assertFalse(words.isBlank() || words.contains("{") || words.contains(" ? "), words);
                    m.traces(s, after, task);
                });
                assertTrue(m.finished(end, 0), "run " + seed + " ends");
                assertFalse(m.holds("use-after-free", end, 0));
            }
        }
    }

    @Test
    void mreleaseAndExitMmapWalkAtTheSameTime() {
        Machine m = killThenMrelease(P, 1, 2).keepingAll(true).build();
        boolean[] both = new boolean[1];
        EveryRun.of(m, s -> {
            String a = m.next(s, 0, 0).map(x -> x.step().id()).orElse("");
            String b = m.next(s, 0, 1).map(x -> x.step().id()).orElse("");
            both[0] |= a.equals("M7c") && b.equals("P12c");
        });
        assertTrue(both[0], "two walkers inside page tables under read locks");
    }

    @Test
    void stateIsSmallForTheExplorer() {
        Races r = new Races(P, 6, 16).task("lmkd", "kill", "process_mrelease").task("smaps", "read_smaps");
        r.builder.facts("esrch");
        Machine m = r.builder.build().spec().build();
        assertTrue(m.words() <= 6, m.words() + " words");
    }
}
