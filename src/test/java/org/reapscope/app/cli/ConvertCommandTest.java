package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConvertCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"svg", "pdf", "png", "html", "csv", "json", "perfetto.json", "mail.txt", "ftrace.txt", "txt"})
    void aRunIsWrittenInTheFormatOfTheEnding_theSameEachTime(String ending) throws IOException {
        byte[] first = run("first." + ending);
        assertTrue(first.length > 200, ending);
        assertArrayEquals(first, run("second." + ending));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(2, left.count(), "nothing is left beside the output");
        }
    }

    @Test
    void whatIsWrittenOfARunIsReadLikeACapture() throws IOException {
        run("run.txt");
        CommandRun analysed = CommandRun.of("analyze", folder.resolve("run.txt").toString());
        assertEquals(0, analysed.status(), analysed.err());
        assertTrue(analysed.out().contains("process_mrelease(pidfd 3) by lmkd-1002: -ESRCH"), analysed.out());
    }

    @Test
    void anExcerptHoldsTheLinesOfTheSpanAlone() throws IOException {
        Path excerpt = folder.resolve("part.txt");
        assertEquals(0, CommandRun.of("convert", "samples/captures/lmkd-smaps.txt.gz", "--from", "346.4398", "--until", "346.4400", "-o",
                excerpt.toString()).status());
        String text = Files.readString(excerpt, StandardCharsets.UTF_8);
        assertTrue(text.contains("sys_process_mrelease -> 0xfffffffffffffffd") && !text.contains(" 346.4401"), text);
        assertEquals(0, CommandRun.of("analyze", excerpt.toString()).status());
    }

    @Test
    void aTableIsWhole_orSaysWhatItLeavesOut() throws IOException {
        assertEquals(List.of(1427L, 11L), List.of(table("", "--table", "events"), table("", "--table", "kills")));
        table("reapscope: The table has 1 of 10 kills.\n", "--table", "kills", "--kill", "2");
        assertEquals(7, table("reapscope: The table has 6 of 1,426 events from 2506.494578 to 2506.494585 s.\n", "--table", "events",
                "--from", "2506.494578", "--until", "2506.494585"));
        assertTrue(table("", "--table", "findings") > 10);
    }

    /** How many lines a table of the smallest capture has; standard error must say exactly this. */
    private long table(String said, String... options) throws IOException {
        Path file = folder.resolve("table.csv");
        CommandRun run = CommandRun.of(Stream.concat(Stream.of("convert", "samples/captures/tiny.txt.gz", "-o", file.toString()), Stream.of(options)).toArray(String[]::new));
        assertEquals(new CommandRun(0, "", said), run);
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }

    @Test
    void aSpanOfACaptureWithoutTimeIsNamedByItsNumbers() throws IOException {
        Path capture = folder.resolve("counter.txt");
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(Path.of("src/test/resources/org/reapscope/trace/format/clock-counter.txt.gz")))) {
            Files.write(capture, in.readAllBytes());
        }
        Path part = folder.resolve("part.txt");
        assertEquals(0, CommandRun.of("convert", capture.toString(), "--from", "267", "--until", "305", "-o", part.toString()).status());
        assertTrue(CommandRun.of("analyze", part.toString()).out().contains("1 kill"), "the first of two");
        assertTrue(CommandRun.of("convert", capture.toString(), "--from", "0.5", "-o", part.toString()).err().contains("tells no time"));
    }

    @Test
    void wrongInputIsRefusedInOneLine_andWritesNothing() {
        refused("expected a whole number from 400 to 8000", "--width", "10", "-o", "x.svg");
        refused("no such format", "-o", "x.docx");
        refused("no such format", "--to", "docx", "-o", "x.svg");
        refused("there are kills 1 to 12", "--kill", "13", "-o", "x.svg");
        refused("expected seconds", "--from", "noon", "-o", "x.svg");
        refused("the end must come after the beginning", "--from", "346.5", "--until", "346.4", "-o", "x.svg");
        refused("no task is called nobody", "--tasks", "nobody", "-o", "x.svg");
        refused("a capture has no steps", "--table", "steps", "-o", "x.csv");
        refused("no such table", "--table", "chairs", "-o", "x.csv");
    }

    @Test
    void aPropertyThatNoScheduleShowsIsSaidSo() {
        CommandRun run = CommandRun.of("diagram", "kill-then-mrelease", "--patches", "f", "--property", "esrch");
        assertEquals(1, run.status());
        assertTrue(run.err().contains("no schedule shows that"), run.err());
    }

    private void refused(String why, String... options) {
        String[] all = Stream.concat(Stream.of("convert", "samples/captures/lmkd-smaps.txt.gz"), Stream.of(options)
                .map(o -> o.startsWith("x.") ? folder.resolve(o).toString() : o)).toArray(String[]::new);
        CommandRun run = CommandRun.of(all);
        assertEquals(2, run.status(), run.err());
        assertTrue(run.err().contains(why), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertFalse(Stream.of(options).filter(o -> o.startsWith("x.")).anyMatch(o -> Files.exists(folder.resolve(o))));
    }

    private byte[] run(String name) throws IOException {
        Path file = folder.resolve(name);
        CommandRun run = CommandRun.of("convert", "samples/scenarios/kill-then-mrelease.json", "--property", "esrch", "-o", file.toString());
        assertEquals(0, run.status(), run.err());
        return Files.readAllBytes(file);
    }
}
