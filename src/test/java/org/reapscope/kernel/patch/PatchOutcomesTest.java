package org.reapscope.kernel.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.kernel.Cost;
import org.reapscope.kernel.EveryRun;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.SystemFields;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.VmaKind;
import org.reapscope.kernel.path.KernelPaths;

/** What each proposed change does to the race, over all schedules of small systems. */
final class PatchOutcomesTest {

    private static final Profile P = Profile.V6_18;

    static List<KernelPatch> patches() {
        return KernelPatches.all();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            none, true
            b, false
            c, false
            c-described, false
            d, false
            v2, false
            v3, false
            h, false
            f, false
            g, true
            k, true
            """)
    void killThenMrelease_esrch(String patch, boolean possible) {
        EveryRun runs = new Patched(P, patch, 2, 1).lmkd().runs("esrch", "esrch-harmful", "use-after-free", "double-zap");
        assertEquals(possible, runs.everHeld().contains("esrch"), patch);
        assertEquals(possible, runs.everHeld().contains("esrch-harmful"), patch);
        assertFalse(runs.everHeld().contains("use-after-free") || runs.everHeld().contains("double-zap"), patch);
        assertEquals(0, runs.deadlocks());
    }

    @Test
    void killThenMrelease_exitMmPointer_esrchOnlyOnceTheParentHasReaped() {
        assertTrue(new Patched(P, "f", 1, 1).lmkd().task("parent", "wait4").everHeld("esrch", "esrch-harmful").contains("esrch"));
        assertFalse(new Patched(P, "f", 1, 1).lmkd().task("parent", "wait4").everHeld("esrch-harmful").contains("esrch-harmful"));
    }

    @ParameterizedTest
    @CsvSource({"none, true", "b, true", "c, true", "d, true", "v3, true", "h, true", "f, false", "g, true", "k, true"})
    void alreadyExiting_killComesTooLate_esrch(String patch, boolean possible) {
        Patched race = new Patched(P, patch, 0, 1);
        race.builder.thread(race.victim, "victim-0", "victim", Patched.call("exit_group"), Patched.call("do_exit"));
        assertEquals(possible, race.lmkd().everHeld("esrch").contains("esrch"), patch);
    }

    @ParameterizedTest
    @CsvSource({"none, true", "b, true", "d, true", "v3, true", "h, true", "f, true", "g, false", "k, true"})
    void smapsReaderPinsMm_teardownRunsInTheReader(String patch, boolean possible) {
        Set<String> held = new Patched(P, patch, 1, 1).lmkd().task("smaps", "read_smaps").everHeld("teardown-in-reader", "use-after-free");
        assertEquals(possible, held.contains("teardown-in-reader"), patch);
        assertFalse(held.contains("use-after-free"), patch);
    }

    @ParameterizedTest
    @CsvSource({"none, false", "d, false", "v3, false", "h, false", "f, false", "g, true", "k, false"})
    void smapsReader_mreleaseQueuesBehindTheWriterThatWaitsForTheReader(String patch, boolean possible) {
        Patched race = new Patched(P, patch, 1, 1).lmkd().task("smaps", "read_smaps");
        Expr.Var reader = new Expr.Var("procfs", org.reapscope.kernel.expr.Dim.TASK);
        Expr.Var reaper = new Expr.Var("reaper", org.reapscope.kernel.expr.Dim.TASK);
        Expr mm = Expr.of(race.mm);
        race.builder.fact(org.reapscope.kernel.Fact.ever("mrelease-behind-reader", Expr.all(
                Expr.exists(reaper, Expr.at(reaper, "P7w").and(MmFields.MMAP_LOCK.place().at(mm, reaper).ne(0))),
                Expr.exists(reader, Expr.at(reader, "RS3", "RS4", "RS4a", "RS4b", "RS4c", "RS4d", "RS4e", "RS5")
                        .and(MmFields.MMAP_LOCK.readers().at(mm, reader).ne(0))),
                MmFields.MMAP_LOCK.writerWaits(mm))));
        assertEquals(possible, race.runs().everHeld().contains("mrelease-behind-reader"), patch);
    }

    /** A second process shares the mm and lives on. */
    private static Patched sharer(String patch, boolean vfork) {
        Patched race = new Patched(P, patch, 1, 1);
        int group = race.builder.group("sharer", race.mm);
        race.builder.thread(group, "sharer", "sharer", Patched.call("get_signal"), Patched.call("do_exit"));
        race.builder.initial(MmFields.MULTIPROCESS, vfork ? 0 : 1, race.mm);
        race.builder.fact("sharer-killed", GroupFields.GROUP_EXIT.at(Expr.of(group)).ne(0));
        race.builder.fact("victim-killed", GroupFields.GROUP_EXIT.at(Expr.of(race.victim)).ne(0));
        return race.lmkd();
    }

    @Test
    void mmSharer_resultWhileTheSharerLives() {
        assertEquals(Set.of("einval", "esrch", "victim-killed"), sharer("none", false).everHeld("einval", "esrch", "reaped", "shared-reap"));
        assertEquals(Set.of("einval", "victim-killed"), sharer("f", false).everHeld("einval", "esrch", "reaped", "shared-reap"));
        assertEquals(Set.of("einval"), sharer("c", false).everHeld("einval", "esrch", "reaped", "shared-reap"));
        assertEquals(Set.of("einval"), sharer("d", false).everHeld("einval", "esrch", "reaped", "shared-reap"));
        assertEquals(Set.of("victim-killed", "sharer-killed", "reaped"), sharer("v3", false).everHeld("einval", "esrch", "reaped", "shared-reap"));
        assertEquals(Set.of("victim-killed", "reaped", "shared-reap"), sharer("h", false).everHeld("einval", "esrch", "reaped", "shared-reap"));
    }

    @ParameterizedTest
    @CsvSource({"none, false", "d, true", "v2, true", "v3, false", "f, false", "g, false", "k, false"})
    void vforkChild_sharedMemoryIsReapedUnderALiveTask(String patch, boolean possible) {
        assertEquals(possible, sharer(patch, true).everHeld("shared-reap").contains("shared-reap"), patch);
    }

    @ParameterizedTest
    @CsvSource({"none, false", "k, true"})
    void earlyOomSkip_aSecondVictimIsChosenWhilePagesAreStillMapped(String patch, boolean possible) {
        Patched race = new Patched(P, patch, 1, 1);
        int mm2 = race.builder.mm("other-mm");
        race.builder.vma(mm2, "other", VmaKind.ANON, 0x20000000L, 1, 100);
        int other = race.builder.group("other", mm2);
        race.builder.thread(other, "other", "app", Patched.call("get_signal"), Patched.call("do_exit"));
        race.builder.initial(SystemFields.DEMAND, 400);
        race.builder.task(race.others, "allocator", "oom", false, Patched.call("out_of_memory"), Patched.call("out_of_memory"));
        Expr.Var table = new Expr.Var("still", org.reapscope.kernel.expr.Dim.TABLE);
        Expr mapped = Expr.exists(table, TableFields.belongsTo(table, Expr.of(race.mm)).and(TableFields.isMapped(table)));
        race.builder.fact(org.reapscope.kernel.Fact.ever("second-victim-while-mapped",
                GroupFields.OOM_VICTIM.at(Expr.of(other)).ne(0).and(mapped)));
        assertEquals(possible, race.runs().everHeld().contains("second-victim-while-mapped"), patch);
    }

    @ParameterizedTest
    @CsvSource({"V6_12, none, true", "V6_18, none, false", "V6_12, i, true"})
    void frozenVictimOom_twoSecondsWithoutProgress(Profile profile, String patch, boolean possible) {
        Patched race = new Patched(profile, patch, 2, 1);
        race.builder.initial(GroupFields.FREEZING, 1, race.victim).initial(SystemFields.DEMAND, 10);
        race.builder.task(race.others, "allocator", "oom", false, Patched.call("out_of_memory"));
        race.builder.task(race.others, "timer", "timer", true, race.on("oom_reaper_timer"));
        race.builder.task(race.others, "oom_reaper", "oom_reaper", true, Patched.call("oom_reaper"));
        assertEquals(possible, race.everHeld("frozen-delay").contains("frozen-delay"));
    }

    @Test
    void cleanPageCache_unmappedIsFreeOnlyIfTheFoliosAreEvicted() {
        for (String patch : List.of("none", "l", "l,m")) {
            Patched race = new Patched(P, patch, 1, 0);
            race.builder.vma(race.mm, "file", VmaKind.FILE_CLEAN, 0x30000000L, 1, 512);
            race.builder.initial(TableFields.YOUNG, 1, 0);
            race.builder.fact("in-cache", TableFields.PAGES.at(Expr.of(0)).eq(VmaKind.Pages.CACHE))
                    .fact("free", TableFields.PAGES.at(Expr.of(0)).eq(VmaKind.Pages.FREE));
            assertEquals(!patch.equals("none"), race.lmkd().everHeld("reaped").contains("free"), patch);
        }
    }

    @Test
    void contradictionsAreRefusedWithTheReason() {
        assertEquals("patches d and h contradict each other: both are the one call that kills and reaps; choose one",
                assertThrows(ModelException.class, () -> new Patched(P, "d,h", 1, 1)).getMessage());
        assertEquals("patch j does not apply to 6.18: it is merged there; choose profile 6.12 to see its effect",
                assertThrows(ModelException.class, () -> new Patched(P, "j", 1, 1)).getMessage());
        assertTrue(String.valueOf(assertThrows(ModelException.class, () -> KernelPatches.of("z")).getMessage())
                .startsWith("no patch is called 'z'; there are b, c, "));
    }

    @ParameterizedTest
    @MethodSource("patches")
    void everyPatchAppliesAloneToEveryProfileItFits_andSaysWhatItIs(KernelPatch patch) {
        assertFalse(patch.title().isBlank() || patch.status().isBlank() || patch.source().isBlank() || patch.hazards().isEmpty());
        for (Profile profile : Profile.values()) {
            if (patch.refusedBy(profile).isEmpty()) {
                KernelPatches.apply(profile, KernelPaths.programs(profile), List.of(patch));
            }
        }
        patch.contradicts().keySet().forEach(id -> assertTrue(KernelPatches.of(id).contradicts().containsKey(patch.id()), id));
    }

    /** Patch m unmaps the same pages; where they need not be marked accessed, each costs less. */
    @Test
    void unmarkedPagesCostLess_andAllOthersWhatTheyCostBefore() {
        Programs base = KernelPaths.programs(P);
        Programs patched = KernelPatches.apply(P, base, List.of(KernelPatches.of("m")));
        for (String[] walk : new String[][] {{"__mmput", "M7c"}, {"__oom_reap_task_mm", "P12c"}}) {
            Cost before = base.get(walk[0]).step(walk[1]).cost();
            assertEquals(Cost.Kind.ZAP_PAGE, before.kind());
            assertEquals(before, patched.get(walk[0]).step(walk[1] + "z").cost(), "an ordinary table");
            Cost unmarked = patched.get(walk[0]).step(walk[1] + "m").cost();
            assertEquals(new Cost(Cost.Kind.ZAP_UNMARKED_PAGE, TableFields.PAGE_COUNT.at(TaskFields.AT_TABLE.at(Expr.SELF))), unmarked, "page by page");
        }
    }
}
