package org.reapscope.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.base.json.JsonFileException;

final class LessonFileTest {

    private static final String HEAD = "{\"format\": \"reapscope-lesson-1\", \"title\": \"T\",\n\"pages\": [{\"title\": \"P\",\n";

    static Stream<Path> lessons() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples/lessons"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void whatIsWrittenReadsBackEqual(Path file, @TempDir Path folder) throws IOException {
        Lesson lesson = LessonFile.read(file);
        Path copy = folder.resolve(file.getFileName());
        LessonFile.write(copy, lesson);
        assertEquals(lesson, LessonFile.read(copy));
        String first = Files.readString(copy);
        LessonFile.write(copy, lesson);
        assertEquals(first, Files.readString(copy));
        assertTrue(LessonFile.isLesson(copy));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("{\"format\": \"reapscope-lesson-9\"}", "bad.json:1: format: expected \"reapscope-lesson-1\""),
                Arguments.of("{\"format\": \"reapscope-lesson-1\", \"title\": \"T\", \"pages\": []}", "bad.json:1: pages: is empty"),
                Arguments.of(HEAD + "\"txt\": []}]}", "bad.json:3: pages[0].txt: is not a field"),
                Arguments.of(HEAD + "\"questions\": [{\"id\": \"q\", \"ask\": \"runs\"}]}]}",
                        "bad.json:3: pages[0].questions[0].ask: asks about a scenario, but the page shows none"),
                Arguments.of(HEAD + "\"run\": {\"scenario\": \"s\"},\n\"questions\": [{\"id\": \"q\", \"ask\": \"guess\"}]}]}",
                        "bad.json:4: pages[0].questions[0].ask: 'guess' is not one of returns, runs"),
                Arguments.of(HEAD + "\"run\": {\"scenario\": \"s\"},\n\"questions\": [{\"id\": \"q\", \"ask\": \"runs\"},\n{\"id\": \"q\", \"ask\": \"runs\"}]}]}",
                        "bad.json:5: pages[0].questions[1].id: another question or challenge is called 'q' already"),
                Arguments.of(HEAD + "\"run\": {\"scenario\": \"s\", \"step\": -1}}]}", "bad.json:3: pages[0].run.step: expected a whole number"),
                Arguments.of(HEAD + "\"run\": {\"scenario\": \"s\"}, \"capture\": {\"file\": \"c\"}}]}", "bad.json:2: pages[0]: shows more than one thing"),
                Arguments.of(HEAD + "\"challenges\": [{}]}]}", "bad.json:3: pages[0].challenges[0]: is played on a scenario"),
                Arguments.of(HEAD + "\"point\": [{\"at\": \"task\", \"name\": \"x\"}]}]}", "bad.json:3: pages[0].point: points at something"),
                Arguments.of("{\"format\": ", "bad.json:1: is not JSON"),
                Arguments.of("[]", "bad.json:1: expected an object"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeIsToldByFileLineAndField(String text, String message) {
        String said = String.valueOf(assertThrows(JsonFileException.class, () -> LessonFile.parse("bad", text)).getMessage());
        assertTrue(said.startsWith(message), said);
    }

    @Test
    void damagedFileGivesOneMessageWithItsLine() throws IOException {
        String whole = Files.readString(Path.of("samples/lessons/05-who-pins-the-memory.json"));
        for (int end = 0; end < whole.length() - 2; end += 397) {
            String half = whole.substring(0, end);
            String said = String.valueOf(assertThrows(JsonFileException.class, () -> LessonFile.parse("half", half)).getMessage());
            assertTrue(said.startsWith("half.json:") && said.lines().count() == 1, said);
        }
        for (String from : List.of("\"scenario\"", "\"ask\"", "\"goal\"", "\"at\"")) {
            String other = whole.replaceFirst(from + ": \"[^\"]*\"", from + ": [1, {}]");
            String said = String.valueOf(assertThrows(JsonFileException.class, () -> LessonFile.parse("odd", other)).getMessage());
            assertTrue(said.matches("odd\\.json:\\d+: pages\\[\\d+]\\..*expected text in quotes, found a list"), said);
        }
    }

    @Test
    void logbookKeepsFirstAnswersAndMostStars(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new/logbook.json");
        assertEquals(Logbook.EMPTY, Logbook.read(file));
        Logbook log = Logbook.EMPTY.at("a", 2).at("a", 3).answered("a", "q", false).answered("a", "q", true)
                .won("a", "c", 1, "X").won("a", "c", 3, "Y").won("a", "c", 2, "Z");
        log.write(file);
        Logbook read = Logbook.read(file);
        assertEquals(log, read);
        assertEquals(3, read.page("a"));
        assertFalse(read.answer("a", "q").orElseThrow().right());
        assertEquals("Y", read.win("a", "c").orElseThrow().code());
        Files.writeString(file, "{\"format\": \"other\"}");
        assertThrows(JsonFileException.class, () -> Logbook.read(file));
    }

    @Test
    void markupOfAPage() {
        List<Markup.Block> blocks = Markup.read(List.of("a *big* `x` \\*", "- item", "    code *x*", "> said", "# Head", "2 * 3 * 4", "*"));
        assertEquals(List.of(new Markup.Span("a ", Markup.Style.PLAIN), new Markup.Span("big", Markup.Style.EMPHASIS),
                new Markup.Span(" ", Markup.Style.PLAIN), new Markup.Span("x", Markup.Style.CODE), new Markup.Span(" *", Markup.Style.PLAIN)),
                blocks.getFirst().spans());
        assertEquals(List.of(Markup.Kind.PARAGRAPH, Markup.Kind.ITEM, Markup.Kind.CODE, Markup.Kind.QUOTATION, Markup.Kind.HEADING,
                Markup.Kind.PARAGRAPH, Markup.Kind.PARAGRAPH), blocks.stream().map(Markup.Block::kind).toList());
        assertEquals("code *x*", blocks.get(2).text());
        assertFalse(blocks.get(6).spans().isEmpty());
    }
}
