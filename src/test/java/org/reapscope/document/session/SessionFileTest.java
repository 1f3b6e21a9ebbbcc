package org.reapscope.document.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.base.job.Progress;

final class SessionFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsSavedComesBack() throws IOException {
        Path file = folder.resolve("kill.reapscope.json");
        Session session = session("tiny.txt", Optional.of("# tracer: nop\n"));
        SessionFile.write(file, session);
        assertEquals(session, SessionFile.read(file));
    }

    @Test
    void theSchemaNamesExactlyTheMembersThatAreWritten() throws IOException {
        Path file = folder.resolve("kill.reapscope.json");
        SessionFile.write(file, session("tiny.txt", Optional.of("x")));
        JsonNode written = new ObjectMapper().readTree(Files.readString(file));
        JsonNode schema;
        try (InputStream in = SessionFileTest.class.getResourceAsStream("/schema/session-1.json")) {
            schema = new ObjectMapper().readTree(Objects.requireNonNull(in));
        }
        assertEquals(names(schema.path("properties")), names(written));
        for (String object : List.of("source", "cursors", "lanes")) {
            assertEquals(names(schema.path("properties").path(object).path("properties")), names(written.path(object)), object);
        }
        Set<String> finding = names(schema.path("properties").path("findings").path("items").path("properties"));
        finding.addAll(names(schema.path("$defs").path("span").path("properties")));
        assertEquals(finding, names(written.path("findings").get(0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{", "[]", "{\"format\":\"other\"}", "{\"format\":\"reapscope-session\",\"version\":2}",
        "{\"format\":\"reapscope-session\",\"version\":1}",
        "{\"format\":\"reapscope-session\",\"version\":1,\"source\":{\"name\":\"a\"},\"notes\":[{\"startNs\":2,\"endNs\":1,\"text\":\"\"}]}"})
    void whatIsNoSessionIsRefusedWithFileAndRemedy(String content) throws IOException {
        Path file = folder.resolve("bad.reapscope.json");
        Files.writeString(file, content);
        String message = String.valueOf(assertThrows(SessionException.class, () -> SessionFile.read(file)).getMessage());
        assertTrue(message.startsWith(file.toString()) && message.contains("expected") && message.contains("; "), message);
        assertFalse(message.contains("\n"), message);
    }

    @Test
    void theCaptureIsFoundWhereItWas_orBesideTheSession() throws IOException {
        Path capture = Files.writeString(Files.createDirectories(folder.resolve("captures")).resolve("tiny.txt"), "x");
        Path session = folder.resolve("kill.reapscope.json");
        assertEquals("captures/tiny.txt", SessionFile.reference(session, capture));
        Session.Source source = session("captures/tiny.txt", Optional.empty()).source();
        assertEquals(Optional.of(capture), SessionFile.capture(session, source));
        Path moved = Files.move(capture, folder.resolve("tiny.txt"));
        assertEquals(Optional.of(moved), SessionFile.capture(session, source));
        Files.delete(moved);
        assertEquals(Optional.empty(), SessionFile.capture(session, source));
        assertEquals("", SessionFile.reference(session, folder.resolveSibling("elsewhere.txt")), "no session leads out of its folder");
    }

    @Test
    void theHashIsThatOfSha256sum() throws IOException {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ContentHash.of(file, Progress.NONE));
    }

    private static Session session(String path, Optional<String> excerpt) {
        return new Session(
                new Session.Source(path, "tiny.txt", 169059, "ab".repeat(32), excerpt),
                Optional.of(new Session.Span(346_439_000_000L, 346_447_000_000L)),
                new Session.Cursors(OptionalLong.of(346_439_849_000L), OptionalLong.of(1), OptionalLong.of(2)),
                List.of(new Session.Note(new Session.Span(5, 5), "who holds mm_users?"), new Session.Note(new Session.Span(5, 9), "line\nbreak \"quoted\"")),
                new Session.Lanes(List.of("task/1187", "rss/00000000eaf21c30"), List.of("cpu/1")),
                List.of(new Session.SavedFinding("esrch-harmful", "severe", new Session.Span(5, 9), List.of("lmkd-1187"), "certain",
                        "process_mrelease failed with -ESRCH")));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
