package org.reapscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.document.session.SessionFile;
import org.testfx.api.FxToolkit;

/** Whatever is opened, the folder that it lies in, and the one in which the program was started, stay as they were. */
final class OpeningWritesNothingTest {

    private static final String KILL =
            "            lmkd-1    [000] d..1.  2540.441207: signal_generate: sig=9 errno=0 code=0 comm=victim pid=627 grp=1 res=0\n";

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void everyKindOfDocument() throws IOException {
        Path documents = Files.createDirectories(folder.resolve("around/documents"));
        List<Path> all = documents(documents);
        Map<String, String> before = tree(folder.resolve("around"));
        List<String> started = names(Path.of(""));
        OpenWindow window = new OpenWindow(folder.resolve("config"));
        for (Path file : all) {
            window.run(() -> window.main().open(List.of(file)));
            window.await(() -> window.context().jobs().running().get() == 0);
            assertEquals(before, tree(folder.resolve("around")), file.toString());
        }
        assertTrue(window.banners().contains("leads out of the folder of the session"), window.banners());
        assertTrue(window.ask(() -> window.lookup(".tab-pane").size()) > 0);
        window.close();
        assertEquals(before, tree(folder.resolve("around")));
        assertEquals(started, names(Path.of("")));
        assertFalse(names(folder.resolve("config")).isEmpty(), "settings are kept among the settings");
    }

    /** A session that has its capture's lines, and no capture beside it. */
    static String sessionWithLines() {
        return "{\"format\":\"reapscope-session\",\"version\":1,\"source\":{\"path\":\"\",\"name\":\"kill.txt\",\"bytes\":99,\"sha256\":\""
                + "ab".repeat(32) + "\",\"excerpt\":\"# tracer: nop\\n" + KILL.replace("\n", "\\n") + "\"},\"notes\":[]}";
    }

    private static List<Path> documents(Path folder) throws IOException {
        Path packed = Files.copy(Path.of("samples/captures/kill-pinned-cpus.txt.gz"), folder.resolve("packed.txt.gz"));
        try (InputStream plain = new GZIPInputStream(Files.newInputStream(packed))) {
            Files.copy(plain, folder.resolve("plain.txt"));
        }
        Files.copy(Path.of("samples/scenarios/kill-then-mrelease.json"), folder.resolve("scenario.json"));
        Files.copy(Path.of("samples/scenarios/litmus/lost-update.json"), folder.resolve("litmus.json"));
        Files.copy(Path.of("samples/lessons/04-the-esrch-window.json"), folder.resolve("lesson.json"));
        Files.writeString(folder.resolve("plain.maps"), "00400000-00452000 r-xp 00000000 08:02 173521      /usr/bin/victim\n");
        Files.writeString(folder.resolve("named" + SessionFile.ENDING),
                "{\"format\":\"reapscope-session\",\"version\":1,\"source\":{\"path\":\"plain.txt\",\"name\":\"plain.txt\"},\"notes\":[]}");
        Files.writeString(folder.resolve("brought" + SessionFile.ENDING), sessionWithLines());
        Files.writeString(folder.resolve("broken.txt"), "milk\nbread\n");
        Files.writeString(folder.resolve("broken.json"), "{");
        try (InputStream in = SessionFile.class.getResourceAsStream("session-path-traversal.reapscope.json")) {
            Files.copy(Objects.requireNonNull(in), folder.resolve("evil" + SessionFile.ENDING));
        }
        Files.createDirectory(folder.resolveSibling("victimdir"));
        return names(folder).stream().map(folder::resolve).toList();
    }

    /** Every file with its content and the time of its last change. */
    private static Map<String, String> tree(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                tree.put(folder.relativize(file).toString(), Files.getLastModifiedTime(file) + " "
                        + (Files.isRegularFile(file) ? Arrays.hashCode(Files.readAllBytes(file)) : "folder"));
            }
        }
        return tree;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
