package org.reapscope.ui.events;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.search.EventFilter;
import org.reapscope.analysis.search.EventName;
import org.reapscope.analysis.sentence.ClockText;
import org.reapscope.trace.Clock;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.EventJump;
import org.reapscope.ui.command.CommandMenus;
import org.reapscope.ui.inspector.CursorRow;
import org.reapscope.ui.job.FxBackground;
import org.reapscope.ui.job.FxJobs;
import org.reapscope.ui.kit.Choices;
import org.reapscope.ui.kit.FxmlFile;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.OncePerPulse;
import org.reapscope.ui.kit.RowMenu;

/** Every event of a capture in a table, with its filters above and the original line of the selected one below. */
public final class EventsController {

    private final EventsModel model;
    private final CaptureModel capture;
    private final FxJobs jobs;
    private final CommandMenus menus;
    private @Nullable EventTable events;

    @FXML private StackPane root;
    @FXML private VBox eventsBox;
    @FXML private TextField query;
    @FXML private Button previousHit;
    @FXML private Button nextHit;
    @FXML private ToggleButton onlyHits;
    @FXML private ComboBox<@Nullable Task> task;
    @FXML private ComboBox<@Nullable EventName> name;
    @FXML private ComboBox<@Nullable Integer> cpu;
    @FXML private ToggleButton ofFinding;
    @FXML private TextField time;
    @FXML private Button clear;
    @FXML private HBox work;
    @FXML private ProgressBar progress;
    @FXML private Label count;
    @FXML private Label hitCount;
    @FXML private Hyperlink rejected;
    @FXML private TableView<Integer> table;
    @FXML private TextArea line;

    private EventsController(CaptureModel capture, FxJobs jobs, CommandMenus menus) {
        this.menus = menus;
        this.capture = capture;
        this.jobs = jobs;
        this.model = new EventsModel(capture, new FxBackground(jobs));
    }

    /** Builds the pane of a capture. */
    public static EventsController of(CaptureModel capture, FxJobs jobs, CommandMenus menus) {
        EventsController controller = new EventsController(capture, jobs, menus);
        FxmlFile.EVENTS_PANE.load(type -> controller);
        return controller;
    }

    /** What to put into the window. */
    public Parent root() {
        return root;
    }

    /** Puts the keyboard into the search field. */
    public void focusSearch() {
        query.requestFocus();
        query.selectAll();
    }

    /** Shows the events of a lane alone, as far as a filter can: of a task, of a CPU. */
    public void showEventsOf(LaneId lane) {
        Trace trace = capture.trace().get();
        if (trace == null) {
            return;
        }
        clear();
        offerChoices();
        switch (lane) {
            case LaneId.TaskLane(int id) -> task.setValue(trace.tasks().get(id));
            case LaneId.CpuLane(int id) -> cpu.setValue(id);
            case LaneId.MmapLockLane _, LaneId.SpinlockLane _, LaneId.RssLane _ -> { }
        }
        table.requestFocus();
    }

    @FXML
    void initialize() {
        EventTable shownEvents = new EventTable(table, model, count);
        events = shownEvents;
        query.textProperty().addListener((o, was, is) -> model.query().set(is.strip()));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
        model.onlyHits().bindBidirectional(onlyHits.selectedProperty());
        time.setOnAction(e -> goTo(time.getText()));
        Choices.bind(task, t -> t == null ? Messages.text("events.any-task") : t.label());
        Choices.bind(name, n -> n == null ? Messages.text("events.any-name") : n.name());
        Choices.bind(cpu, c -> c == null ? Messages.text("events.any-cpu") : Messages.text("events.cpu-number", c));
        task.setOnShowing(e -> offerChoices());
        name.setOnShowing(e -> offerChoices());
        cpu.setOnShowing(e -> offerChoices());
        task.valueProperty().addListener(o -> chooseFilter());
        name.valueProperty().addListener(o -> chooseFilter());
        cpu.valueProperty().addListener(o -> chooseFilter());
        ofFinding.selectedProperty().addListener(o -> chooseFilter());
        capture.selectedFinding().addListener(o -> chooseFilter());
        OncePerPulse state = new OncePerPulse(root, this::showState);
        List.of(model.shown(), model.hits(), model.progress(), model.failure(), model.query(), capture.selectedFinding(), capture.trace())
                .forEach(property -> property.addListener(o -> state.ask()));
        OncePerPulse original = new OncePerPulse(root, this::showLine);
        List.of(capture.selectedRow(), capture.cursorNs(), capture.trace()).forEach(property -> property.addListener(o -> {
            original.ask();
            state.ask();
        }));
        capture.history().watch(this::asked, this::ask, (was, is) -> Messages.text("undo.events-filter"), query.textProperty(),
                onlyHits.selectedProperty(), task.valueProperty(), name.valueProperty(), cpu.valueProperty(), ofFinding.selectedProperty());
        EventMenu menu = new EventMenu(model, menus, this::filterBy);
        RowMenu.on(table, () -> Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(menu::of));
        for (ComboBox<?> box : List.of(task, name, cpu)) {
            box.getSelectionModel().clearSelection();
        }
        Choices.offer(task, List.of());
        Choices.offer(name, List.of());
        Choices.offer(cpu, List.of());
        showState();
        showLine();
    }

    /** Goes to the next event that was found. */
    @FXML
    public void nextHit() {
        model.select(model.hit(model.rowAtCursor(), true));
    }

    /** Goes to the one before. */
    @FXML
    public void previousHit() {
        model.select(model.hit(model.rowAtCursor(), false));
    }

    @FXML
    void stop() {
        model.cancel();
    }

    @FXML
    void clear() {
        query.clear();
        onlyHits.setSelected(false);
        task.setValue(null);
        name.setValue(null);
        cpu.setValue(null);
        ofFinding.setSelected(false);
    }

    @FXML
    void showRejected() {
        RejectedController list = RejectedController.of(capture, jobs, () -> {
            root.getChildren().setAll(eventsBox);
            rejected.requestFocus();
        });
        root.getChildren().setAll(list.root());
        list.focus();
    }

    private void searchKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                previousHit();
            } else {
                nextHit();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN) {
            table.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !query.getText().isEmpty()) {
            query.clear();
            event.consume();
        }
    }

    private void goTo(String typed) {
        Trace trace = capture.trace().get();
        long from = capture.cursorNs().get();
        OptionalLong ns = ClockText.parse(trace == null ? Clock.NANOSECONDS : trace.source().clock(), typed, from == CaptureModel.UNSET && trace != null ? trace.firstNs() : from);
        time.pseudoClassStateChanged(EventTable.WRONG, ns.isEmpty() && !typed.isBlank());
        if (trace != null && trace.size() > 0 && ns.isPresent()) {
            long at = Math.clamp(ns.getAsLong(), trace.firstNs(), trace.lastNs());
            EventJump.to(capture, CursorRow.lastNotAfter(trace, at));
            capture.cursorNs().set(at);
        }
    }

    private void chooseFilter() {
        Finding finding = ofFinding.isSelected() ? capture.selectedFinding().get() : null;
        Task wanted = task.getValue();
        EventName named = name.getValue();
        Integer on = cpu.getValue();
        model.filter().set(new EventFilter(wanted == null ? -1 : wanted.id(), named == null ? -1 : named.id(), on == null ? -1 : on,
                finding == null ? Long.MIN_VALUE : finding.startNs(), finding == null ? Long.MAX_VALUE : finding.endNs()));
    }

    private void offerChoices() {
        Trace trace = capture.trace().get();
        if (trace != null) {
            Choices.offer(task, trace.tasks().stream().sorted(Comparator.comparing(Task::comm).thenComparingInt(Task::tid)).toList());
            Choices.offer(name, model.names(trace));
            Choices.offer(cpu, IntStream.range(0, trace.cpus()).boxed().toList());
        }
    }

    private void showState() {
        Trace trace = capture.trace().get();
        boolean busy = model.progress().get() != EventsModel.IDLE;
        boolean searching = !model.query().get().isEmpty();
        work.setVisible(busy);
        work.setManaged(busy);
        progress.setProgress(busy ? model.progress().get() : 0);
        boolean none = model.hits().get().isEmpty();
        previousHit.setDisable(none);
        nextHit.setDisable(none);
        onlyHits.setDisable(!searching);
        query.pseudoClassStateChanged(EventTable.WRONG, searching && none && !busy);
        ofFinding.setDisable(capture.selectedFinding().get() == null && !ofFinding.isSelected());
        clear.setDisable(model.filter().get().all() && !searching);
        count.setText(counted(trace, searching));
        hitCount.setText(busy || none ? "" : Messages.text("events.hit-at", model.hitAtCursor() == 0 ? "–" : Integer.toString(model.hitAtCursor()), model.hits().get().size()));
        hitCount.setVisible(searching);
        hitCount.setManaged(searching);
        String toTell = RejectedController.summary(trace);
        rejected.setText(toTell);
        rejected.setVisible(!toTell.isEmpty());
        rejected.setManaged(!toTell.isEmpty());
    }

    private String counted(@Nullable Trace trace, boolean searching) {
        if (!model.failure().get().isEmpty()) {
            return model.failure().get();
        }
        int all = trace == null ? 0 : trace.size();
        int shown = model.shown().get().size();
        String events = shown == all ? Messages.text("events.count", all) : Messages.text("events.count-of", shown, all);
        return searching ? events + ", " + hits() : events;
    }

    private String hits() {
        int at = model.hitAtCursor();
        int all = model.hits().get().size();
        return at == 0 ? Messages.text("events.hits", all) : Messages.text("events.hit-of", at, all);
    }

    private void filterBy(EventMenu.By by, int row) {
        Trace trace = capture.trace().get();
        if (trace != null) {
            offerChoices();
            switch (by) {
                case TASK -> task.setValue(trace.taskOf(row));
                case NAME -> model.names(trace).stream().filter(n -> n.id() == trace.name(row)).findFirst().ifPresent(name::setValue);
                case CPU -> cpu.setValue(trace.cpu(row));
            }
        }
    }

    private EventQuery asked() {
        return new EventQuery(query.getText(), onlyHits.isSelected(), task.getValue(), name.getValue(), cpu.getValue(), ofFinding.isSelected());
    }

    private void ask(EventQuery wanted) {
        offerChoices();
        query.setText(wanted.text());
        onlyHits.setSelected(wanted.onlyHits());
        task.setValue(wanted.task());
        name.setValue(wanted.name());
        cpu.setValue(wanted.cpu());
        ofFinding.setSelected(wanted.ofFinding());
    }

    private void showLine() {
        Trace trace = capture.trace().get();
        int row = CursorRow.of(capture);
        var words = model.text().get();
        if (trace == null || row < 0 || words == null) {
            line.clear();
            return;
        }
        List<String> stack = trace.stack(row);
        line.setText(words.line(row).stripLeading() + (stack.isEmpty() ? "" : "\n    " + String.join("\n    ", stack)));
        line.setScrollTop(0);
        if (events != null) {
            events.showCursor();
        }
    }
}
