package org.reapscope.document.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session may come from anybody: it names files in its folder, and opening it writes nothing there. */
final class SessionSourceTest {

    @TempDir
    private Path folder;

    @Test
    void theSessionThatWroteOutsideOfItsFolderIsRefused() throws IOException {
        Path session = Files.createDirectory(folder.resolve("sessions")).resolve("evil.reapscope.json");
        Files.createDirectory(folder.resolve("victimdir"));
        try (InputStream in = SessionSourceTest.class.getResourceAsStream("session-path-traversal.reapscope.json")) {
            Files.copy(Objects.requireNonNull(in), session);
        }
        assertEquals(session + ":1: \"name\" of the source is \"../victimdir/important\", which leads out of the folder of the session; "
                + "put the capture beside the session and write its name alone there", refused(session));
        assertEquals(List.of(), names(folder.resolve("victimdir")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../x", "a/../../x", "/etc/passwd", "//server/share/x", "C:\\x", "c:/x", "\\\\server\\share\\x", "\\x", "..\\x",
        "a\\..\\..\\x"})
    void namesThatLeadOutAreRefused_onWhateverSystemTheyDo(String name) throws IOException {
        String json = new ObjectMapper().writeValueAsString(name);
        refused(session("{\"path\":\"\",\n\n\"name\":" + json + "}"), ":4: \"name\"");
        refused(session("{\"bytes\": 7,\n\"path\":" + json + ",\"name\":\"a\"}"), ":3: \"path\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trace.txt", "sub/trace.txt", "...txt", "a..b", "trace 12:30:00.txt", "語.txt", "a\\b.txt"})
    void namesInTheFolderAreNot(String name) throws IOException {
        Path session = session("{\"path\":" + new ObjectMapper().writeValueAsString(name) + ",\"name\":\"x\"}");
        assertEquals(name, SessionFile.read(session).source().path());
    }

    @Test
    @EnabledOnOs(value = {OS.LINUX, OS.MAC}, disabledReason = "on Windows making a symbolic link takes a right that few have")
    void linksThatLeadOutAreRefused_andThoseThatStayAreFollowed() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), "x");
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Path capture = Files.writeString(inside.resolve("trace.txt"), "x");
        Files.createSymbolicLink(inside.resolve("out"), outside);
        Files.createSymbolicLink(inside.resolve("file.txt"), Path.of("../outside/secret.txt"));
        Files.createSymbolicLink(inside.resolve("same.txt"), capture);
        for (String name : List.of("out/secret.txt", "file.txt")) {
            Path session = Files.writeString(inside.resolve("a.reapscope.json"), text("{\"path\":\"" + name + "\",\"name\":\"x\"}"));
            Session.Source source = SessionFile.read(session).source();
            String message = String.valueOf(assertThrows(SessionException.class, () -> SessionFile.capture(session, source)).getMessage());
            assertTrue(message.startsWith(session + ":2: \"path\"") && message.contains("through a link; put the capture beside"), message);
        }
        Path session = Files.writeString(inside.resolve("a.reapscope.json"), text("{\"path\":\"same.txt\",\"name\":\"x\"}"));
        assertEquals(Optional.of(inside.resolve("same.txt")), SessionFile.capture(session, SessionFile.read(session).source()));
    }

    @Test
    void anExcerptIsOpenedFromAmongTheSettings() throws IOException {
        Path session = session("{\"path\":\"\",\"name\":\"kill.txt\",\"excerpt\":\"# tracer: nop\\n\"}");
        ExcerptFolder excerpts = new ExcerptFolder(folder.resolve("config"));
        List<String> before = names(session.resolveSibling(""));
        Path file = SessionFile.captureOrExcerpt(session, SessionFile.read(session).source(), excerpts).orElseThrow();
        assertEquals("# tracer: nop\n", Files.readString(file));
        assertEquals("kill.txt.excerpt.txt", file.getFileName().toString());
        assertTrue(file.startsWith(folder.resolve("config")) && excerpts.holds(file) && !excerpts.holds(session));
        assertEquals(before, names(session.resolveSibling("")));
        assertEquals(Optional.of(file), SessionFile.captureOrExcerpt(session, SessionFile.read(session).source(), excerpts));
        assertEquals(1, names(file.resolveSibling("")).size());
    }

    @Test
    void excerptsOfLongAndStrangeNamesAreOpenedToo_andOldOnesGo() throws IOException {
        ExcerptFolder excerpts = new ExcerptFolder(folder.resolve("config"));
        for (int n = 0; n < ExcerptFolder.KEPT + 3; n++) {
            Session.Source source = new Session.Source("", n % 2 == 0 ? "語".repeat(85) : "con\u001b:?*\u202e/x", 1, "", Optional.of("line " + n));
            Path file = excerpts.file(source, "line " + n);
            assertEquals("line " + n, Files.readString(file));
            assertTrue(file.getFileName().toString().getBytes(StandardCharsets.UTF_8).length <= 255);
            assertFalse(file.getFileName().toString().matches("(?s).*[\\u0000-\\u001f\\u202e:?*/].*"), file.toString());
        }
        assertEquals(ExcerptFolder.KEPT, names(folder.resolve("config/excerpts")).size());
    }

    private Path session(String source) throws IOException {
        return Files.writeString(Files.createDirectories(folder.resolve("sessions")).resolve("a.reapscope.json"), text(source));
    }

    private static String text(String source) {
        return "{\"format\":\"reapscope-session\",\"version\":1,\"notes\":[],\n\"source\":" + source + "}";
    }

    private static void refused(Path session, String where) {
        String message = refused(session);
        assertTrue(message.startsWith(session + where) && message.contains("leads out of the folder"), message);
        assertTrue(message.chars().allMatch(c -> c >= ' '), message);
    }

    private static String refused(Path session) {
        return String.valueOf(assertThrows(SessionException.class, () -> SessionFile.read(session)).getMessage());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
