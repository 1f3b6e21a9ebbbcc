package org.reapscope.analysis.sentence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.analysis.Analysis;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;

/** Kill 6 of lmkd-smaps (kernel-model 6.4), told event by event; and every event of other captures. */
final class EventSentencesTest {

    private static Trace trace;
    private static EventSentences sentences;

    @BeforeAll
    static void openGoldenCapture() throws IOException {
        trace = Captures.open(Path.of("samples/captures/lmkd-smaps.txt.gz"));
        sentences = of(trace);
    }

    @Test
    void tellsThatNoThreadHadAnMm_whenMreleaseReturnsEsrch() {
        EventSentence esrch = sentences.of(row(346_439_859_000L, Tracepoint.SYS_EXIT));
        assertEquals("lmkd-3269 called process_mrelease(pidfd 5) and got -ESRCH: no thread of victim-3295 had an mm.", esrch.happened());
        assertTrue(esrch.meaning().startsWith("The memory is still there: 64 MiB are mapped, and nobody frees them yet; smaps-reader-3299, which drops the last mm_users"), esrch.meaning());
        assertTrue(esrch.code().startsWith("find_lock_task_mm()"), esrch.code());
    }

    @Test
    void saysWhatAPreemptedReaderKeepsFromOthers() {
        EventSentence preempted = sentences.of(row(346_439_807_000L, Tracepoint.SCHED_SWITCH));
        assertEquals("smaps-reader-3299 was preempted: victim-worker-3296 runs on CPU 0.", preempted.happened());
        assertTrue(preempted.meaning().startsWith("It holds the mmap_lock of the mm of victim-3295 for reading"), preempted.meaning());
        assertTrue(preempted.meaning().contains("also holds mm_users"), preempted.meaning());
    }

    @Test
    void countsThreadsThatLetGoOfTheMm() {
        assertTrue(sentences.of(row(346_439_840_000L, Tracepoint.MMAP_LOCK_RELEASED)).meaning().startsWith("3 of 4 threads have."));
        EventSentence last = sentences.of(row(346_439_849_000L, Tracepoint.MMAP_LOCK_RELEASED));
        assertTrue(last.happened().contains("exit_mm() set task->mm to NULL"), last.happened());
        assertTrue(last.meaning().contains("the last of 4 threads: from here on find_lock_task_mm() finds nothing"), last.meaning());
        assertTrue(last.meaning().contains("MiB are still mapped"), last.meaning());
    }

    @Test
    void saysWhoPaysForTheTeardown() {
        EventSentence began = sentences.of(row(346_440_541_000L, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED));
        assertTrue(began.happened().startsWith("smaps-reader-3299 begins to tear down the mm of victim-3295"), began.happened());
        assertTrue(began.meaning().startsWith("It is not the victim"), began.meaning());
        EventSentence done = sentences.of(row(346_445_642_000L, Tracepoint.EXIT_MMAP));
        assertTrue(done.happened().startsWith("smaps-reader-3299 has torn down the mm of victim-3295, 5.84 ms after the kill"), done.happened());
    }

    @Test
    void tellsWhyMreleaseMayBeCalled_whenTheKillIsSent() {
        EventSentence kill = sentences.of(row(346_439_803_000L, Tracepoint.SIGNAL_GENERATE));
        assertEquals("lmkd-3269 sent SIGKILL to victim-3295.", kill.happened());
        assertTrue(kill.meaning().contains("process_mrelease may be called from here on"), kill.meaning());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny", "mm-sharer", "memcg-oom", "oom-reaper", "kill-pinned-cpus", "frozen-victim"})
    void everyEventHasASentence(String name) throws IOException {
        Trace all = Captures.open(Path.of("samples/captures/" + name + ".txt.gz"));
        EventSentences words = of(all);
        for (int row = 0; row < all.size(); row++) {
            EventSentence sentence = words.of(row);
            String happened = sentence.happened();
            assertTrue(happened.endsWith(".") && !happened.endsWith(".."), happened);
            assertFalse(happened.contains("null") || happened.contains("  "), happened);
            assertTrue(sentence.meaning().isEmpty() || sentence.meaning().endsWith("."), sentence.meaning());
        }
    }

    @Test
    void speaksWithoutLanesAndKills_whileAFileIsBeingRead() {
        EventSentence esrch = new EventSentences(trace, null, List.of()).of(row(346_439_859_000L, Tracepoint.SYS_EXIT));
        assertEquals("lmkd-3269 called process_mrelease() and got -ESRCH: no thread of the victim had an mm.", esrch.happened());
    }

    private static EventSentences of(Trace trace) {
        Lanes lanes = Lanes.of(trace, Progress.NONE);
        return new EventSentences(trace, lanes, Analysis.of(trace, lanes, Progress.NONE).kills());
    }

    private static int row(long ns, Tracepoint tracepoint) {
        int row = trace.rowAtOrAfter(ns);
        while (trace.tracepoint(row) != tracepoint) {
            row++;
        }
        assertEquals(ns, trace.tsNs(row));
        return row;
    }
}
