package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What commands write, and where: never over what they read, and never in silence to nowhere. */
final class OutputSafetyTest {

    /** What each command prints, in the shortest way that it can. Those that only write files are not here. */
    private static final List<String> PRINTING = List.of("analyze kill.txt", "analyze kill.txt --json", "diagram kill.txt",
            "diagram race.json --property esrch", "step race.json", "step race.json --json", "explore race.json --quick --property esrch",
            "compare race.json --quick --property esrch --patches none,f",
            "promela race.json -o -", "lesson 01-threads-and-locks --json", "record-script",
            "scenarios", "patches --json", "properties", "kernel show exit_mm", "bench paint --events 1000 --frames 1", "--help", "--version", "help step");

    private static final Set<String> NOT_PRINTING = Set.of("open", "render", "convert");

    @TempDir
    Path folder;

    @BeforeEach
    void makeInputs() throws IOException {
        try (InputStream capture = new GZIPInputStream(Files.newInputStream(Path.of("samples/captures/kill-pinned-cpus.txt.gz")))) {
            Files.copy(capture, folder.resolve("kill.txt"));
        }
        Files.copy(Path.of("samples/scenarios/kill-then-mrelease.json"), folder.resolve("race.json"));
        Files.writeString(folder.resolve("schedule.txt"), "lmkd*8");
        Files.writeString(folder.resolve("proc.smaps"), "00400000-00452000 r-xp 00000000 08:02 173521      /usr/bin/victim\n");
        Files.writeString(folder.resolve("kill.maps"), "00400000-00452000 r-xp 00000000 08:02 173521      /usr/bin/victim\n");
        Files.writeString(folder.resolve("real.json"), Files.readString(folder.resolve("race.json"))
                .replaceFirst("(?s)\"vmas\": \\[.*?\\]", "\"addressSpace\": {\"smaps\": \"proc.smaps\", \"tables\": 2}"));
        Files.writeString(folder.resolve("lesson.json"), """
                {"format": "reapscope-lesson-1", "title": "t", "pages": [
                  {"title": "a run", "text": ["x"], "run": {"scenario": "race.json"}},
                  {"title": "a capture", "text": ["x"], "capture": {"file": "kill.txt"}}]}""");
        Files.writeString(folder.resolve("kill.reapscope.json"),
                "{\"format\":\"reapscope-session\",\"version\":1,\"source\":{\"path\":\"kill.txt\",\"name\":\"kill.txt\"},\"notes\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "convert kill.txt -o kill.txt", "convert kill.txt --to svg -o kill.maps", "convert race.json --to csv -o race.json",
        "convert race.json --schedule @schedule.txt --to svg -o schedule.txt", "convert real.json --to html -o proc.smaps",
        "convert lesson.json --to handout -o race.json", "convert lesson.json --to handout -o kill.txt", "convert lesson.json --to handout -o lesson.json",
        "diagram kill.txt -o kill.txt", "diagram race.json -o race.json", "diagram race.json --schedule @schedule.txt -o schedule.txt",
        "render kill.txt -o kill.txt", "render race.json -o race.json", "render race.json --schedule @schedule.txt -o schedule.txt",
        "render kill.reapscope.json -o kill.txt", "render kill.reapscope.json -o kill.reapscope.json", "render lesson.json -o kill.txt",
        "step race.json --ftrace race.json", "step race.json --schedule @schedule.txt --ftrace schedule.txt", "step real.json --ftrace proc.smaps",
        "promela race.json -o race.json", "promela real.json --output proc.smaps"})
    void noCommandWritesOverWhatItReads(String line) throws IOException {
        Map<String, Integer> before = contents();
        CommandRun run = CommandRun.of(in(line));
        assertEquals(2, run.status(), run.err());
        assertTrue(run.err().contains("which would be lost; name another file"), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals(before, contents());
    }

    @Test
    void anotherNameOfTheInputIsTheInput() throws IOException {
        Path link = Files.createLink(folder.resolve("hard.svg"), folder.resolve("kill.txt"));
        CommandRun run = CommandRun.of("convert", folder.resolve("kill.txt").toString(), "-o", link.toString());
        assertEquals(2, run.status(), run.err());
        assertTrue(run.err().contains("kill.txt under another name"), run.err());
    }

    static Stream<String> printing() {
        return PRINTING.stream();
    }

    @ParameterizedTest
    @MethodSource("printing")
    void aFullDiskIsAnError(String line) {
        CommandRun run = CommandRun.to(new Broken("No space left on device"), in(line));
        assertEquals(2, run.status(), run.err());
        assertEquals("reapscope: standard output: No space left on device; what was printed is not all there, send it where there is room\n", run.err());
    }

    @ParameterizedTest
    @MethodSource("printing")
    void aReaderThatHasSeenEnoughIsNone(String line) {
        CommandRun run = CommandRun.to(new Broken("Broken pipe"), in(line));
        assertEquals(0, run.status(), run.err());
        assertEquals("", run.err());
    }

    @Test
    void theAnswerOfAGateComesThroughAClosedPipe() {
        CommandRun run = CommandRun.to(new Broken("Broken pipe"), in("explore race.json --never esrch --quick"));
        assertEquals(1, run.status(), run.err());
    }

    @Test
    void everyCommandIsAsked() {
        Set<String> asked = new TreeSet<>(NOT_PRINTING);
        PRINTING.stream().map(line -> line.split(" ")[0]).filter(word -> !word.startsWith("-")).forEach(asked::add);
        assertEquals(new CommandLine(new ReapscopeCommand()).getSubcommands().keySet(), asked);
    }

    @Test
    void outputsOfTheLongestNamesAreWritten_fromInputsOfTheLongestNames() throws IOException {
        Path scenario = Files.copy(folder.resolve("race.json"), folder.resolve("é".repeat(125) + ".json"));
        Path capture = Files.copy(folder.resolve("kill.txt"), folder.resolve("k".repeat(251) + ".txt"));
        for (String ending : List.of(".svg", ".html", ".csv", ".ftrace.txt", ".handout.pdf")) {
            written(scenario, ending);
        }
        for (String ending : List.of(".svg", ".pdf", ".png", ".html", ".csv", ".json", ".perfetto.json", ".txt", ".mail.txt")) {
            written(capture, ending);
        }
    }

    private void written(Path from, String ending) throws IOException {
        Path output = folder.resolve("o".repeat(255 - ending.length()) + ending);
        CommandRun run = CommandRun.of("convert", from.toString(), "-o", output.toString());
        assertEquals(0, run.status(), ending + ": " + run.err());
        assertTrue(Files.size(output) > 0, ending);
    }

    private String[] in(String line) {
        return Arrays.stream(line.split(" ")).map(word -> {
            String name = word.startsWith("@") ? word.substring(1) : word;
            return Files.isRegularFile(folder.resolve(name)) ? (word.startsWith("@") ? "@" : "") + folder.resolve(name) : word;
        }).toArray(String[]::new);
    }

    private Map<String, Integer> contents() throws IOException {
        Map<String, Integer> contents = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return contents;
    }

    /** A standard output that takes nothing. */
    private static final class Broken extends OutputStream {

        private final String why;

        Broken(String why) {
            this.why = why;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(why);
        }
    }
}
