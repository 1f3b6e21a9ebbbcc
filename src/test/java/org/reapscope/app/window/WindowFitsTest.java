package org.reapscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.app.picture.HeadlessToolkit;

/** Whatever is open, at any usual size of the window and of its text, toolbar, picture and status bar are inside it. */
final class WindowFitsTest {

    private static final double[][] SIZES = {{1024, 700}, {1280, 800}, {1366, 768}, {3840, 2160}};
    private static final int[] TEXTS = {100, 120, 200, 300};
    private static final double LEAST_PICTURE = 60;

    @TempDir private Path folder;
    private OpenWindow window;
    private Parent root = new Pane();

    @BeforeAll
    static void toolkit() throws InterruptedException {
        HeadlessToolkit.start();
    }

    /** The headless screen is small, so the window's content is laid out at its own size on a small stage. */
    @BeforeEach
    void open() {
        window = new OpenWindow(folder.resolve("config"));
        window.run(() -> {
            root = window.main().scene().getRoot();
            Pane holder = new Pane();
            window.main().scene().setRoot(holder);
            root.setManaged(false);
            holder.getChildren().add(root);
        });
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void nothingOpen() {
        everywhere(List.of(".toolbar", ".status", ".welcome-scroll"));
    }

    @Test
    void aCapture() {
        window.open(Path.of("samples/captures/smaps-pins-mm.txt.gz"));
        everywhere(List.of(".toolbar", ".status", ".timeline"));
    }

    @Test
    void aCapture_withNotices_andBeforeARoom() {
        window.open(Path.of("samples/captures/smaps-pins-mm.txt.gz"));
        window.run(() -> window.main().open(List.of(Path.of("gone.txt"), Path.of("lost.txt"))));
        everywhere(List.of(".toolbar", ".status", ".timeline"));
        window.run(() -> window.context().presenting().on().set(true));
        everywhere(List.of(".timeline", ".caption"));
    }

    @Test
    void aRun_andItBeforeARoom() {
        openAs(Path.of("samples/scenarios/smaps-reader-pins-mm.json"), ".run-timeline");
        everywhere(List.of(".toolbar", ".status", ".run-timeline .timeline", ".run-narrator"));
        window.run(() -> window.context().presenting().on().set(true));
        everywhere(List.of(".timeline", ".caption"));
    }

    @Test
    void aLesson() {
        openAs(Path.of("samples/lessons/04-the-esrch-window.json"), ".lesson-page");
        everywhere(List.of(".toolbar", ".status", ".lesson-foot"));
    }

    private void openAs(Path file, String selector) {
        window.run(() -> window.main().open(List.of(file)));
        window.await(() -> !root.lookupAll(selector).isEmpty() && window.context().jobs().running().get() == 0);
    }

    private void everywhere(List<String> wanted) {
        List<String> wrong = new ArrayList<>();
        for (double[] size : SIZES) {
            for (int text : TEXTS) {
                String where = (int) size[0] + "x" + (int) size[1] + " at " + text + " %: ";
                window.run(() -> lay(size, text));
                window.run(() -> lay(size, text));
                window.ask(() -> Outside.of(root)).forEach(node -> wrong.add(where + node));
                wanted.forEach(selector -> window.ask(() -> missing(selector)).forEach(node -> wrong.add(where + node)));
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    private void lay(double[] size, int text) {
        window.context().preferences().change(s -> s.withTextPercent(text));
        root.resizeRelocate(0, 0, size[0], size[1]);
        root.applyCss();
        root.layout();
    }

    /** What matches the selector and is not wholly inside, or too low to be of use. */
    private List<String> missing(String selector) {
        List<Node> shown = root.lookupAll(selector).stream().filter(WindowFitsTest::seen).toList();
        assertTrue(!shown.isEmpty(), selector);
        Bounds all = root.getLayoutBounds();
        double least = selector.contains("timeline") || selector.contains("welcome") ? LEAST_PICTURE : 1;
        return shown.stream().map(node -> root.sceneToLocal(node.localToScene(node.getLayoutBounds())))
                .filter(bounds -> !all.contains(bounds) || bounds.getHeight() < least)
                .map(bounds -> selector + " " + bounds).toList();
    }

    private static boolean seen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
