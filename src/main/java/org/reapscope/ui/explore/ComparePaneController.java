package org.reapscope.ui.explore;

import java.util.ArrayList;
import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.reapscope.explore.compare.Column;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.patch.KernelPatches;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.OncePerPulse;
import org.reapscope.ui.kit.Texts;

/** The matrix: a row for each question, a column for each kernel, a click opens a cell's witness in the stepper. */
public final class ComparePaneController {

    private final CompareModel model;
    private final List<CompareCell> cells = new ArrayList<>();
    private List<Column> shown = List.of();
    private int chosenRow = -1;
    private int chosenColumn = -1;

    @FXML private Button start;
    @FXML private Button cancel;
    @FXML private TextField sets;
    @FXML private MenuButton patches;
    @FXML private MenuButton profiles;
    @FXML private Label problem;
    @FXML private Label stale;
    @FXML private ProgressBar bar;
    @FXML private Label words;
    @FXML private ScrollPane slot;
    @FXML private GridPane grid;
    @FXML private VBox details;

    ComparePaneController(CompareModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        sets.textProperty().bindBidirectional(model.patchSets());
        sets.setOnAction(e -> begin());
        start.setOnAction(e -> begin());
        cancel.setOnAction(e -> model.cancel());
        start.disableProperty().bind(model.running());
        cancel.disableProperty().bind(model.running().not());
        problem.textProperty().bind(model.problem());
        words.textProperty().bind(model.words());
        shownWhile(problem, model.problem().isNotEmpty());
        shownWhile(words, model.words().isNotEmpty());
        shownWhile(bar, model.running());
        bar.setProgress(0);
        model.running().addListener((o, was, is) -> bar.setProgress(is ? ProgressBar.INDETERMINATE_PROGRESS : 0));
        model.patchSets().addListener((o, was, is) -> offerPatches());
        offerPatches();
        profiles.getItems().setAll(List.of(Profile.values()).stream().map(this::item).toList());
        OncePerPulse showing = new OncePerPulse(grid, this::show);
        model.revision().addListener((o, was, is) -> showing.ask());
        show();
    }

    private static void shownWhile(Region node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    private void begin() {
        chosenRow = -1;
        chosenColumn = -1;
        model.start();
    }

    private void offerPatches() {
        List<String> chosen = model.sets();
        patches.getItems().setAll(KernelPatches.all().stream().map(patch -> {
            CheckMenuItem item = new CheckMenuItem("(" + patch.id() + ") " + patch.title());
            item.setMnemonicParsing(false);
            item.setSelected(chosen.contains(patch.id()));
            item.setOnAction(e -> model.toggle(patch.id()));
            return item;
        }).toList());
    }

    private CheckMenuItem item(Profile profile) {
        CheckMenuItem item = new CheckMenuItem(Messages.text("run.kernel", profile.id()));
        item.setSelected(model.profiles().contains(profile));
        item.setOnAction(e -> {
            if (!model.profiles().remove(profile)) {
                model.profiles().add(profile);
            }
        });
        return item;
    }

    private void show() {
        boolean outdated = model.outdated();
        stale.setVisible(outdated);
        stale.setManaged(outdated);
        if (shown != model.columns() || grid.getChildren().isEmpty()) {
            shown = model.columns();
            fill();
        }
        cells.forEach(CompareCell::showChoice);
        details.getChildren().setAll(details());
    }

    private boolean isChosen(int row, int column) {
        return row == chosenRow && column == chosenColumn;
    }

    private void fill() {
        grid.getChildren().clear();
        cells.clear();
        Label corner = Texts.label("", "compare-row");
        stay(corner, true, true);
        grid.add(corner, 0, 0);
        for (int row = 0; row < model.rows().size(); row++) {
            Label name = Texts.wrapped(PropertyText.title(model.rows().get(row)), "compare-row");
            stay(name, true, false);
            grid.add(name, 0, row + 1);
        }
        for (int column = 0; column < model.columns().size(); column++) {
            Node header = header(model.columns().get(column));
            stay(header, false, true);
            grid.add(header, column + 1, 0);
            for (int row = 0; row < model.rows().size(); row++) {
                grid.add(cell(row, column), column + 1, row + 1);
            }
        }
    }

    /** Names stay in sight however far the matrix is scrolled. */
    private void stay(Node name, boolean atLeft, boolean atTop) {
        if (atLeft) {
            name.translateXProperty().bind(Bindings.createDoubleBinding(
                    () -> slot.getHvalue() * Math.max(0, grid.getWidth() - slot.getViewportBounds().getWidth()),
                    slot.hvalueProperty(), grid.widthProperty(), slot.viewportBoundsProperty()));
        }
        if (atTop) {
            name.translateYProperty().bind(Bindings.createDoubleBinding(
                    () -> slot.getVvalue() * Math.max(0, grid.getHeight() - slot.getViewportBounds().getHeight()),
                    slot.vvalueProperty(), grid.heightProperty(), slot.viewportBoundsProperty()));
        }
        name.setViewOrder(atLeft && atTop ? -2 : -1);
    }

    private Node header(Column column) {
        VBox header = new VBox(Texts.label(column.variant().toString(), "strong"));
        header.getStyleClass().add("compare-header");
        column.refusedBecause().ifPresent(why -> header.getChildren().add(Texts.wrapped(why, "small", "dim")));
        return header;
    }

    private Node cell(int row, int column) {
        CompareCell cell = new CompareCell(model.rows().get(row), model.columns().get(column), row, () -> isChosen(row, column));
        cells.add(cell);
        cell.onClick(() -> {
            chosenRow = row;
            chosenColumn = column;
            model.open(row, column);
            show();
        });
        return cell;
    }

    private List<Node> details() {
        if (chosenColumn < 0 || chosenColumn >= model.columns().size()) {
            return List.of(Texts.wrapped(Messages.text(model.rows().isEmpty() ? "compare.nothing" : "compare.choose"), "dim"));
        }
        return new CellDetails(model, chosenRow, chosenColumn).rows();
    }
}
