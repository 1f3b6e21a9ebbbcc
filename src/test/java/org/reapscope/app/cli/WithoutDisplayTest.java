package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.document.session.Session;
import org.reapscope.document.session.SessionFile;

/** What opening a file prints where there is no display, and what it would draw. */
final class WithoutDisplayTest {

    private static final Path CAPTURE = Path.of("samples/captures/tiny.txt.gz");

    @TempDir
    private Path folder;

    /** What was printed, and what would be drawn. */
    private record Opened(String out, Path drawn) {}

    @Test
    void aSession_isTheAnalysisOfItsCapture_andItsNotes() throws Exception {
        Path capture = Files.copy(CAPTURE, folder.resolve("tiny.txt.gz"));
        Path file = folder.resolve("kill.reapscope.json");
        SessionFile.write(file, session("tiny.txt.gz", Optional.empty()));
        Opened opened = open(file);
        String analysis = CommandRun.of("analyze", capture.toString()).out();
        assertTrue(opened.out.startsWith("There is no display (DISPLAY is not set): " + file + " is analysed here instead.\n\n" + analysis), opened.out);
        assertTrue(opened.out.endsWith("\nNotes of the session\n  2506.494581 to 2506.495490  who holds it?\n"), opened.out);
        assertEquals(file, opened.drawn);
    }

    @Test
    void aSessionWithoutItsCapture_isItsExcerpt_andNothingIsWrittenBesideIt() throws Exception {
        String text = CommandRun.of("step", "samples/scenarios/three-cpu-chart.json", "--ftrace", folder.resolve("run.txt").toString()).err();
        assertEquals("", text);
        String excerpt = Files.readString(folder.resolve("run.txt"));
        Path file = Files.createDirectory(folder.resolve("sessions")).resolve("kill.reapscope.json");
        SessionFile.write(file, session("important", Optional.of(excerpt)));
        Opened opened = open(file);
        assertTrue(opened.out.contains(" events of ") && opened.out.contains("1 kill\n"), opened.out);
        assertEquals(excerpt, Files.readString(opened.drawn));
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(List.of(folder.resolve("run.txt"), file), all.filter(Files::isRegularFile).sorted().toList());
        }
    }

    @Test
    void aSessionWithNeither_isToldWhatIsMissing() throws Exception {
        Path file = folder.resolve("kill.reapscope.json");
        SessionFile.write(file, session("gone.txt", Optional.empty()));
        IOException e = assertThrows(IOException.class, () -> open(file));
        assertEquals(file + ": its capture gone.txt is neither at gone.txt nor beside it; put it there and open the session again", e.getMessage());
    }

    @Test
    void aScenarioAndALesson_areDescribed() throws Exception {
        assertTrue(open(Path.of("samples/scenarios/three-cpu-chart.json")).out.contains("\nThe chart of three CPUs\n"));
        assertTrue(open(Path.of("samples/lessons/01-threads-and-locks.json")).out.contains("\n1. Threads, locks and counting\n"));
    }

    private static Opened open(Path file) throws Exception {
        PrintStream out = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            Path drawn = WithoutDisplay.print(file);
            return new Opened(printed.toString(StandardCharsets.UTF_8), drawn);
        } finally {
            System.setOut(out);
        }
    }

    private static Session session(String name, Optional<String> excerpt) {
        return new Session(new Session.Source(name, name, 1, "", excerpt), Optional.empty(),
                new Session.Cursors(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()),
                List.of(new Session.Note(new Session.Span(2_506_494_581_000L, 2_506_495_490_000L), "who holds it?")),
                new Session.Lanes(List.of(), List.of()), List.of());
    }
}
