package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.base.file.TerminalStream;

/** Nothing that a file, a name or an argument holds is obeyed by a terminal; what programs read loses nothing. */
final class TerminalTest {

    /** Sets the title, clears the screen, goes back on the line, C1, line ends that are none, writes backwards, deletes. */
    private static final String EVIL = "\u001b]0;x\u0007\u001b[2J\r\u009b31m\u0085\u2028\u2029\u202e\u2066\u200b\ufeff\u007f\u0000\udb40\udc41";
    /** As a name in a line of a capture can be. */
    private static final String NAME = "v\u001b[31m\u009b\u202e\u2028\u007fm";

    @TempDir
    Path folder;

    @BeforeEach
    void makeInputs() throws IOException {
        try (InputStream capture = new GZIPInputStream(Files.newInputStream(Path.of("samples/captures/kill-pinned-cpus.txt.gz")))) {
            Files.writeString(folder.resolve("kill.txt"), new String(capture.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\\bvictim\\b", NAME));
        }
        ObjectMapper json = new ObjectMapper();
        ObjectNode race = (ObjectNode) json.readTree(Files.readString(Path.of("samples/scenarios/kill-then-mrelease.json")));
        race.put("title", "T" + EVIL + "\nreapscope: all is well").put("story", EVIL);
        json.writeValue(folder.resolve("race.json").toFile(), race);
        json.writeValue(folder.resolve("broken.json").toFile(), race.deepCopy().put("x" + EVIL, "\n" + EVIL));
        ObjectNode lesson = (ObjectNode) json.readTree(Files.readString(Path.of("samples/lessons/01-threads-and-locks.json")));
        lesson.put("title", EVIL + "\nforged").put("summary", EVIL).put("notes", EVIL);
        lesson.get("pages").forEach(page -> {
            ((ObjectNode) page).put("title", EVIL).put("notes", EVIL).set("text", ((ArrayNode) page.get("text")).deepCopy().add(EVIL + "\nforged"));
            page.path("questions").forEach(question -> ((ObjectNode) question).put("say", EVIL));
        });
        json.writeValue(folder.resolve("lesson.json").toFile(), lesson);
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyze kill.txt", "analyze kill.txt --json", "diagram kill.txt", "step race.json", "step race.json --json",
        "explore race.json --quick --property esrch", "explore race.json --quick --property esrch --json",
        "compare race.json --quick --property esrch --patches none,f", "compare race.json --quick --property esrch --patches none,f --json", "lesson lesson.json", "lesson lesson.json --student", "lesson lesson.json --json",
        "lesson race.json --quiz 3", "promela race.json -o -", "step broken.json", "lesson broken.json", "analyze EVIL", "EVIL",
        "explore race.json --property EVIL", "convert kill.txt -o EVIL", "convert kill.txt --tasks EVIL -o a.svg", "render kill.txt --size EVIL -o a.png"})
    void whatIsPrintedIsCleaned(String line) {
        CommandRun run = CommandRun.of(in(line));
        clean(run.out());
        clean(run.err());
        assertTrue(run.err().lines().count() <= 1 || run.status() == 1, run.err());
        assertTrue(run.out().lines().noneMatch(l -> l.startsWith("reapscope: all is well") || l.startsWith("forged")), run.out());
    }

    @Test
    void programsReadWhatTheCaptureHas() throws IOException {
        CommandRun run = CommandRun.of("analyze", folder.resolve("kill.txt").toString(), "--json");
        assertEquals(NAME, run.json().path("kills").get(0).path("comm").asText());
        Path file = folder.resolve("out.json");
        assertEquals(0, CommandRun.of("convert", folder.resolve("kill.txt").toString(), "-o", file.toString()).status());
        assertTrue(new ObjectMapper().readTree(Files.readString(file)).toString().contains("v"), "JSON");
    }

    @Test
    void anExcerptInAFileHasTheLinesOfTheCaptureByteForByte() throws IOException {
        Path file = folder.resolve("out.txt");
        assertEquals(0, CommandRun.of("convert", folder.resolve("kill.txt").toString(), "--to", "excerpt", "-o", file.toString()).status());
        List<String> original = Files.readAllLines(folder.resolve("kill.txt"));
        List<String> lines = Files.readAllLines(file).stream().filter(l -> !l.startsWith("#") && l.contains(NAME) && !l.endsWith("<stack trace>")).toList();
        assertFalse(lines.isEmpty());
        assertEquals(List.of(), lines.stream().filter(line -> !original.contains(line)).toList());
    }

    @Test
    void whatIsCleanedMayComeInAnyPieces() throws IOException {
        byte[] text = ("µ→語\ud83d\ude00\ttab\r\nline\rback" + EVIL + "\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        new TerminalStream(whole).write(text);
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        TerminalStream one = new TerminalStream(pieces);
        for (byte b : text) {
            one.write(b);
        }
        assertEquals(whole.toString(StandardCharsets.UTF_8), pieces.toString(StandardCharsets.UTF_8));
        assertTrue(whole.toString(StandardCharsets.UTF_8).startsWith("µ→語\ud83d\ude00\ttab\r\nline back\ufffd]0;x\ufffd"), whole.toString(StandardCharsets.UTF_8));
        clean(whole.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    @Test
    void aVeryLongComplaintIsCut() {
        CommandRun run = CommandRun.of("analyze", "x".repeat(100_000));
        assertEquals(2, run.status());
        assertTrue(run.err().length() < 3000 && run.err().contains("…"), run.err());
    }

    private static void clean(String text) {
        text.codePoints().filter(c -> c != '\n' && c != '\t').forEach(c -> assertTrue(switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
            default -> true;
        }, () -> "U+" + Integer.toHexString(c) + " in: " + text));
    }

    private String[] in(String line) {
        return Arrays.stream(line.split(" ")).map(word -> word.equals("EVIL") ? EVIL.replace("\u0000", "") + "\nreapscope: all is well"
                : Files.exists(folder.resolve(word)) ? folder.resolve(word).toString() : word).toArray(String[]::new);
    }
}
