package org.reapscope.trace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.trace.Trace;

/** What the recording script notes in comments is said of the trace; other comments are passed over. */
final class RecorderNotesTest {

    private static final String EVENT = "  lmkd-41  ( 41) [000] ...1.  7.000001: sys_process_mrelease(pidfd: 5, flags: 0)\n";

    @TempDir
    private Path folder;

    @Test
    void notesAreRemarks_whateverElseStandsBeforeTheHeader() throws IOException {
        Trace trace = Texts.read(folder, "# anything\n# reapscope: rss_stat filtered to whole MiB\n# tracer: nop\n#\n" + EVENT);
        assertEquals("ftrace", trace.source().format());
        assertTrue(trace.source().rssFiltered());
        assertEquals(List.of("The recording script noted: rss_stat filtered to whole MiB."), trace.source().remarks());
        assertEquals(List.of(), trace.rejected());
        assertEquals(1, trace.size());
    }

    @Test
    void aRecordingOfNothingSaysThatThereIsNoEvent() {
        String message = assertThrows(TraceFormatException.class,
                () -> Texts.read(folder, "# reapscope: ended by SIGINT\n# tracer: nop\n#\n")).getMessage();
        assertTrue(message.contains("there is no event in it; record again"), message);
    }

    @Test
    void onlyAFewPlainNotesAreTaken() throws IOException {
        assertEquals(List.of(), Texts.read(folder, "# reapscope: \u001b[2Jgone\n" + EVENT).source().remarks());
        String many = IntStream.range(0, 1000).mapToObj(i -> "# reapscope: " + i + "\n").collect(Collectors.joining());
        assertTrue(Texts.read(folder, many + EVENT).source().remarks().size() < 20);
    }
}
