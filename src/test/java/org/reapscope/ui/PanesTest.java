package org.reapscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reapscope.analysis.Finding;
import org.reapscope.trace.Trace;
import org.reapscope.ui.events.EventsController;
import org.reapscope.ui.findings.FindingsController;
import org.reapscope.ui.inspector.InspectorController;
import org.reapscope.ui.job.FxJobs;
import org.reapscope.ui.theme.Appearance;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Findings, events and inspector of one capture, with mouse and keyboard. */
@ExtendWith(ApplicationExtension.class)
final class PanesTest {

    private final CaptureModel capture = OpenedCapture.of("smaps-pins-mm.txt.gz");
    private final Trace trace = Objects.requireNonNull(capture.trace().get());

    @Start
    void show(Stage stage) {
        FxJobs jobs = new FxJobs();
        VBox tables = new VBox(FindingsController.of(capture).root(), EventsController.of(capture, jobs).root());
        tables.getChildren().forEach(child -> VBox.setVgrow(child, Priority.ALWAYS));
        HBox all = new HBox(tables, InspectorController.of(capture, jobs).root());
        HBox.setHgrow(tables, Priority.ALWAYS);
        Scene scene = new Scene(all, 980, 900);
        new Appearance().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aClickOnAFindingLeadsTheTableAndTheInspectorToTheEventThatShowsIt(FxRobot robot) {
        robot.clickOn(robot.lookup(".finding .text-of").<Label>queryAll().iterator().next());
        WaitForAsyncUtils.waitForFxEvents();
        Finding first = robot.lookup(".findings > .list-view").<ListView<Finding>>query().getItems().getFirst();
        assertEquals(first, capture.selectedFinding().get());
        assertEquals("process_mrelease", trace.syscall(capture.selectedRow().get()));
        assertEquals(capture.selectedRow().get(), table(robot).getSelectionModel().getSelectedItem());
        assertTrue(robot.lookup(".event-line").<TextArea>query().getText().contains("sys_process_mrelease ->"));
        assertTrue(robot.lookup(".inspector .lead").<Label>query().getText().contains("got -ESRCH: no thread of victim"));
    }

    @Test
    void findingsAreReachedOpenedAndCopiedByKeyboardAlone(FxRobot robot) {
        ListView<Finding> list = robot.lookup(".findings > .list-view").query();
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(0);
        });
        robot.type(KeyCode.DOWN).type(KeyCode.RIGHT);
        assertFalse(robot.lookup(".finding .details").queryAll().isEmpty());
        robot.type(KeyCode.ENTER);
        assertEquals(list.getItems().get(1), capture.selectedFinding().get());
        robot.press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        robot.interact(() -> assertTrue(Clipboard.getSystemClipboard().getString().contains(list.getItems().get(1).text())));
        robot.type(KeyCode.LEFT);
        assertTrue(robot.lookup(".finding .details").queryAll().isEmpty());
    }

    @Test
    void enterInTheSearchFieldGoesFromHitToHit(FxRobot robot) throws TimeoutException {
        robot.clickOn(robot.lookup(".events .text-field").<TextField>query()).write("mrelease -> ");
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup(".events .count").<Label>query().getText().contains("8 hits"));
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        int first = capture.selectedRow().get();
        assertTrue(trace.syscall(first).equals("process_mrelease"));
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(capture.selectedRow().get() > first);
        assertEquals(capture.selectedRow().get(), table(robot).getSelectionModel().getSelectedItem());
        assertFalse(robot.lookup(".inspector .lead").<Label>query().getText().isEmpty());
    }

    private static TableView<Integer> table(FxRobot robot) {
        return robot.lookup(".event-table").query();
    }
}
