package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.app.Launcher;

/** What comes through a pipe is read as a file is: captures, scenarios, lessons, schedules. */
final class PipedInputTest {

    private static final Path CAPTURE = Path.of("samples/captures/tiny.txt.gz");
    private static final Path SCENARIO = Path.of("samples/scenarios/three-cpu-chart.json");
    private static final Path LESSON = Path.of("samples/lessons/01-threads-and-locks.json");

    @TempDir
    private Path folder;

    @Test
    void aCapture_plainOrPacked_isAnalysedAsItsFileIs() throws IOException {
        analysedAsItsFileIs("-");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no /dev/stdin; - is tried there")
    void standardInputUnderItsNameAmongTheDevices_isTheSame() throws IOException {
        analysedAsItsFileIs("/dev/stdin");
    }

    private static void analysedAsItsFileIs(String name) throws IOException {
        String expected = CommandRun.of("analyze", CAPTURE.toString()).out().replace("tiny.txt.gz", "standard input");
        byte[] packed = Files.readAllBytes(CAPTURE);
        assertEquals(new CommandRun(0, expected, ""), piped(packed, "analyze", name));
        assertEquals(new CommandRun(0, expected, ""), piped(unpacked(packed), "analyze", name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"diagram -", "convert - -o OUT.csv --table events", "convert - -o OUT.html", "analyze - --json", "convert - -o OUT.svg"})
    void everyVerbThatReadsCaptures_readsThem_andShowsTheirLines(String command) throws IOException {
        CommandRun run = piped(unpacked(Files.readAllBytes(CAPTURE)), arguments(command));
        assertEquals(new CommandRun(0, run.out(), ""), run);
        String text = run.out() + (command.contains("OUT") ? Files.readString(written(command)) : "");
        assertTrue(text.contains("standard input") || text.contains("sched_switch: prev_comm="), text.substring(0, Math.min(500, text.length())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"explore - --quick", "step - --to 5", "compare - --patches none --quick", "promela - -o -", "diagram - --property esrch",
        "convert - -o OUT.svg --steps 5", "convert - -o OUT.handout.html --steps 5"})
    void everyVerbThatReadsScenarios_readsThem(String command) throws IOException {
        CommandRun run = piped(Files.readAllBytes(SCENARIO), arguments(command));
        assertEquals(new CommandRun(0, run.out(), ""), run);
        assertTrue(!run.out().isBlank() || Files.size(written(command)) > 1000);
    }

    @Test
    void aLesson_isChecked_andAScheduleIsReplayed() throws IOException {
        CommandRun lesson = piped(Files.readAllBytes(LESSON), "lesson", "-", "--student");
        assertEquals(CommandRun.of("lesson", LESSON.toString(), "--student"), lesson);
        CommandRun step = piped("lmkd*11 victim*11 lmkd\n".getBytes(StandardCharsets.UTF_8), "step", SCENARIO.toString(), "--schedule", "@-");
        assertTrue(step.out().contains("Schedule:\nlmkd*11 victim*11 lmkd"), step::out);
    }

    @Test
    void aMistake_isToldOfStandardInput() {
        assertEquals("reapscope: standard input:1: format: expected \"reapscope-scenario-1\"; this program reads no other version\n",
                piped("{\"format\": \"x\"}".getBytes(StandardCharsets.UTF_8), "explore", "-").err());
        CommandRun text = piped("Dear list,\n".getBytes(StandardCharsets.UTF_8), "analyze", "-");
        assertEquals(2, text.status());
        assertTrue(text.err().startsWith("reapscope: standard input:1: no line at the beginning is an event"), text::err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze -", "explore -", "lesson -", "step -", "convert - -o OUT.svg", "diagram -"})
    void nothing_isSaidClearly(String command) {
        CommandRun run = piped(new byte[0], arguments(command));
        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("reapscope: standard input: is empty: nothing came through the pipe; "), run::err);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no named pipes among its files, and no mkfifo")
    void aNamedPipe_canBeRead_andItsLinesShown() throws IOException, InterruptedException {
        Path pipe = folder.resolve("trace.txt");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Process writer = new ProcessBuilder("sh", "-c", "cat " + CAPTURE.toAbsolutePath() + " > " + pipe).start();
        CommandRun run = CommandRun.of("convert", pipe.toString(), "-o", folder.resolve("events.csv").toString(), "--table", "events");
        assertEquals(new CommandRun(0, "", ""), run);
        assertEquals(1427, Files.readAllLines(folder.resolve("events.csv")).size());
        assertTrue(writer.waitFor(60, TimeUnit.SECONDS));
    }

    @Test
    void aDevice_isNoCapture() {
        CommandRun run = CommandRun.of("analyze", "/dev/zero");
        assertEquals(2, run.status());
        assertFalse(run.err().isBlank());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a program can only be ended at once, without a last word")
    void theCopy_goesWhenTheProgramIsEnded_inTheMidst() throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.io.tmpdir=" + temporary,
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Launcher.class.getName(), "analyze", "-")
                .redirectErrorStream(true).start();
        try (OutputStream in = program.getOutputStream()) {
            in.write(unpacked(Files.readAllBytes(CAPTURE)));
            in.flush();
            while (program.isAlive() && files(temporary).isEmpty()) {
                Thread.onSpinWait();
            }
            assertEquals(1, files(temporary).size());
            program.destroy();
            assertTrue(program.waitFor(60, TimeUnit.SECONDS));
        }
        assertEquals(List.of(), files(temporary));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("reapscope-")).toList();
        }
    }

    private String[] arguments(String command) {
        return command.replace("OUT", folder.resolve("out").toString()).split(" ");
    }

    private Path written(String command) {
        return Path.of(Stream.of(arguments(command)).dropWhile(a -> !a.equals("-o")).skip(1).findFirst().orElseThrow());
    }

    private static CommandRun piped(byte[] content, String... args) {
        InputStream in = System.in;
        try {
            System.setIn(new ByteArrayInputStream(content));
            return CommandRun.of(args);
        } finally {
            System.setIn(in);
        }
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    }
}
