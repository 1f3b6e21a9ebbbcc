package org.reapscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.document.session.SessionFile;
import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.ui.CaptureModel;
import org.testfx.api.FxToolkit;

/** Files as they come: through a pipe, in other encodings, with something broken beside them. */
final class OpenedFilesJourneyTest {

    private static final Path CAPTURES = Path.of("samples/captures");

    @TempDir
    private Path folder;

    private OpenWindow window;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void openWindow() {
        window = new OpenWindow(folder.resolve("config"));
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void aBrokenSnapshotBesideACapture_isToldOnce_andTheCaptureOpensAllTheSame() throws Exception {
        Path capture = Files.copy(CAPTURES.resolve("kill-delay.txt.gz"), folder.resolve("kill.txt.gz"));
        Files.copy(CAPTURES.resolve("kill-delay.maps"), folder.resolve("kill.maps"));
        String smaps = Files.readString(CAPTURES.resolve("kill-delay.smaps"));
        Files.writeString(folder.resolve("kill.smaps"), smaps.substring(0, smaps.length() / 2));
        CaptureModel model = window.open(capture);
        window.await(() -> !model.snapshots().isEmpty());
        assertEquals(List.of("kill.maps"), window.ask(() -> model.snapshots().stream().map(AddressSpaceSnapshot::name).toList()));
        assertTrue(window.banners().matches("kill\\.smaps:\\d+: [^\n]+The snapshot is left out\\."), window.banners());
        assertTrue(window.ask(() -> window.main().complaint().isEmpty()));
    }

    @Test
    void whatComesThroughAPipe_isShown_andNotRemembered() throws Exception {
        InputStream in = System.in;
        try {
            System.setIn(new ByteArrayInputStream(Files.readAllBytes(CAPTURES.resolve("tiny.txt.gz"))));
            CaptureModel model = window.open(Path.of("-"));
            assertEquals("standard input", String.valueOf(model.file().getFileName()));
            assertEquals(1426, window.ask(() -> model.trace().get() == null ? 0 : model.trace().get().size()));
            assertEquals(List.of(), window.ask(() -> window.context().preferences().settings().get().recent()));
            Path session = folder.resolve("piped.reapscope.json");
            window.save(model, session);
            assertTrue(SessionFile.read(session).source().excerpt().orElse("").contains("sys_process_mrelease"), "its lines go with it");
        } finally {
            System.setIn(in);
        }
    }

    @Test
    void aScenarioInUtf16_isStepped_whateverItsName() throws Exception {
        String text = Files.readString(Path.of("samples/scenarios/three-cpu-chart.json"));
        Path file = Files.write(folder.resolve("chart.txt"), ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE));
        window.run(() -> window.main().open(List.of(file)));
        window.await(() -> window.context().preferences().settings().get().recent().contains(file));
        assertEquals("", window.banners());
    }
}
