package org.reapscope.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.reapscope.trace.Payload;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Tracepoint;

/** Each phenomenon on a trace made by hand, and one that looks like it but is not. */
final class DetectorsTest {

    private static final int LMKD = 50;
    private static final int VICTIM = 100;
    private static final int READER = 70;
    private static final long MM = 0xee147c73L;
    private static final String[] PTE_STACK = {"__pv_queued_spin_lock_slowpath", "_raw_spin_lock", "__pte_offset_map_lock",
            "unmap_page_range", "__oom_reap_task_mm", "__do_sys_process_mrelease"};

    private final Story story = new Story().process(LMKD, "lmkd").process(VICTIM, "victim").on(VICTIM, 1)
            .process(READER, "smaps-reader").rss(VICTIM, MM, 64 * Story.MIB);

    /** Killed, exited, and its mm gone. */
    private Story dead() {
        return story.kill(LMKD, VICTIM).deliver(VICTIM).exit(VICTIM, true).read(VICTIM, MM);
    }

    @Test
    void aCallIntoTheWindowOfAPinnedMm_isHarmfulAndTrapped() {
        dead().pass(10).enter(LMKD).leave(LMKD, -3).pass(600).tearDown(READER, MM);
        Finding hit = only(FindingKind.ESRCH_HARMFUL);
        assertEquals(Severity.SEVERE, hit.severity());
        assertTrue(hit.text().contains("64 MiB were still mapped: trapped, nobody began to free them for another 0.60 ms"), hit.text());
        Finding window = only(FindingKind.ESRCH_WINDOW);
        assertTrue(window.text().contains("(trapped 0.61 ms") && window.text().contains("1 call fell into it"), window.text());
        String pinned = only(FindingKind.PINNED_MM).text();
        assertTrue(pinned.startsWith("The mm of victim-100 stayed pinned for 0.61 ms after its last thread had left, with 64 MiB mapped:"
                + " smaps-reader-70 dropped the last reference, and no event shows since when it had one; who held it before that"), pinned);
        assertTrue(only(FindingKind.FOREIGN_TEARDOWN).text().contains("64 MiB, was torn down by smaps-reader-70"));
    }

    @Test
    void aVictimThatTearsItselfDownIsNeitherPinnedNorForeign() {
        dead().tearDown(VICTIM, MM);
        assertEquals(List.of(), story.findings(FindingKind.PINNED_MM));
        assertEquals(List.of(), story.findings(FindingKind.FOREIGN_TEARDOWN));
        assertTrue(only(FindingKind.ESRCH_WINDOW).text().contains("nobody asked in that time"));
    }

    @Test
    void anMmThatIsNeverTornDownIsPinnedToTheEndOfTheTrace() {
        story.read(READER, 0x99).exitMmap(READER);
        dead().pass(5000).wake(LMKD, READER);
        Finding pinned = only(FindingKind.PINNED_MM);
        assertEquals(story.analysis().trace().lastNs(), pinned.endNs());
        assertTrue(pinned.text().contains("somebody who is not seen"), pinned.text());
    }

    @Test
    void esrchAfterTheTeardownIsBenign_butOfUnknownOrderAtTheSameMicrosecond() {
        dead().tearDown(VICTIM, MM).enter(LMKD).leave(LMKD, -3);
        assertEquals(Certainty.CERTAIN, only(FindingKind.ESRCH_BENIGN).certainty());

        Story tie = new Story().process(LMKD, "lmkd").process(VICTIM, "victim").on(VICTIM, 1).kill(LMKD, VICTIM).exit(VICTIM, true)
                .read(VICTIM, MM).read(VICTIM, MM).enter(LMKD).lock(VICTIM, MM, true).exitMmap(VICTIM).sameTime().leave(LMKD, -3)
                .unlock(VICTIM, MM, true);
        assertEquals(Certainty.ORDER_UNKNOWN, tie.findings(FindingKind.ESRCH_BENIGN).getFirst().certainty());
    }

    @Test
    void esrchWhileTheTeardownEndsIsInferred_forNoEventMarksTheLookUp() {
        dead().enter(LMKD).tearDown(VICTIM, MM).leave(LMKD, -3);
        assertEquals(Certainty.INFERRED, only(FindingKind.ESRCH_BENIGN).certainty());
    }

    @Test
    void aLookUpJustBeforeTheWindowIsANearMiss_oneLongBeforeIsNot() {
        story.kill(LMKD, VICTIM).enter(LMKD).pass(3).ask(LMKD, MM, false).got(LMKD, MM, false).exit(VICTIM, true).read(VICTIM, MM)
                .rss(LMKD, MM, 0).unlock(LMKD, MM, false).leave(LMKD, 0).tearDown(VICTIM, MM);
        assertTrue(only(FindingKind.NEAR_MISS).text().contains("only 5 µs to 8 µs before"), only(FindingKind.NEAR_MISS).text());

        Story calm = new Story().process(LMKD, "lmkd").process(VICTIM, "victim").kill(LMKD, VICTIM).enter(LMKD).read(LMKD, MM).leave(LMKD, 0)
                .pass(500).exit(VICTIM, true).read(VICTIM, MM).tearDown(VICTIM, MM);
        assertEquals(List.of(), calm.findings(FindingKind.NEAR_MISS));
    }

    @Test
    void exitMmapThatWaitsForTheReaperIsAStall_whichNamesTheHolder() {
        story.kill(LMKD, VICTIM).enter(LMKD).lock(LMKD, MM, false).exit(VICTIM, true).read(VICTIM, MM).read(VICTIM, MM)
                .ask(VICTIM, MM, true).pass(700).rss(LMKD, MM, 0).unlock(LMKD, MM, false).got(VICTIM, MM, true).exitMmap(VICTIM)
                .unlock(VICTIM, MM, true).leave(LMKD, 0);
        Finding stall = only(FindingKind.MMAP_STALL);
        assertEquals(Severity.WARNING, stall.severity());
        assertTrue(stall.text().contains("victim-100 in exit_mmap waited 0.70 ms to write-lock")
                && stall.text().contains("held by lmkd-50 in process_mrelease for 0.70 ms of it"), stall.text());
        assertEquals(List.of(), story.findings(FindingKind.REAPER_BLOCKED));
    }

    @Test
    void processMreleaseThatWaitsForAWriterIsABlockedReaper_andNoStall() {
        story.kill(LMKD, VICTIM).read(READER, 0x99).lock(VICTIM, MM, true).enter(LMKD).ask(LMKD, MM, false).pass(300).unlock(VICTIM, MM, true)
                .got(LMKD, MM, false).rss(LMKD, MM, 0).unlock(LMKD, MM, false).leave(LMKD, 0);
        assertTrue(only(FindingKind.REAPER_BLOCKED).text().contains("waited 0.30 ms for the mmap_lock of victim-100, held by victim-100"));
        assertEquals(List.of(), story.findings(FindingKind.MMAP_STALL));
    }

    @Test
    void aSkippedVictimOfTheOomReaperSaysWhetherTheTryFailed() {
        story.tryFailed(READER, MM).event(READER, Tracepoint.SKIP_TASK_REAPING, VICTIM)
                .read(READER, MM).event(READER, Tracepoint.SKIP_TASK_REAPING, VICTIM);
        List<Finding> skips = story.findings(FindingKind.REAPER_BLOCKED);
        assertEquals(List.of(Severity.WARNING, Severity.INFO), skips.stream().map(Finding::severity).toList());
    }

    @Test
    void aStackTraceOfAPageTableWalkProvesACollision_oneOfTheLruLockDoesNot() {
        story.read(READER, 0x99).kill(LMKD, VICTIM).enter(LMKD).lock(LMKD, MM, false).lock(VICTIM, MM, false)
                .contend(LMKD, 1, Payload.LOCK_SPIN, 50, PTE_STACK).contend(LMKD, 2, Payload.LOCK_SPIN, 30, PTE_STACK)
                .contend(LMKD, 9, Payload.LOCK_SPIN, 5, "_raw_spin_lock_irqsave", "folio_lruvec_lock_irqsave", "__oom_reap_task_mm");
        Finding collision = only(FindingKind.PTE_COLLISION);
        assertEquals(Certainty.CERTAIN, collision.certainty());
        assertTrue(collision.text().startsWith("lmkd-50 in process_mrelease waited 2 times for 80 µs in all (longest 50 µs) at 2"
                + " page-table locks while victim-100"), collision.text());
        assertEquals(2L, story.analysis().locks().pteCollisions());
        assertEquals(3L, story.analysis().locks().contentions());
    }

    @Test
    void withoutStackTracesItIsASpinlock_andOneTakenOverAndOverIsNoPageTables() {
        story.read(READER, 0x99).kill(LMKD, VICTIM).enter(LMKD).lock(LMKD, MM, false).lock(VICTIM, MM, false).contend(LMKD, 1, Payload.LOCK_SPIN, 50)
                .contend(LMKD, 2, Payload.LOCK_SPIN, 50).contend(LMKD, 7, Payload.LOCK_SPIN, 2).contend(LMKD, 7, Payload.LOCK_SPIN, 2)
                .contend(LMKD, 7, Payload.LOCK_SPIN, 2);
        Finding collision = only(FindingKind.PTE_COLLISION);
        assertEquals(Certainty.INFERRED, collision.certainty());
        assertTrue(collision.text().contains("waited 2 times") && collision.text().contains("without a stack trace"), collision.text());
        assertEquals(null, story.analysis().locks().pteCollisions());
    }

    @Test
    void aSpinWhileNobodyElseWalksIsNoCollision() {
        story.kill(LMKD, VICTIM).enter(LMKD).lock(LMKD, MM, false).contend(LMKD, 1, Payload.LOCK_SPIN, 50);
        assertEquals(List.of(), story.findings(FindingKind.PTE_COLLISION));
    }

    @Test
    void aReaperThatFindsRssZeroWalksForNothing_oneThatFreesItsOwnGatherDoesNot() {
        story.rss(VICTIM, MM, 0).kill(LMKD, VICTIM).enter(LMKD).lock(LMKD, MM, false).pass(80).unlock(LMKD, MM, false).leave(LMKD, 0);
        assertTrue(only(FindingKind.WASTED_WALK).text().contains("held the mmap_lock of victim-100 for 80 µs and unmapped nothing"));

        Story frees = new Story().process(LMKD, "lmkd").process(VICTIM, "victim").rss(VICTIM, MM, 4096).kill(LMKD, VICTIM)
                .enter(LMKD).lock(LMKD, MM, false).rss(LMKD, MM, 0).pass(900).unlock(LMKD, MM, false).leave(LMKD, 0);
        assertEquals(List.of(), frees.findings(FindingKind.WASTED_WALK));
    }

    @Test
    void aSecondVictimWhileTheFirstHoldsMemoryIsPerhapsPointless_butNotAfterItsTeardown() {
        story.process(200, "second").rss(200, 0x77, 4096);
        dead().pass(100).kill(LMKD, 200).tearDown(VICTIM, MM);
        Finding second = only(FindingKind.POINTLESS_KILL);
        assertTrue(second.text().contains("killed second-200 while 64 MiB of victim-100"), second.text());
        assertEquals("second-200", Objects.requireNonNull(second.kill()).victim(), "the kill that had better not been");

        Story third = new Story().process(LMKD, "lmkd").process(VICTIM, "victim").process(200, "second").process(300, "third")
                .rss(VICTIM, MM, 4 * Story.MIB).rss(200, 0x77, 4 * Story.MIB).kill(LMKD, VICTIM).exit(VICTIM, true).read(VICTIM, MM).kill(LMKD, 200)
                .rss(200, 0x77, 0).exit(200, true).read(200, 0x77).kill(LMKD, 300);
        assertEquals(2, third.findings(FindingKind.POINTLESS_KILL).size(), "the second maps nothing any more, the first still does");

        Story small = new Story().process(LMKD, "lmkd").process(VICTIM, "victim").process(200, "second").rss(VICTIM, MM, 200 << 10)
                .kill(LMKD, VICTIM).exit(VICTIM, true).read(VICTIM, MM).kill(LMKD, 200).tearDown(VICTIM, MM);
        assertEquals(List.of(), small.findings(FindingKind.POINTLESS_KILL), "200 KiB would have spared nobody");

        Story after = new Story().process(LMKD, "lmkd").process(VICTIM, "victim").process(200, "second").rss(VICTIM, MM, 4096)
                .kill(LMKD, VICTIM).exit(VICTIM, true).read(VICTIM, MM).tearDown(VICTIM, MM).kill(LMKD, 200);
        assertEquals(List.of(), after.findings(FindingKind.POINTLESS_KILL));
    }

    @Test
    void aSharerThatLivesExplainsEinval_oneThatExecutedAProgramDoesNot() {
        story.clone(VICTIM, 300, "mm-sharer", 0x100).kill(LMKD, VICTIM).enter(LMKD).leave(LMKD, -22);
        assertTrue(only(FindingKind.SHARED_MM).text().contains("mm-sharer-300 shares its mm"));

        Story executed = new Story().process(LMKD, "lmkd").process(VICTIM, "victim").clone(VICTIM, 300, "child", 0x4100)
                .event(300, Tracepoint.SCHED_PROCESS_EXEC, 300).kill(LMKD, VICTIM).enter(LMKD).leave(LMKD, -22);
        assertEquals(List.of(), executed.findings(FindingKind.SHARED_MM));
        assertTrue(executed.findings(FindingKind.REFUSED).getFirst().text().contains("with -EINVAL: unexplained;"));
    }

    @Test
    void aVictimThatStaysInDThroughItsKillIsFrozen_oneThatSleepsInSIsNot() {
        story.sleep(VICTIM, 'D').kill(LMKD, VICTIM).pass(4000).wake(LMKD, VICTIM).deliver(VICTIM).exit(VICTIM, true);
        assertTrue(only(FindingKind.FROZEN_VICTIM).text().contains("lmkd-50 woke it after 4.00 ms"), only(FindingKind.FROZEN_VICTIM).text());

        Story asleep = new Story().process(LMKD, "lmkd").process(VICTIM, "victim").on(VICTIM, 1).sleep(VICTIM, 'S').kill(LMKD, VICTIM)
                .pass(4000).wake(LMKD, VICTIM);
        assertEquals(List.of(), asleep.findings(FindingKind.FROZEN_VICTIM));
    }

    @Test
    void theOomReaperComesTwoSecondsLater_evenAfterItsVictimsTaskIsReleased() {
        story.kill(VICTIM, VICTIM).event(VICTIM, Tracepoint.MARK_VICTIM, VICTIM).exit(VICTIM, true).read(VICTIM, MM)
                .event(LMKD, Tracepoint.SCHED_PROCESS_FREE, VICTIM).pass(2_010_000).event(LMKD, Tracepoint.WAKE_REAPER, VICTIM)
                .lock(READER, MM, false).event(READER, Tracepoint.START_TASK_REAPING, VICTIM).pass(8000).rss(READER, MM, 0)
                .event(READER, Tracepoint.FINISH_TASK_REAPING, VICTIM).unlock(READER, MM, false);
        Finding oom = only(FindingKind.OOM_REAPER);
        assertTrue(oom.text().contains("woken 2.01 s later") && oom.text().contains("took 8.00 ms to reap 64 MiB"), oom.text());
    }

    @Test
    void pagesInTheGatherAreUnmappedButNotFree() {
        dead().lock(VICTIM, MM, false).rss(VICTIM, MM, 0).unlock(VICTIM, MM, false).lock(VICTIM, MM, true).pass(1400).exitMmap(VICTIM)
                .unlock(VICTIM, MM, true);
        assertTrue(only(FindingKind.UNMAPPED_NOT_FREE).text().startsWith("All of victim-100 was unmapped 1.40 ms before exit_mmap"));
    }

    @Test
    void aSigkillWithoutEffectSaysWhy() {
        dead().kill(LMKD, VICTIM, 1).kill(LMKD, VICTIM, 2);
        assertEquals(List.of("ignored (res=1)", "already pending (res=2)"), story.findings(FindingKind.SIGKILL_WITHOUT_EFFECT).stream()
                .map(finding -> finding.text().replaceAll(".* was (.*\\)):.*", "$1")).toList());
    }

    @Test
    void lostEventsAreToldWithTheCommandThatAvoidsThem() {
        story.lost(17);
        assertTrue(only(FindingKind.LOST_EVENTS).text().contains("lost 17 events"));
        assertTrue(only(FindingKind.LOST_EVENTS).commands().getFirst().endsWith("/buffer_size_kb"));
    }

    @Test
    void missingTracepointsAreNamedWithTheirCommands_presentOnesAreNot() {
        List<Finding> missing = dead().findings(FindingKind.MISSING_TRACEPOINTS);
        List<String> texts = missing.stream().map(Finding::text).toList();
        assertTrue(missing.stream().anyMatch(f -> f.text().contains("exit_mmap") && f.text().contains("who tore the mm down")
                && f.commands().equals(List.of("echo 1 > /sys/kernel/tracing/instances/reapscope/events/mmap/exit_mmap/enable"))), missing::toString);
        assertTrue(texts.stream().noneMatch(text -> text.contains("no signal_generate")), texts::toString);
    }

    @Test
    void filePagesAreToldApart_sinceTheirTeardownFreesNothing() {
        story.rss(VICTIM, MM, RssMember.MM_FILEPAGES, 128 * Story.MIB);
        dead().enter(LMKD).leave(LMKD, -3).tearDown(VICTIM, MM);
        assertTrue(only(FindingKind.ESRCH_HARMFUL).text().contains("64 MiB and 128 MiB of file pages were still mapped"));
    }

    @Test
    void fewFilePagesAreNotWorthAWord_moreThanATenthAre() {
        assertEquals("90 MiB", RssCurve.words(100 * Story.MIB, 10 * Story.MIB));
        assertEquals("89 MiB and 11 MiB of file pages", RssCurve.words(100 * Story.MIB, 11 * Story.MIB));
        assertEquals("20 MiB of file pages", RssCurve.words(20 * Story.MIB, 20 * Story.MIB));
        assertEquals("", RssCurve.words(0L, 0L));
    }

    private Finding only(FindingKind kind) {
        List<Finding> findings = story.findings(kind);
        assertEquals(1, findings.size(), () -> kind + ": " + findings);
        return findings.getFirst();
    }
}
