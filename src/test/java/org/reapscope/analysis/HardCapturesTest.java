package org.reapscope.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;

/** Real captures in which a reading that follows one kill at a time goes wrong. */
final class HardCapturesTest {

    private static final Path FOLDER = Path.of("src/test/resources/hard");

    @Test
    void withTwoVictimsInFlight_theEsrchIsOfThatWhosePidfdWasGiven() throws IOException {
        Analysis two = analyse("two");
        assertEquals(List.of("victimA-9094 pidfd 3 = -3 pidfd", "victimB-9096 pidfd 4 = 0 mm-lock"), calls(two));
        Finding esrch = two.findings(FindingKind.ESRCH_HARMFUL).getFirst();
        assertTrue(esrch.text().startsWith("process_mrelease by lmkd-9093 for victimA-9094 failed with -ESRCH 8.37 ms after the kill"), esrch::text);
        assertEquals(1, two.findings(FindingKind.ESRCH_HARMFUL).size());
        assertTrue(window(two, "victimB-9096").contains("nobody asked in that time"));
        assertTrue(window(two, "victimA-9094").contains("1 call fell into it"));
    }

    @Test
    void victimsOfOtherSignalsAreVictims_andCallsOfUnknownPidfdsAreNobodys() throws IOException {
        Analysis odd = analyse("odd");
        assertEquals(List.of("victimA-9632 9", "victimB-9634 15", "background-9635 11"),
                odd.kills().stream().map(kill -> kill.victim() + " " + kill.signal()).toList());
        assertTrue(odd.kills().stream().allMatch(kill -> kill.effect() == KillEffect.FATAL));
        assertEquals(List.of("victimA-9632 pidfd 3 = -22 pidfd-later", "victimA-9632 pidfd 3 = -22 pidfd-later", "victimA-9632 pidfd 3 = -3 pidfd",
                "victimA-9632 pidfd 3 = -3 pidfd", "victimA-9632 pidfd 3 = -3 pidfd", "victimB-9634 pidfd 5 = 0 mm-lock"), calls(odd));
        assertEquals(List.of("-1 = -9", "0 = -9", "4 = -22", "6 = -22"),
                odd.unattributed().stream().map(call -> call.pidfd() + " = " + call.ret()).toList());
        assertEquals(ReapOutcome.REAPED, odd.kills().get(1).reaps().getFirst().outcome());
    }

    @Test
    void aThreadThatReapsWhatAnotherKilled_isHeard() throws IOException {
        Analysis late = analyse("late2");
        assertEquals(List.of("victimA-9520 pidfd 3 = -3 pidfd"), calls(late));
        assertEquals(1, late.findings(FindingKind.ESRCH_HARMFUL).size());
        assertTrue(window(late, "victimA-9520").contains("1 call fell into it"));
        assertTrue(late.findings().stream().noneMatch(finding -> finding.text().contains("signal_generate/enable")));
    }

    @Test
    void eachHolderHasItsOwnInterval_theLastDidNotHoldItAllAlong() throws IOException {
        Analysis pin = analyse("pin3-two-holders");
        List<Holder> holders = pin.kills().getFirst().holders();
        assertEquals(List.of("readerA-14418 false", "readerB-14420 true"), holders.stream().map(holder -> holder.label() + " " + holder.last()).toList());
        Moment opened = Objects.requireNonNull(pin.kills().getFirst().mmNull());
        assertTrue(holders.getFirst().from().before(opened), "readerA was in it before the window opened");
        assertEquals(88_418_000, opened.until(Objects.requireNonNull(holders.getFirst().atMost())));
        assertEquals(28_357_000, opened.until(holders.getLast().from()), "readerB came 28 ms into the window");
        String text = pin.findings(FindingKind.PINNED_MM).getFirst().text();
        assertFalse(text.contains("readerB-14420 held mm_users of victim-14406 for 148.58 ms"), text);
        assertTrue(text.contains("stayed pinned for 148.58 ms") && text.contains("may have held it until +88.42 ms") && text.contains("for 120.23 ms at least"), text);
    }

    @Test
    void threadsOlderThanTheTraceAreFoundByTheMmTheyLeave_andAreNoStrangers() throws IOException {
        Analysis old = analyse("preexisting-no-tgid");
        assertEquals(List.of(4, 4, 4, 4), old.kills().stream().map(kill -> kill.threads().size()).toList());
        assertEquals(List.of(), old.findings(FindingKind.FOREIGN_TEARDOWN));
        assertTrue(old.findings(FindingKind.KILL_CHAIN).stream().allMatch(chain -> chain.certainty() == Certainty.INFERRED));
        assertEquals(4364_149_609_000L, Objects.requireNonNull(old.kills().get(1).mmNull()).ns(), "the last thread is the worker that ran exit_mmap");
    }

    @Test
    void filteredRssIsAtMost_andProvesNoReap() throws IOException {
        Analysis stale = analyse("stale-rss-filtered");
        Trace trace = stale.trace();
        RssCurve rss = new RssCurve(trace, Lanes.of(trace, Progress.NONE));
        Kill kill = stale.kills().getFirst();
        assertEquals("at most 256 MiB", rss.words(kill.mm(), Objects.requireNonNull(kill.mmNull()).row()));
        assertTrue(stale.findings().stream().filter(finding -> finding.text().contains("MiB") && finding.kind() != FindingKind.UNMAPPED_NOT_FREE)
                .allMatch(finding -> finding.text().contains("at most")));
        assertEquals(List.of("reaped", "", "reaped"), stale.kills().stream().map(any -> any.reaps().getFirst().outcome())
                .map(outcome -> outcome == null ? "" : outcome.id()).toList(), "of the second, no whole MiB was counted by the reaper");
    }

    @Test
    void aLongWayToTheLockIsNoStall_whereContentionIsRecordedAndThereIsNone() throws IOException {
        List<Finding> stalls = analyse("false-stall-irq").findings(FindingKind.MMAP_STALL);
        assertEquals(List.of(3640_164_680_000L, 3640_198_327_000L), stalls.stream().map(Finding::startNs).toList(), "those with contention_begin (WRITE)");
        assertTrue(stalls.stream().allMatch(stall -> stall.certainty() == Certainty.CERTAIN));
    }

    @Test
    void eachTaskNewtaskBeginsAProcess_evenIfAFilterHidesTheEndOfTheLast() throws IOException {
        Analysis reuse = analyse("pid-reuse-filtered");
        assertEquals(5, reuse.kills().stream().map(Kill::process).distinct().count());
        assertEquals(List.of(5, 7, 9, 12, 14), reuse.kills().stream().map(kill -> kill.reaps().getFirst().pidfd()).toList());
        assertEquals(List.of(), reuse.unattributed());
        assertEquals(List.of(), reuse.findings(FindingKind.ESRCH_HARMFUL), "the exit of the victim is not in the trace, so the memory may be free");
    }

    @Test
    void aProcessThatWasGoneBeforeItsSigkillIsNoKill() throws IOException {
        Analysis gone = analyse("selfexit-negative");
        assertEquals(3, gone.kills().size());
        assertTrue(gone.kills().stream().allMatch(kill -> kill.effect() == KillEffect.ALREADY_EXITING));
        StringBuilder text = new StringBuilder();
        AnalysisText.write(gone, text);
        assertTrue(text.toString().contains("0 kills") && text.toString().contains("mm gone 60.05 ms before, torn down 56.04 ms before")
                || text.toString().replaceAll("\\s+", " ").contains("mm gone 60.05 ms before, torn down 56.04 ms before"), text::toString);
        assertFalse(text.toString().contains("after -"), text::toString);
    }

    private static String window(Analysis analysis, String victim) {
        return analysis.findings(FindingKind.ESRCH_WINDOW).stream().map(Finding::text).filter(text -> text.contains("thread of " + victim)).findFirst().orElseThrow();
    }

    /** Every attributed call, by time of the kill: whose, by which pidfd, with what result, and how that is known. */
    private static List<String> calls(Analysis analysis) {
        return analysis.kills().stream().flatMap(kill -> calls(kill)).toList();
    }

    private static Stream<String> calls(Kill kill) {
        return kill.reaps().stream().map(call -> kill.victim() + " pidfd " + call.pidfd() + " = " + call.ret() + " " + call.victimBy().id());
    }

    private static Analysis analyse(String name) throws IOException {
        Trace trace = Captures.open(FOLDER.resolve(name + ".txt.gz"));
        trace.lines().close();
        return Analysis.of(trace, Lanes.of(trace, Progress.NONE), Progress.NONE);
    }
}
