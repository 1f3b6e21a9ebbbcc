package org.reapscope.ui.findings;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Severity;
import org.reapscope.analysis.sentence.FindingFilter;
import org.reapscope.analysis.sentence.FindingText;
import org.reapscope.trace.Trace;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.command.CommandMenus;
import org.reapscope.ui.kit.Choices;
import org.reapscope.ui.kit.FxmlFile;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.RowMenu;

/** Findings in a table: Enter or a click leads to where one happened, Right and Left open and close its details. */
public final class FindingsController {

    /** Narrower than this, rows leave out what their details say. */
    private static final double ROOMY_EM = 80;

    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final FindingsModel model;
    private final CaptureModel capture;
    private final CommandMenus menus;
    private final Set<Finding> open = new HashSet<>();
    private final BooleanProperty roomy = new SimpleBooleanProperty(true);

    @FXML private VBox root;
    @FXML private TextField text;
    @FXML private ComboBox<@Nullable FindingKind> kind;
    @FXML private ComboBox<Severity> severity;
    @FXML private ComboBox<@Nullable Integer> task;
    @FXML private Button copyAll;
    @FXML private Label count;
    @FXML private TableView<Finding> list;

    private FindingsController(CaptureModel capture, CommandMenus menus) {
        this.menus = menus;
        this.capture = capture;
        this.model = new FindingsModel(capture);
    }

    /** Builds the pane of a capture. */
    public static FindingsController of(CaptureModel capture, CommandMenus menus) {
        FindingsController controller = new FindingsController(capture, menus);
        FxmlFile.FINDINGS_PANE.load(type -> controller);
        return controller;
    }

    /** What the pane shows. */
    public FindingsModel model() {
        return model;
    }

    /** What to put into the window. */
    public Parent root() {
        return root;
    }

    /** Puts the keyboard into the text filter. */
    public void focusSearch() {
        text.requestFocus();
        text.selectAll();
    }

    @FXML
    void initialize() {
        new FindingTable(list, this, count);
        list.setPlaceholder(new Label());
        FindingMenu menu = new FindingMenu(this, menus);
        RowMenu.on(list, () -> Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(menu::of));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        Choices.bind(severity, s -> s == null || s == Severity.INFO ? Messages.text("findings.any-severity") : Messages.text("findings.at-least", s.title()));
        severity.getItems().setAll(Severity.values());
        severity.setValue(Severity.INFO);
        Choices.bind(kind, k -> k == null ? Messages.text("findings.any-kind") : k.title());
        Choices.bind(task, t -> t == null ? Messages.text("findings.any-task") : label(t));
        InvalidationListener filtered = o -> model.filter().set(filter());
        for (Observable part : new Observable[] {text.textProperty(), kind.valueProperty(), severity.valueProperty(), task.valueProperty()}) {
            part.addListener(filtered);
        }
        capture.findings().addListener((InvalidationListener) o -> offerChoices());
        model.shown().addListener((InvalidationListener) o -> countShown());
        capture.selectedFinding().addListener((o, was, is) -> showSelected());
        InvalidationListener measured = o -> roomy.set(list.getWidth() > ROOMY_EM * count.getFont().getSize());
        list.widthProperty().addListener(measured);
        count.fontProperty().addListener(measured);
        offerChoices();
        capture.history().watch(model.filter()::get, this::ask, (was, is) -> Messages.text("undo.findings-filter"), model.filter());
        showSelected();
    }

    @FXML
    void copyAll() {
        Trace trace = capture.trace().get();
        if (trace != null) {
            RowMenu.copy(model.shown().stream().map(f -> FindingText.copy(trace, f)).collect(Collectors.joining("\n")));
        }
    }

    CaptureModel capture() {
        return capture;
    }

    /** Whether rows have room for everything. */
    ReadOnlyBooleanProperty roomy() {
        return roomy;
    }

    boolean isOpen(Finding finding) {
        return open.contains(finding);
    }

    void toggle(Finding finding) {
        if (!open.remove(finding)) {
            open.add(finding);
        }
        list.refresh();
    }

    void jump(Finding finding) {
        list.getSelectionModel().select(finding);
        model.jump(finding);
    }

    void jumpTo(int row) {
        model.jumpTo(row);
    }

    private void keyPressed(KeyEvent event) {
        Finding selected = list.getSelectionModel().getSelectedItem();
        Trace trace = capture.trace().get();
        if (selected == null || trace == null || event.getTarget() != list) {
            return;
        }
        if (COPY.match(event)) {
            RowMenu.copy(FindingText.copy(trace, selected));
        } else {
            switch (event.getCode()) {
                case ENTER -> model.jump(selected);
                case SPACE -> toggle(selected);
                case RIGHT -> open(selected, true);
                case LEFT -> open(selected, false);
                default -> {
                    return;
                }
            }
        }
        event.consume();
    }

    private void open(Finding finding, boolean wanted) {
        if (isOpen(finding) != wanted) {
            toggle(finding);
        }
    }

    private void showSelected() {
        Finding selected = capture.selectedFinding().get();
        if (selected != null && list.getSelectionModel().getSelectedItem() != selected) {
            list.getSelectionModel().select(selected);
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 1));
        }
    }

    private FindingFilter filter() {
        Integer wanted = task.getValue();
        return new FindingFilter(kind.getValue(), severity.getValue() == null ? Severity.INFO : severity.getValue(),
                wanted == null ? -1 : wanted, text.getText());
    }

    private void ask(FindingFilter wanted) {
        text.setText(wanted.text());
        kind.setValue(wanted.kind());
        severity.setValue(wanted.least());
        task.setValue(wanted.task() < 0 ? null : wanted.task());
    }

    private void offerChoices() {
        Choices.offer(kind, model.kinds());
        Choices.offer(task, model.tasks());
        countShown();
    }

    private void countShown() {
        int shown = model.shown().size();
        int all = capture.findings().size();
        count.setText(shown == all ? "" : Messages.text("findings.count", shown, all));
        copyAll.setDisable(shown == 0);
        if (list.getPlaceholder() instanceof Label empty) {
            empty.setText(Messages.text(all > 0 ? "findings.none-fits" : capture.loading().get() < 1 ? "findings.at-work" : "findings.none"));
        }
    }

    private String label(int id) {
        Trace trace = capture.trace().get();
        return trace == null || id >= trace.tasks().size() ? "" : trace.tasks().get(id).label();
    }
}
