package org.reapscope.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.reapscope.analysis.episode.Episode;
import org.reapscope.trace.Tracepoint;

final class KillEpisodesTest {

    private static final int LMKD = 50;
    private static final int VICTIM = 100;
    private static final int WORKER = 101;
    private static final long MM = 0xee147c73L;

    private final Story story = new Story().process(LMKD, "lmkd").process(VICTIM, "victim").on(VICTIM, 1);

    @Test
    void mmNullIsTheReleaseOfExitMmsReadLock_notAcctCollectsBeforeSchedProcessExit() {
        Kill kill = only(story.kill(LMKD, VICTIM).deliver(VICTIM).read(VICTIM, MM).exit(VICTIM, true)
                .read(VICTIM, MM).tearDown(VICTIM, MM));
        assertEquals(1_000_008_000L, ns(kill.mmNull()));
        assertEquals(VICTIM, Objects.requireNonNull(kill.teardown()).tid());
        assertEquals(ns(kill.teardown().done()) - ns(kill.mmNull()), kill.windowNs());
    }

    @Test
    void ofTwoKillsThatOverlap_aMomentBelongsToTheLaterOneWhileThatLasts_thenToTheEarlier() {
        int second = 200;
        story.process(second, "second").kill(LMKD, VICTIM).deliver(VICTIM).exit(VICTIM, true).read(VICTIM, MM)
                .kill(LMKD, second).deliver(second).exit(second, true).read(second, 0x77).tearDown(second, 0x77).pass(30).tearDown(VICTIM, MM);
        Analysis analysis = story.analysis();
        Kill first = analysis.kills().getFirst();
        Kill later = analysis.kills().getLast();
        assertEquals("victim-100 second-200", first.victim() + " " + later.victim());
        int began = later.killed().row();
        int over = Objects.requireNonNull(later.tornDown()).row();
        assertEquals(first, at(analysis, began - 1));
        assertEquals(later, at(analysis, began));
        assertEquals(later, at(analysis, over));
        assertEquals(first, at(analysis, over + 1), "the first one is not over yet");
        assertEquals(first, at(analysis, Objects.requireNonNull(first.tornDown()).row()));
    }

    private static Kill at(Analysis analysis, int row) {
        return Objects.requireNonNull(Episode.at(analysis.trace(), analysis.kills(), row)).kill();
    }

    @Test
    void mmNullIsTheLastReadCycle_whenTheRobustListWalkFaultsFirst() {
        Kill kill = only(story.kill(LMKD, VICTIM).deliver(VICTIM).exit(VICTIM, true)
                .read(VICTIM, MM).read(VICTIM, MM).read(VICTIM, MM).tearDown(VICTIM, MM));
        assertEquals(1_000_011_000L, ns(kill.mmNull()));
    }

    @Test
    void mmNullIsTheCycleBeforeSchedProcessExit_whereThatComesAfterExitMm() {
        Kill kill = only(story.kill(LMKD, VICTIM).deliver(VICTIM).read(VICTIM, MM).read(VICTIM, MM)
                .tearDown(VICTIM, MM).exitOld(VICTIM));
        assertEquals(1_000_007_000L, ns(kill.mmNull()), "the second cycle: the first is acct_collect's, the third the teardown's");
        assertNotNull(kill.teardown());
    }

    @Test
    void mmNullIsThatOfTheLastThread_whoeverTookGroupDead() {
        story.thread(WORKER, VICTIM, "worker").kill(LMKD, VICTIM)
                .exit(VICTIM, false).exit(WORKER, true).read(WORKER, MM).pass(30).read(VICTIM, MM).tearDown(VICTIM, MM);
        Kill kill = only(story);
        assertEquals(List.of(VICTIM, WORKER), kill.threads().stream().map(VictimThread::tid).toList());
        assertEquals(ns(kill.threads().getFirst().mmNull()), ns(kill.mmNull()));
    }

    @Test
    void mmNullIsUnknown_whileAThreadHasNotExited() {
        Kill kill = only(story.thread(WORKER, VICTIM, "worker").kill(LMKD, VICTIM).exit(VICTIM, false).read(VICTIM, MM));
        assertNull(kill.mmNull());
        assertNull(kill.windowNs());
        assertNull(kill.teardown());
    }

    @Test
    void aForkedTaskThatLeavesItsParentsMmIsAThread_whereNoCloneFlagsAreRecorded() {
        Story forks = new Story().process(LMKD, "lmkd").fork(LMKD, VICTIM, "victim").fork(VICTIM, WORKER, "worker")
                .kill(LMKD, VICTIM).exit(VICTIM, false).read(VICTIM, MM).exit(WORKER, true).read(WORKER, MM).tearDown(WORKER, MM);
        Kill kill = only(forks);
        assertEquals(2, kill.threads().size());
        assertEquals(ns(kill.threads().get(1).mmNull()), ns(kill.mmNull()));
    }

    @Test
    void twoForkedTasksThatAreEachTheLastOfTheirGroupAreTwoProcesses() {
        Story forks = new Story().process(LMKD, "lmkd").fork(LMKD, VICTIM, "victim").fork(VICTIM, WORKER, "sharer")
                .kill(LMKD, VICTIM).exit(VICTIM, true).read(VICTIM, MM).exit(WORKER, true).read(WORKER, MM).tearDown(WORKER, MM);
        assertEquals(1, only(forks).threads().size());
    }

    @Test
    void esrchIsHarmfulBeforeTheEndOfTheTeardown_andBenignAfter() {
        story.kill(LMKD, VICTIM).exit(VICTIM, true).read(VICTIM, MM).enter(LMKD).leave(LMKD, -3).tearDown(VICTIM, MM)
                .enter(LMKD).leave(LMKD, -3);
        assertEquals(List.of(ReapOutcome.ESRCH_HARMFUL, ReapOutcome.ESRCH_BENIGN),
                only(story).reaps().stream().map(Reap::outcome).toList());
    }

    @Test
    void esrchIsNeither_whereTheTraceDoesNotTellWhichMmTheVictimHad() {
        assertNull(only(story.kill(LMKD, VICTIM).enter(LMKD).leave(LMKD, -3)).reaps().getFirst().outcome());
    }

    @Test
    void success_meansReaped_orNothingLeftWhereSkipWasSeen() {
        story.rss(VICTIM, MM, 4096).kill(LMKD, VICTIM)
                .enter(LMKD).lock(LMKD, MM, false).rss(LMKD, MM, 0).unlock(LMKD, MM, false).leave(LMKD, 0)
                .enter(LMKD).read(LMKD, MM).leave(LMKD, 0)
                .enter(LMKD).leave(LMKD, 0)
                .exit(VICTIM, true).read(VICTIM, MM).tearDown(VICTIM, MM);
        assertEquals(List.of(ReapOutcome.REAPED, ReapOutcome.NOTHING_LEFT, ReapOutcome.NOTHING_LEFT),
                only(story).reaps().stream().map(Reap::outcome).toList());
    }

    @Test
    void otherErrorsKeepTheirNames_andAnUnfinishedCallHasNoOutcome() {
        story.kill(LMKD, VICTIM).enter(LMKD).leave(LMKD, -22).enter(LMKD).leave(LMKD, -4).enter(LMKD).leave(LMKD, -11)
                .enter(LMKD).leave(LMKD, -1).enter(LMKD);
        List<Reap> reaps = only(story).reaps();
        assertEquals(List.of(ReapOutcome.EINVAL, ReapOutcome.EINTR, ReapOutcome.EAGAIN, ReapOutcome.OTHER),
                reaps.stream().map(Reap::outcome).filter(Objects::nonNull).toList());
        assertNull(reaps.getLast().outcome());
        assertNull(reaps.getLast().ret());
    }

    @Test
    void aReusedTidIsAnotherVictim() {
        story.kill(LMKD, VICTIM).exit(VICTIM, true).read(VICTIM, MM).tearDown(VICTIM, MM).event(LMKD, Tracepoint.SCHED_PROCESS_FREE, VICTIM)
                .fork(LMKD, VICTIM, "victim").kill(LMKD, VICTIM).exit(VICTIM, true).read(VICTIM, MM).tearDown(VICTIM, MM);
        List<Kill> kills = story.analysis().kills();
        assertEquals(2, kills.size());
        assertTrue(kills.get(0).mm() != kills.get(1).mm(), "the same pointer after exit_mmap is another mm");
        assertNotNull(kills.get(1).windowNs());
    }

    @Test
    void markVictimMarksTheKillOfTheOomKiller_andStandsForAMissingSignal() {
        assertTrue(only(story.kill(VICTIM, VICTIM).event(VICTIM, Tracepoint.MARK_VICTIM, VICTIM)).oom());
        assertTrue(only(new Story().process(VICTIM, "victim").event(VICTIM, Tracepoint.MARK_VICTIM, VICTIM)).oom());
    }

    @Test
    void theWriteCycleAfterTheUnmapCycleIsTheTeardown_whereExitMmapIsNotRecorded() {
        story.kill(LMKD, VICTIM).exit(VICTIM, true).read(VICTIM, MM).read(VICTIM, MM).lock(VICTIM, MM, true).pass(9).unlock(VICTIM, MM, true);
        assertEquals(1_000_018_000L, ns(only(story).tornDown()));
    }

    private static Kill only(Story story) {
        List<Kill> kills = story.analysis().kills();
        assertEquals(1, kills.size());
        return kills.getFirst();
    }

    private static long ns(@org.jspecify.annotations.Nullable Moment moment) {
        return Objects.requireNonNull(moment).ns();
    }
}
