package org.reapscope.ui.explore;

import java.util.List;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.ui.kit.Choices;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.Texts;

/** Asks about all schedules: the questions, the search under way, the answers with their witnesses. */
public final class ExplorePaneController {

    private static final int LEAST_MB = 16;
    private static final int MOST_MB = 1 << 20;
    private static final int STEP_MB = 64;
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final ExploreModel model;

    @FXML private TextField question;
    @FXML private Button add;
    @FXML private MenuButton named;
    @FXML private Label problem;
    @FXML private ComboBox<SearchMode> mode;
    @FXML private Spinner<Integer> megabytes;
    @FXML private Button start;
    @FXML private Button cancel;
    @FXML private Label stale;
    @FXML private ProgressBar bar;
    @FXML private Label progress;
    @FXML private Label bound;
    @FXML private TableView<AskedRow> answers;
    @FXML private VBox details;

    ExplorePaneController(ExploreModel model) {
        this.model = model;
    }

    @FXML
    void initialize() {
        SpinnerValueFactory.IntegerSpinnerValueFactory memory =
                new SpinnerValueFactory.IntegerSpinnerValueFactory(LEAST_MB, MOST_MB, model.megabytes().get(), STEP_MB);
        megabytes.setValueFactory(memory);
        memory.valueProperty().addListener((o, was, is) -> model.megabytes().set(is == null ? was : is));
        mode.getItems().setAll(SearchMode.values());
        mode.setValue(SearchMode.EXACT);
        Choices.bind(mode, m -> m == null ? "" : m.title());
        question.setOnAction(e -> ask());
        add.setOnAction(e -> ask());
        start.setOnAction(e -> model.start(mode.getValue()));
        start.disableProperty().bind(model.running().or(Bindings.isEmpty(model.asked())));
        cancel.setOnAction(e -> model.cancel());
        cancel.disableProperty().bind(model.running().not());
        problem.textProperty().bind(model.problem());
        shownWhile(problem, model.problem().isNotEmpty());
        shownWhile(stale, model.outdated());
        shownWhile(bound, model.found().isNotNull());
        shownWhile(bar, model.running());
        shownWhile(progress, model.running());
        model.running().addListener((o, was, is) -> bar.setProgress(is ? ProgressBar.INDETERMINATE_PROGRESS : 0));
        bar.setProgress(0);
        model.asked().addListener((ListChangeListener<String>) change -> showAsked());
        model.progress().addListener((o, was, is) -> show(is));
        model.found().addListener((o, was, is) -> show(is));
        model.reworked().addListener((o, was, is) -> detail(answers.getSelectionModel().getSelectedItem()));
        model.outdated().addListener((o, was, is) -> answers.pseudoClassStateChanged(STALE, is));
        AnswerColumns.add(answers, witness -> {
            Exploration found = model.found().get();
            if (found != null) {
                model.open(found, witness);
            }
        }, model.asked()::remove);
        answers.setPlaceholder(Texts.wrapped(Messages.text("explore.no-questions"), "dim"));
        answers.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> detail(is));
        showAsked();
        show((SearchProgress) null);
        detail(null);
    }

    private static void shownWhile(Region node, javafx.beans.value.ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    private void ask() {
        if (model.ask(question.getText())) {
            question.clear();
        }
    }

    private void showAsked() {
        showRows();
        named.getItems().setAll(ExploreModel.named().stream().map(name -> {
            String title = PropertyText.title(name);
            CheckMenuItem item = new CheckMenuItem(title.equals(name) ? name : name + " \u00b7 " + title);
            item.setMnemonicParsing(false);
            item.setSelected(model.asked().contains(name));
            item.setOnAction(e -> {
                if (!model.asked().remove(name)) {
                    model.ask(name);
                }
            });
            return item;
        }).toList());
    }

    private void showRows() {
        List<AskedRow> rows = model.rows();
        int selected = Math.max(0, answers.getSelectionModel().getSelectedIndex());
        answers.getItems().setAll(rows);
        answers.getSelectionModel().select(Math.min(selected, rows.size() - 1));
    }

    private void show(@Nullable SearchProgress now) {
        progress.setText(now == null ? "" : now.words() + (now.outcomes().isEmpty() || !model.running().get() ? ""
                : "\n" + Messages.text("explore.so-far", String.join(", ", now.outcomes()))));
    }

    private void show(@Nullable Exploration found) {
        if (found != null) {
            bound.setText(found.bound() + "\n" + BoundText.size(found.report()) + took());
            showRows();
        }
    }

    private String took() {
        SearchProgress last = model.progress().get();
        return last == null ? "" : ", " + last.took();
    }

    private void detail(@Nullable AskedRow row) {
        Exploration found = model.found().get();
        Exploration.Detail detail = row == null ? null : row.detail();
        details.getChildren().setAll(found == null || detail == null ? List.of(Texts.wrapped(Messages.text("explore.no-answers"), "dim"))
                : new AnswerDetails(model, found).of(detail));
    }
}
