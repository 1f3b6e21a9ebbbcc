package org.reapscope.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.reapscope.trace.Tracepoint;

/** A process_mrelease call belongs to the process that its pidfd names, and to nobody where nothing tells. */
final class WhoseCallTest {

    private static final int LMKD = 50;
    private static final int REAPER = 51;
    private static final int A = 100;
    private static final int B = 200;
    private static final long MM_A = 0xaaaaL;
    private static final long MM_B = 0xbbbbL;
    private static final long CLONE_FILES_THREAD = 0x3d0f00;
    private static final long NEW_PROCESS = 0x1200000;
    private static final long CLONE_PIDFD = 0x1000;

    private final Story story = new Story().process(LMKD, "lmkd").process(A, "first").process(B, "second");

    @Test
    void twoVictimsInFlight_eachCallIsItsPidfds() {
        story.send(LMKD, 3, A, 9, 0).send(LMKD, 4, B, 9, 0).enter(LMKD, 3).leave(LMKD, -3).enter(LMKD, 4).leave(LMKD, 0);
        assertEquals(Map.of("first-100", "-3 pidfd", "second-200", "0 pidfd"), calls());
    }

    @Test
    void twelveVictimsInFlight_reapedInAnyOrder() {
        for (int i = 0; i < 12; i++) {
            story.process(300 + i, "v").send(LMKD, 10 + i, 300 + i, 9, 0);
        }
        for (int i = 0; i < 12; i++) {
            int which = i * 5 % 12;
            story.enter(LMKD, 10 + which).leave(LMKD, -100 - which);
        }
        Map<String, String> calls = calls();
        for (int i = 0; i < 12; i++) {
            assertEquals(-100 - i + " pidfd", calls.get("v-" + (300 + i)));
        }
    }

    @Test
    void anotherThreadOfTheSameProcessReaps_whetherOldOrJustCloned() {
        story.thread(REAPER, LMKD, "reaper").send(LMKD, 3, A, 9, 0).send(LMKD, 4, B, 9, 0)
                .clone(LMKD, 52, "new-reaper", CLONE_FILES_THREAD).enter(REAPER, 3).enter(52, 4).leave(REAPER, -3).leave(52, -3);
        assertEquals(Map.of("first-100", "-3 pidfd", "second-200", "-3 pidfd"), calls());
    }

    @Test
    void anotherProcessHasItsOwnFileTable_soItsPidfdIsUnknown() {
        story.process(60, "stranger").send(LMKD, 3, A, 9, 0).enter(60, 3).leave(60, -3);
        assertEquals(Map.of("?", "-3 unknown"), calls());
    }

    @Test
    void aForkInheritsPidfds_asTheyAreThen_andExecClosesThem() {
        story.send(LMKD, 3, A, 9, 0).clone(LMKD, 60, "child", NEW_PROCESS).send(LMKD, 3, B, 9, 0)
                .enter(60, 3).leave(60, -3).event(60, Tracepoint.SCHED_PROCESS_EXEC, 60).enter(60, 3).leave(60, -9);
        assertEquals(Map.of("first-100", "-3 pidfd", "?", "-9 unknown"), calls());
    }

    @Test
    void pidfdOpenNamesIt_evenIfAnothersKillCameLast() {
        story.call(LMKD, "pidfd_open", A, 0, 7).signal(LMKD, A, 9, 0).send(LMKD, 8, B, 9, 0).enter(LMKD, 7).leave(LMKD, -3);
        assertEquals(Map.of("first-100", "-3 pidfd"), calls());
    }

    @Test
    void aPidfdThatIsClosedAndOpenedAgainNamesTheNext() {
        story.call(LMKD, "pidfd_open", A, 0, 7).call(LMKD, "close", 7, 0, 0).enter(LMKD, 7).leave(LMKD, -9)
                .call(LMKD, "pidfd_open", B, 0, 7).call(LMKD, "dup", 7, 0, 9).enter(LMKD, 9).leave(LMKD, 0);
        assertEquals(Map.of("?", "-9 unknown", "second-200", "0 pidfd"), calls());
    }

    @Test
    void withoutPidfdOpenOnRecord_aKillOfAnotherMayHaveUsedTheNumberAgain() {
        story.send(LMKD, 3, A, 9, 0).signal(LMKD, B, 9, 0).enter(LMKD, 3).leave(LMKD, -3);
        assertEquals(Map.of("?", "-3 unknown"), calls());
    }

    @Test
    void aSignalThroughThePidfdThatNoEventFollows_leavesItUnknown() {
        story.send(LMKD, 3, A, 9, 0).call(LMKD, "pidfd_send_signal", 3, 9, 0).enter(LMKD, 3).leave(LMKD, -3);
        assertEquals(Map.of("?", "-3 unknown"), calls());
    }

    @Test
    void aKillAfterACallThatDoesNotEndInTheTraceIsNotTheCalls() {
        story.send(LMKD, 3, A, 9, 0).enter(LMKD, 3).signal(LMKD, B, 9, 0);
        assertEquals(Map.of("first-100", "null pidfd"), calls());
    }

    @Test
    void theMmThatItLocksWinsOverThePidfd_andTellsThePidfd() {
        story.owns(A, MM_A).owns(B, MM_B).signal(LMKD, A, 9, 0).signal(LMKD, B, 15, 0)
                .enter(LMKD, 5).read(LMKD, MM_B).leave(LMKD, 0).enter(LMKD, 5).leave(LMKD, -3);
        assertEquals(List.of("0 mm-lock", "-3 pidfd-reused"), story.analysis().kills().stream().filter(kill -> kill.tgid() == B)
                .flatMap(kill -> kill.reaps().stream()).map(reap -> reap.ret() + " " + reap.victimBy().id()).toList());
    }

    @Test
    void theLastVictimIsNotACallsVictimForWantOfABetter() {
        story.signal(LMKD, A, 9, 0).enter(LMKD, 5).leave(LMKD, -3);
        assertEquals(Map.of("?", "-3 unknown"), calls());
        Finding unknown = story.findings(FindingKind.UNKNOWN_VICTIM).getFirst();
        assertTrue(unknown.text().startsWith("process_mrelease by lmkd-50 (pidfd 5) returned -ESRCH: whom it was about is not known"), unknown.text());
        assertEquals(List.of(), unknown.commands(), "what is there is not asked for");
    }

    @Test
    void whatIsSaidOfManyUnknownCallsAlike_isKeptOnce() {
        story.signal(LMKD, A, 9, 0).enter(LMKD, 5).leave(LMKD, -3).enter(LMKD, 5).leave(LMKD, -3);
        List<Finding> unknown = story.findings(FindingKind.UNKNOWN_VICTIM);
        assertSame(unknown.getFirst().text(), unknown.getLast().text());
        assertEquals(2, unknown.size());
    }

    @Test
    void aCallBeforeTheSignalThroughItsPidfdIsInferred() {
        story.enter(LMKD, 3).leave(LMKD, -22).send(LMKD, 3, A, 9, 0);
        assertEquals(Map.of("first-100", "-22 pidfd-later"), calls());
        assertTrue(story.findings(FindingKind.REFUSED).getFirst().text().contains("so the process was not dying yet"));
    }

    @Test
    void anEsrchBeforeTheSignal_isNotAboutAProcessThatHadItsMmAfterwards() {
        story.owns(A, MM_A).enter(LMKD, 3).leave(LMKD, -3).send(LMKD, 3, A, 9, 0).deliver(A).read(A, MM_A).exit(A, true);
        assertEquals(Map.of("?", "-3 unknown"), calls());
    }

    @Test
    void anEsrchBeforeTheKill_isSaidToBeBefore() {
        story.owns(A, MM_A).enter(LMKD, 3).leave(LMKD, -3).pass(700).send(LMKD, 3, A, 9, 0).exitOld(A).tearDown(A, MM_A);
        String harmful = story.findings(FindingKind.ESRCH_HARMFUL).getFirst().text();
        assertTrue(harmful.matches(".*failed with -ESRCH 0\\.70 ms before the kill, while.*"), harmful);
    }

    @Test
    void aSignalThatReachesAProcessGroupNamesNobody() {
        story.sendToGroup(LMKD, 3, 9, A, B).enter(LMKD, 3).leave(LMKD, -3);
        assertEquals(Map.of("?", "-3 unknown"), calls());
    }

    @Test
    void theOnlyChildWhoseCloneMadeAPidfdIsInferred() {
        story.clone(LMKD, 400, "child", NEW_PROCESS | CLONE_PIDFD).signal(LMKD, 400, 9, 0).enter(LMKD, 6).leave(LMKD, -3);
        assertEquals(Map.of("child-400", "-3 clone-pidfd"), calls());
    }

    @Test
    void aBadFileDescriptorIsNobodys() {
        story.send(LMKD, 3, A, 9, 0).enter(LMKD, 3).leave(LMKD, -9);
        assertEquals(Map.of("?", "-9 unknown"), calls());
    }

    @Test
    void aVictimOfSigtermIsAVictim_oneThatHandlesItIsNotKilled() {
        story.send(LMKD, 3, A, 15, 0).deliver(A).exit(A, true).read(A, MM_A).tearDown(A, MM_A).send(LMKD, 4, B, 15, 0).deliver(B, 15, true)
                .enter(LMKD, 4).leave(LMKD, -22);
        Kill first = story.analysis().kills().getFirst();
        assertEquals(List.of(KillEffect.FATAL, 15, "first-100"), List.of(first.effect(), first.signal(), first.victim()));
        Kill second = story.analysis().kills().getLast();
        assertEquals(List.of(KillEffect.NOT_SEEN, "second-200"), List.of(second.effect(), second.victim()));
        assertEquals(1, story.findings(FindingKind.REFUSED).size());
    }

    @Test
    void aSignalThatDumpsCoreIsDeliveredAsItself() {
        story.signal(A, A, 11, 0).deliver(A, 11, false).exit(A, true).read(A, MM_A);
        assertEquals(List.of(KillEffect.FATAL, 11), List.of(story.analysis().kills().getFirst().effect(), story.analysis().kills().getFirst().signal()));
    }

    @Test
    void aProcessThatWasExitingBeforeItsSigkillWasNotKilledByIt() {
        story.exit(A, true).read(A, MM_A).pass(40).send(LMKD, 3, A, 9, 1).tearDown(A, MM_A).enter(LMKD, 3).leave(LMKD, -3);
        Kill kill = story.analysis().kills().getFirst();
        assertEquals(KillEffect.ALREADY_EXITING, kill.effect());
        assertTrue(story.findings(FindingKind.KILL_CHAIN).getFirst().text().startsWith("first-100 (1 thread) was exiting already when lmkd-50"
                + " sent it SIGKILL, which changed nothing"));
        assertEquals(List.of(), story.findings(FindingKind.POINTLESS_KILL));
    }

    /** By victim, or "?": return value and how the victim is known, of its last call. */
    private Map<String, String> calls() {
        Map<String, String> calls = new TreeMap<>();
        Analysis analysis = story.analysis();
        analysis.kills().forEach(kill -> kill.reaps().forEach(reap -> calls.put(kill.victim(), reap.ret() + " " + reap.victimBy().id())));
        analysis.unattributed().forEach(reap -> calls.put("?", reap.ret() + " " + reap.victimBy().id()));
        return calls;
    }
}
