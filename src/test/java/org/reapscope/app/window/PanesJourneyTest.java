package org.reapscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.app.picture.HeadlessToolkit;

/** Panes that are hidden, dragged and shown again, in captures and in runs, and after the next start; and notices that come and go. */
final class PanesJourneyTest {

    private static final Path CAPTURE = Path.of("samples/captures/tiny.txt.gz");
    private static final Path SCENARIO = Path.of("samples/scenarios/kill-then-mrelease.json");
    private static final double NEAR = 3;

    @TempDir private Path folder;
    private OpenWindow window;

    @BeforeAll
    static void toolkit() throws InterruptedException {
        HeadlessToolkit.start();
    }

    @BeforeEach
    void open() {
        window = new OpenWindow(folder);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aPaneComesBackAsWideAsItWas_inACaptureAndInARun() {
        window.open(CAPTURE);
        comesBack(".tasks", KeyCode.B);
        comesBack(".inspector", KeyCode.I);
        comesBack(".tables", KeyCode.J);
        openRun();
        comesBack(".run-side", KeyCode.B);
        comesBack(".run-now", KeyCode.I);
        comesBack(".tables", KeyCode.J);
    }

    @Test
    void afterTheProjectorThePanesAreAsTheyWere_theHiddenOneStillHidden() {
        window.open(CAPTURE);
        window.press(KeyCode.SHORTCUT, KeyCode.B);
        double right = width(".inspector");
        double below = bounds(".tables").getHeight();
        window.press(KeyCode.F11);
        window.await(() -> !shown(".inspector") && !shown(".tables"));
        window.press(KeyCode.F11);
        window.await(() -> shown(".inspector") && Math.abs(width(".inspector") - right) < NEAR && Math.abs(bounds(".tables").getHeight() - below) < NEAR);
        assertTrue(!shown(".tasks"));
    }

    @Test
    void aDividerThatWasDraggedIsThereAgainAfterTheNextStart() {
        window.open(CAPTURE);
        double was = width(".tasks");
        window.run(() -> {
            SplitPane columns = (SplitPane) window.lookup(".columns").getFirst();
            columns.setDividerPosition(0, (was - 60) / columns.getWidth());
            columns.layout();
            columns.lookupAll(".columns > .split-pane-divider").forEach(PanesJourneyTest::letGo);
        });
        window.await(() -> width(".tasks") < was - 40);
        double dragged = width(".tasks");
        window.press(KeyCode.SHORTCUT, KeyCode.I);
        window.await(() -> !shown(".inspector"));
        window.close();
        window = new OpenWindow(folder);
        window.open(CAPTURE);
        window.await(() -> Math.abs(width(".tasks") - dragged) < NEAR);
        assertTrue(!shown(".inspector"), "what was hidden is hidden");
    }

    @Test
    void noticesAreInOnePlace_andTakeNoRoomFromTheDocument() {
        window.open(CAPTURE);
        Bounds before = bounds(".timeline");
        window.run(() -> window.main().open(List.of(Path.of("gone.txt"), Path.of("lost.txt"))));
        window.await(() -> window.main().notices().size() == 2 && shown(".notification-bar"));
        assertEquals(1, window.ask(() -> window.lookup(".notification-bar").size()));
        assertEquals(before, bounds(".timeline"));
    }

    @Test
    void theFirstSpaceAfterOpeningAScenarioSteps() {
        openRun();
        window.press(KeyCode.SPACE);
        window.await(() -> window.lookup(".status > .mono").stream().map(Label.class::cast).anyMatch(l -> l.getText().startsWith("step 1 ")));
    }

    private static void letGo(Node divider) {
        divider.fireEvent(new MouseEvent(MouseEvent.MOUSE_RELEASED, 0, 0, 0, 0, MouseButton.PRIMARY, 1,
                false, false, false, false, false, false, false, false, false, false, null));
    }

    private void openRun() {
        window.run(() -> window.main().open(List.of(SCENARIO)));
        window.await(() -> shown(".run-side") && window.context().jobs().running().get() == 0);
    }

    private void comesBack(String selector, KeyCode key) {
        Bounds before = bounds(selector);
        window.press(KeyCode.SHORTCUT, key);
        window.await(() -> !shown(selector));
        window.press(KeyCode.SHORTCUT, key);
        window.await(() -> shown(selector) && Math.abs(bounds(selector).getWidth() - before.getWidth()) < NEAR
                && Math.abs(bounds(selector).getHeight() - before.getHeight()) < NEAR);
    }

    private boolean shown(String selector) {
        return window.ask(() -> window.lookup(selector).stream().anyMatch(PanesJourneyTest::inFront));
    }

    private double width(String selector) {
        return bounds(selector).getWidth();
    }

    private Bounds bounds(String selector) {
        return window.ask(() -> {
            Node node = window.lookup(selector).stream().filter(PanesJourneyTest::inFront).findFirst().orElseThrow();
            return node.localToScene(node.getLayoutBounds());
        });
    }

    private static boolean inFront(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
