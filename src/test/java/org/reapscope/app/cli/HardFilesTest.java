package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.document.session.SessionException;
import org.reapscope.document.session.SessionFile;

/** Small files that once broke the program, each with what is true of it. */
final class HardFilesTest {

    @TempDir
    private Path folder;

    @Test
    void aLessonWithAByteOrderMark_isALesson() {
        CommandRun run = CommandRun.of("lesson", hard("lbom.json"), "--student");
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("L\u00e4rm\n"), run::out);
        assertEquals(0, run.status());
    }

    @Test
    void aScenarioInUtf16_isAScenario() {
        CommandRun run = CommandRun.of("step", hard("u16.json"), "--to", "3");
        assertEquals("", run.err());
        assertEquals(0, run.status());
    }

    @Test
    void aScenarioInLatin1_isRefusedByName() {
        assertEquals(new CommandRun(2, "", "reapscope: latin.json:1: the byte 0xe4 at column 47 is not UTF-8; the file looks like Latin-1 or Windows-1252;"
                + " save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW\n"), CommandRun.of("explore", hard("latin.json")));
    }

    @Test
    void aScenarioWithoutAProcess_isToldWhatItNeeds() {
        assertEquals(new CommandRun(2, "", "reapscope: scenario-no-process.json:1: processes: expected at least one process, found none;"
                + " add one, as in {\"name\": \"victim\", \"vmas\": [{}]}\n"), CommandRun.of("explore", hard("scenario-no-process.json")));
    }

    @Test
    void fourThousandBracketsInAProperty_areOneClearMessage() {
        CommandRun run = CommandRun.of("lesson", hard("lesson-deep-parens.json"), "--student");
        assertTrue(run.err().matches("reapscope: lesson-deep-parens\\.json:1: pages\\[2]\\.comparison\\.properties\\[0]: property \"\\(+\\.\\.\\.\", column 1: it has \\d+ letters; expected at most 4000, so ask it in parts\n"), run::err);
        assertEquals(2, run.status());
    }

    @Test
    void aSessionWhoseCaptureHasAPathForAName_isRefused_andWritesNothing() throws IOException {
        Path file = Files.copy(Path.of(hard("session-path-traversal.reapscope.json")), Files.createDirectory(folder.resolve("sessions")).resolve("s.reapscope.json"));
        SessionException e = assertThrows(SessionException.class, () -> SessionFile.read(file));
        assertTrue(String.valueOf(e.getMessage()).contains("\"../victimdir/important\", which leads out of the folder of the session; put the capture beside"), e::getMessage);
        assertEquals(2, CommandRun.of("open", file.toString()).status());
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(1, all.filter(Files::isRegularFile).count());
        }
    }

    private static String hard(String name) {
        try {
            return Path.of(Objects.requireNonNull(HardFilesTest.class.getResource("/hard/" + name), name).toURI()).toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(name, e);
        }
    }
}
