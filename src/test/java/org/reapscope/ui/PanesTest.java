package org.reapscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reapscope.analysis.Finding;
import org.reapscope.trace.Trace;
import org.reapscope.ui.command.CommandMenus;
import org.reapscope.ui.command.Commands;
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
        CommandMenus menus = new CommandMenus(new Commands());
        VBox tables = new VBox(FindingsController.of(capture, menus).root(), EventsController.of(capture, jobs, menus).root());
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
        Finding first = robot.lookup(".finding-table").<TableView<Finding>>query().getItems().getFirst();
        robot.clickOn(robot.lookup(".finding .text-of").<Label>queryAll().stream().filter(l -> l.getText().equals(first.text())).findFirst().orElseThrow());
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(first, capture.selectedFinding().get());
        assertEquals("process_mrelease", trace.syscall(capture.selectedRow().get()));
        assertEquals(capture.selectedRow().get(), table(robot).getSelectionModel().getSelectedItem());
        assertTrue(robot.lookup(".event-line").<TextArea>query().getText().contains("sys_process_mrelease ->"));
        assertTrue(robot.lookup(".inspector .lead").<Label>query().getText().contains("got -ESRCH: no thread of victim"));
    }

    @Test
    void findingsAreReachedOpenedAndCopiedByKeyboardAlone(FxRobot robot) {
        TableView<Finding> list = robot.lookup(".finding-table").query();
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
    void theMenuKeyOffersWhatCanBeDoneWithAFinding_andEachEntryDoesIt(FxRobot robot) {
        TableView<Finding> list = robot.lookup(".finding-table").query();
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(1);
        });
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> choose("Open details"));
        assertFalse(robot.lookup(".finding .details").queryAll().isEmpty());
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> choose("Show its kill"));
        Finding finding = list.getItems().get(1);
        assertEquals(finding, capture.selectedFinding().get());
        assertTrue(capture.view().get().startNs() < finding.startNs() && finding.endNs() < capture.view().get().endNs());
    }

    @Test
    void aHeadingSorts_andTheWholeSentenceIsThere(FxRobot robot) {
        TableView<Finding> list = robot.lookup(".finding-table").query();
        robot.interact(() -> list.getSortOrder().setAll(List.of(list.getColumns().get(1))));
        assertEquals(capture.findings().stream().mapToLong(Finding::startNs).sorted().boxed().toList(),
                list.getItems().stream().map(Finding::startNs).toList());
        WaitForAsyncUtils.waitForFxEvents();
        for (Label sentence : robot.lookup(".finding .text-of").<Label>queryAll()) {
            assertTrue(sentence.getHeight() >= sentence.prefHeight(sentence.getWidth()) - 1, sentence.getText());
        }
        robot.interact(() -> list.getSortOrder().clear());
        assertEquals("severe", list.getItems().getFirst().severity().title());
    }

    @Test
    void anEventFiltersByItsTask_andTheFilterIsTakenBack(FxRobot robot) throws TimeoutException {
        TableView<Integer> events = table(robot);
        robot.interact(() -> {
            events.requestFocus();
            events.getSelectionModel().select(40);
        });
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> choose("Only events of " + trace.taskOf(40).label()));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> events.getItems().size() < trace.size());
        assertEquals("filter of the events", capture.history().undoable().get());
        robot.interact(() -> capture.history().undo());
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> table(robot).getItems().size() == trace.size());
    }

    private static void choose(String entry) {
        ContextMenu menu = Window.getWindows().stream().filter(w -> w instanceof ContextMenu && w.isShowing()).map(ContextMenu.class::cast)
                .findFirst().orElseThrow();
        menu.getItems().stream().filter(item -> entry.equals(item.getText())).findFirst().orElseThrow().fire();
        menu.hide();
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
