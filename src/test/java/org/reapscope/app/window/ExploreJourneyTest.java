package org.reapscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** What a person asks of all schedules of a scenario, without a display. */
final class ExploreJourneyTest {

    private static final Path SCENARIO = Path.of("samples/scenarios/three-cpu-chart.json").toAbsolutePath();

    @TempDir
    private Path folder;

    private OpenWindow window;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void openScenario() {
        window = new OpenWindow(folder.resolve("config"));
        window.run(() -> window.main().open(List.of(SCENARIO)));
        window.await(() -> !window.lookup(".run-tasks .task-card").isEmpty());
        window.await(() -> window.context().jobs().running().get() == 0);
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void allSchedulesAreExplored_aWitnessOpensInTheStepper_andAnotherPatchMakesTheAnswersStale() {
        select("Every schedule");
        fire(".explore-start");
        window.await(() -> !links().isEmpty());
        assertTrue(texts(".explore-says .label").stream().anyMatch(t -> t.startsWith("Proved for 3 tasks")), texts(".explore-says .label")::toString);
        window.run(() -> links().getFirst().fire());
        window.await(() -> texts(".run-now .begun").contains("-ESRCH while memory is held"));
        assertFalse(shown(".explore-stale"));
        patch("f");
        assertTrue(shown(".explore-stale"));
        window.await(() -> texts(".outlook .lamp-words").contains("impossible from the beginning"));
        window.run(() -> links().getFirst().fire());
        window.await(() -> texts(".run-now .begun").contains("-ESRCH while memory is held"));
        assertFalse(shown(".explore-stale"), "the witness has gone back to its own kernel");
    }

    @Test
    void aQuestionThatIsNotUnderstoodIsAnsweredInPlace() {
        select("Every schedule");
        window.run(() -> {
            TextField question = (TextField) window.lookup(".explore-tools .question").getFirst();
            question.setText("never(esrch &&)");
            question.fireEvent(new javafx.event.ActionEvent());
        });
        assertTrue(texts(".explore-problem").getFirst().contains("column"), texts(".explore-problem")::toString);
        assertTrue(shown(".explore-problem"));
    }

    @Test
    void kernelsAreCompared_andACellOpensItsWitnessOnItsKernel() {
        select("Compare");
        window.run(() -> ((TextField) window.lookup(".explore-tools .question").getFirst()).setText("none, f"));
        fire(".compare-start");
        window.await(() -> window.lookup(".compare-cell").size() == 6);
        window.await(() -> window.context().jobs().running().get() == 0);
        assertTrue(spoken(".compare-cell").contains("6.18 f, -ESRCH while memory is held: \u25cb never "), spoken(".compare-cell")::toString);
        Region pinnedWithPatch = (Region) window.ask(() -> window.lookup(".compare-cell.opens").stream()
                .filter(n -> n.getAccessibleText().startsWith("6.18 f, mm pinned")).findFirst().orElseThrow());
        window.run(() -> pinnedWithPatch.getOnKeyPressed().handle(new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", javafx.scene.input.KeyCode.ENTER, false, false, false, false)));
        window.await(() -> texts(".run-now .begun").contains("mm pinned, memory held"));
        assertTrue(window.ask(() -> window.lookup(".menu-button.run-tool").stream()
                .anyMatch(n -> ((MenuButton) n).getText().equals("Patches: f"))));
    }

    @Test
    void choicesSayWhatTheyKeepPossible_unlessThatIsHidden_andTheMapShowsWhereOneStands() {
        assertTrue(texts(".next .phrase").contains("keeps \u201c-ESRCH while memory is held\u201d possible"), texts(".next .phrase")::toString);
        window.run(() -> ((CheckBox) window.lookup(".outlook-hints").getFirst()).fire());
        window.await(() -> window.lookup(".next .phrase").isEmpty());
        assertFalse(window.context().preferences().settings().get().hints());
        select("Map");
        window.await(() -> !window.lookup(".map-region").isEmpty());
        assertEquals(1, here());
    }

    private long here() {
        return window.ask(() -> window.lookup(".map-region").stream()
                .filter(n -> n.getPseudoClassStates().stream().anyMatch(p -> p.getPseudoClassName().equals("here"))).count());
    }

    private void select(String tab) {
        window.run(() -> {
            TabPane tables = (TabPane) window.lookup("#tables").getFirst();
            tables.getTabs().stream().filter(t -> tab.equals(t.getText())).findFirst()
                    .ifPresent(tables.getSelectionModel()::select);
        });
        window.await(() -> window.context().jobs().running().get() == 0);
    }

    private void patch(String id) {
        window.run(() -> window.lookup(".menu-button.run-tool").stream().map(MenuButton.class::cast)
                .flatMap(m -> m.getItems().stream()).filter(i -> i instanceof CheckMenuItem && i.getText().startsWith("(" + id + ")"))
                .findFirst().orElseThrow().fire());
        window.await(() -> window.context().jobs().running().get() == 0);
    }

    /** The links to witnesses of the first question, -ESRCH while memory is held: no other has one of 23 steps. */
    private List<Hyperlink> links() {
        return window.lookup(".explore-answers .table-view .witness").stream().map(Hyperlink.class::cast)
                .filter(link -> link.getAccessibleText().contains("23 steps")).toList();
    }

    private void fire(String selector) {
        window.run(() -> ((Button) window.lookup(selector).getFirst()).fire());
    }

    private List<String> texts(String selector) {
        return window.ask(() -> window.lookup(selector).stream().map(n -> ((Label) n).getText()).toList());
    }

    private List<String> spoken(String selector) {
        return window.ask(() -> window.lookup(selector).stream().map(Node::getAccessibleText).toList());
    }

    private boolean shown(String selector) {
        return window.ask(() -> window.lookup(selector).stream().anyMatch(Node::isVisible));
    }
}
