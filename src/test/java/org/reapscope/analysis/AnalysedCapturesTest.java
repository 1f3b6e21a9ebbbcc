package org.reapscope.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;

/** Real captures give what their README says of them, and what was read out of them by hand. */
final class AnalysedCapturesTest {

    private static final Path FOLDER = Path.of("samples/captures");

    private static final Map<String, Analysis> ANALYSED = new HashMap<>();

    private record Row(String file, String answers, String stillThere, String tornDownBy) {
        @Override
        public String toString() {
            return file;
        }
    }

    static List<Row> table() throws IOException {
        return Files.readAllLines(FOLDER.resolve("README.md")).stream().filter(line -> line.contains(".txt.gz |"))
                .map(line -> line.split("\\|"))
                .map(cells -> new Row(cells[1].strip(), cells[4].strip(), cells[5].strip(), cells[6].strip())).toList();
    }

    @ParameterizedTest
    @MethodSource("table")
    void aCaptureGivesTheRowOfTheTable(Row row) throws IOException {
        Analysis analysis = analyse(row.file());
        List<Reap> reaps = analysis.kills().stream().flatMap(kill -> kill.reaps().stream()).toList();
        if (!row.answers().equals("-")) {
            long ok = reaps.stream().filter(reap -> Objects.equals(reap.ret(), 0L)).count();
            long esrch = reaps.stream().filter(reap -> Objects.equals(reap.ret(), -3L)).count();
            assertEquals(row.answers(), ok + " / " + esrch + " / " + (reaps.size() - ok - esrch));
            assertEquals(row.stillThere(), Integer.toString(analysis.findings(FindingKind.ESRCH_HARMFUL).size()));
            assertEquals(esrch, analysis.findings(FindingKind.ESRCH_HARMFUL).size() + analysis.findings(FindingKind.ESRCH_BENIGN).size());
        }
        assertEquals(new TreeSet<>(List.of(row.tornDownBy().split(", "))),
                analysis.kills().stream().map(kill -> Objects.requireNonNull(kill.teardown()).comm()).collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(analysis.kills().stream().allMatch(kill -> kill.windowNs() != null));
        FindingContract.holds(analysis.trace());
    }

    @Test
    void killSixOfTheGoldenCaptureIsHitAndTrapped() throws IOException {
        Analysis analysis = analyse("lmkd-smaps.txt.gz");
        assertEquals(12, analysis.kills().size(), "six victims and their six readers");
        Kill kill = analysis.kills().get(10);
        assertEquals("victim-3295", kill.victim());
        assertEquals("lmkd-3269", kill.by());
        assertEquals(346_439_803_000L, kill.killed().ns());
        assertEquals(List.of(346_439_823_000L, 346_439_823_000L, 346_439_840_000L, 346_439_849_000L),
                kill.threads().stream().map(thread -> Objects.requireNonNull(thread.mmNull()).ns()).toList());
        assertEquals(List.of(346_439_816_000L, 346_439_816_000L, 346_439_838_000L, 346_439_847_000L),
                kill.threads().stream().map(thread -> Objects.requireNonNull(thread.exited()).ns()).toList());
        assertEquals(346_439_849_000L, Objects.requireNonNull(kill.mmNull()).ns());
        Teardown teardown = Objects.requireNonNull(kill.teardown());
        assertEquals("smaps-reader-3299", teardown.label());
        assertEquals(346_440_541_000L, Objects.requireNonNull(teardown.began()).ns());
        assertEquals(346_444_235_000L, Objects.requireNonNull(teardown.unmapped()).ns());
        assertEquals(346_445_642_000L, teardown.done().ns());
        assertEquals(5_793_000L, kill.windowNs());
        assertEquals(692_000L, kill.trappedNs());
        Reap reap = kill.reaps().getFirst();
        assertEquals(List.of(346_439_857_000L, 346_439_859_000L), Stream.of(reap.entered(), reap.exited())
                .map(moment -> Objects.requireNonNull(moment).ns()).toList());
        assertEquals(ReapOutcome.ESRCH_HARMFUL, reap.outcome());

        List<Finding> hits = analysis.findings(FindingKind.ESRCH_HARMFUL);
        assertEquals(1, hits.size());
        assertTrue(hits.getFirst().text().contains("failed with -ESRCH 56 µs after the kill, while 64 MiB were still mapped: trapped"));
        assertTrue(about(analysis, FindingKind.ESRCH_WINDOW, kill).text().contains("for 5.79 ms (trapped 0.69 ms, then"));
        assertTrue(about(analysis, FindingKind.PINNED_MM, kill).text().startsWith("smaps-reader-3299 held mm_users of victim-3295 for 0.69 ms"));
        assertTrue(about(analysis, FindingKind.FOREIGN_TEARDOWN, kill).text().contains("torn down by smaps-reader-3299"));
        assertTrue(about(analysis, FindingKind.UNMAPPED_NOT_FREE, kill).text().contains("unmapped 1.41 ms before exit_mmap"));
    }

    @Test
    void inTheFirstKillOfTheGoldenCaptureTheReaperStallsTheTeardown() throws IOException {
        Analysis analysis = analyse("lmkd-smaps.txt.gz");
        List<Finding> stalls = analysis.findings(FindingKind.MMAP_STALL);
        assertEquals(5, stalls.size(), "one for each call that succeeded");
        assertTrue(stalls.getFirst().text().startsWith("smaps-reader-3274 in exit_mmap waited 0.74 ms to write-lock")
                && stalls.getFirst().text().contains("held by lmkd-3269 in process_mrelease"), stalls.getFirst()::text);
    }

    @ParameterizedTest
    @CsvSource({"kill-pinned-cpus, lmkd=114 victim=17", "big-smaps, lmkd=32 smaps-reader=24", "maps-reader, lmkd=76",
            "smaps-pins-mm, lmkd=16", "file-mapped, victim=2", "frozen-victim, ''", "oom-reaper, ''"})
    void stackTracesTellThePageTableLocks(String file, String by) throws IOException {
        LockCounts locks = analyse(file + ".txt.gz").locks();
        assertEquals(by, locks.pteCollisionsBy().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" ")));
        assertNotNull(locks.pteCollisions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tgid", "no-irq-info", "fields"})
    void everyDialectOfOneCaptureGivesTheSameFindings(String dialect) throws IOException {
        assertEquals(texts(analyse("dialects/default.txt.gz")), texts(analyse("dialects/" + dialect + ".txt.gz")));
    }

    /** Those two print times since the first event, cut to microseconds anew, so figures differ in the last place. */
    @ParameterizedTest
    @ValueSource(strings = {"latency", "latency-verbose"})
    void dialectsWithTimesOfTheirOwnGiveTheSameFindingsButForFigures(String dialect) throws IOException {
        assertEquals(withoutFigures(analyse("dialects/default.txt.gz")), withoutFigures(analyse("dialects/" + dialect + ".txt.gz")));
    }

    @Test
    void memcgOomKillsAreTheKernels_andNeedNoReaper() throws IOException {
        Analysis analysis = analyse("memcg-oom.txt.gz");
        assertTrue(analysis.kills().stream().allMatch(Kill::oom));
        assertEquals(3, analysis.findings(FindingKind.OOM_REAPER).size());
        assertTrue(analysis.findings(FindingKind.OOM_REAPER).getFirst().text().contains("torn down 6.62 ms later, before the OOM reaper's 2 s"));
    }

    @Test
    void theOomReaperComesAfterTwoSecondsWhereAReaderPinsTheMm() throws IOException {
        Analysis analysis = analyse("oom-reaper.txt.gz");
        List<String> texts = analysis.findings(FindingKind.OOM_REAPER).stream().map(Finding::text).toList();
        assertTrue(texts.getFirst().contains("woken 2.02 s later") && texts.getFirst().contains("took 8.25 ms to reap about 127 MiB"), texts::toString);
        assertTrue(analysis.findings(FindingKind.PINNED_MM).getFirst().text().contains("cmdline-reader-1979 held mm_users of victim-1977 for 3.47 s"));
        assertEquals(List.of(2, 2), analysis.kills().stream().map(kill -> kill.threads().size()).toList());
    }

    @Test
    void frozenVictimsSleepUntilTheyAreThawed_andTheirFaultsAreNotExitMm() throws IOException {
        Analysis analysis = analyse("frozen-victim.txt.gz");
        assertTrue(analysis.findings(FindingKind.FROZEN_VICTIM).getFirst().text().contains("all of its 3 threads staying in D; lmkd-31588 woke it after 5.70 ms"));
        assertEquals(3, analysis.findings(FindingKind.FROZEN_VICTIM).size());
        assertEquals(2_501_681_240_000L, Objects.requireNonNull(analysis.kills().getFirst().mmNull()).ns());
    }

    @Test
    void aLivingSharerMakesProcessMreleaseSayEinval() throws IOException {
        Analysis analysis = analyse("mm-sharer.txt.gz");
        List<String> refused = analysis.findings(FindingKind.SHARED_MM).stream().map(Finding::text).filter(text -> text.contains("-EINVAL")).toList();
        assertEquals(3, refused.size());
        assertTrue(refused.getFirst().contains("mm-sharer-31557 shares its mm (clone with CLONE_VM)"), refused::toString);
        assertEquals(6, analysis.findings(FindingKind.SIGKILL_WITHOUT_EFFECT).size());
    }

    @Test
    void allThreadsOfAVictimCount() throws IOException {
        Analysis analysis = analyse("many-threads.txt.gz");
        assertTrue(analysis.kills().stream().allMatch(kill -> kill.threads().size() == 25));
    }

    @Test
    void aCaptureWithoutOdditiesHasNoFindingsOfThem() throws IOException {
        Analysis analysis = analyse("kill-delay.txt.gz");
        for (FindingKind kind : List.of(FindingKind.ESRCH_HARMFUL, FindingKind.ESRCH_BENIGN, FindingKind.PINNED_MM, FindingKind.FOREIGN_TEARDOWN,
                FindingKind.SHARED_MM, FindingKind.FROZEN_VICTIM, FindingKind.OOM_REAPER, FindingKind.LOST_EVENTS, FindingKind.POINTLESS_KILL)) {
            assertEquals(List.of(), analysis.findings(kind));
        }
    }

    private static Finding about(Analysis analysis, FindingKind kind, Kill kill) {
        return analysis.findings(kind).stream().filter(finding -> finding.tasks().contains(kill.process())).findFirst().orElseThrow();
    }

    private static List<String> texts(Analysis analysis) {
        return analysis.findings().stream().map(finding -> finding.kind() + " " + finding.certainty() + " " + finding.text()).toList();
    }

    private static List<String> withoutFigures(Analysis analysis) {
        return texts(analysis).stream().map(text -> text.replaceAll("[0-9.]+ (µs|ms)|[0-9]+\\.[0-9]{6}", "T")).toList();
    }

    private static Analysis analyse(String file) throws IOException {
        Analysis known = ANALYSED.get(file);
        if (known != null) {
            return known;
        }
        Trace trace = Captures.open(FOLDER.resolve(file));
        trace.lines().close();
        Analysis analysis = Analysis.of(trace, Lanes.of(trace, Progress.NONE), Progress.NONE);
        ANALYSED.put(file, analysis);
        return analysis;
    }
}
