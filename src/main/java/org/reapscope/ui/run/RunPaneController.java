package org.reapscope.ui.run;

import java.util.List;
import java.util.Objects;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.run.Happened;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.TimelineActions;
import org.reapscope.ui.job.FxBackground;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.OncePerPulse;
import org.reapscope.ui.kit.RowPool;
import org.reapscope.ui.panes.SidePanes;

/** The panes of a scenario's run: tasks, the picture over the tables, what happened and what can happen. */
public final class RunPaneController {

    private final AppContext context;
    private final RunModel model;
    private final Extras extras;
    private final LampsModel lamps;
    private final RunTimeline chart;
    private final RunToolbar toolbar;
    private final WaitPicture waitsFor;
    private @Nullable SidePanes panes;

    @FXML private SplitPane columns;
    @FXML private SplitPane rows;
    @FXML private VBox tasks;
    @FXML private ComboBox<RunPolicy> policy;
    @FXML private TextField seed;
    @FXML private VBox breaks;
    @FXML private ComboBox<String> function;
    @FXML private ComboBox<String> value;
    @FXML private ScrollPane chartSlot;
    @FXML private Label narrator;
    @FXML private Label ghost;
    @FXML private ProgressBar progress;
    @FXML private Button cancel;
    @FXML private VBox perTask;
    @FXML private Tab valuesTab;
    @FXML private Tab branchesTab;
    @FXML private VBox waitPicture;
    @FXML private Label problem;
    @FXML private TabPane tables;
    @FXML private Tab stepsTab;
    @FXML private TableView<Integer> steps;
    @FXML private TextArea schedule;
    @FXML private Label scheduleHint;
    @FXML private Button copy;
    @FXML private Button paste;
    @FXML private Button replay;
    @FXML private Label happened;
    @FXML private Label meaning;
    @FXML private Label code;
    @FXML private Label begun;
    @FXML private VBox changes;
    @FXML private VBox mms;
    @FXML private VBox next;
    @FXML private VBox properties;
    @FXML private VBox waits;
    @FXML private VBox outlook;
    @FXML private VBox waitsSection;

    private RunPaneController(AppContext context, RunModel model, Extras extras) {
        this.extras = extras;
        this.context = context;
        this.model = model;
        FxBackground background = new FxBackground(context.jobs());
        model.runLongMovesOn(background);
        lamps = new LampsModel(model, background);
        chart = new RunTimeline(model, lamps, context);
        toolbar = new RunToolbar(model, context);
        waitsFor = new WaitPicture(model, context);
    }

    /** The controller of a run's panes; the view is to be loaded with it. */
    public static RunPaneController of(AppContext context, RunModel model, Extras extras) {
        return new RunPaneController(context, model, extras);
    }

    /** What others put beside the tables of a run, below its picture. */
    public interface Extras {

        /** Adds tabs to {@code tables}, one of {@code panes}. */
        void add(TabPane tables, SidePanes panes, AppContext context, RunModel run, LampsModel lamps);
    }

    @FXML
    void initialize() {
        chartSlot.setContent(chart);
        RunLine line = new RunLine(model, narrator, ghost, progress, cancel);
        line.bind();
        chart.pointerNs().addListener((o, was, is) -> line.narrate(is.longValue() == CaptureModel.UNSET ? 0 : chart.stepAt(is.longValue())));
        new PerTaskBox(model, perTask).bind();
        new RunTables(model, context).fill(valuesTab, branchesTab);
        waitPicture.getChildren().setAll(waitsFor);
        new SchedulerBox(model, policy, seed, breaks, function, value).bind();
        new StepsTable(steps, model, context.appearance().textPercent()).bind();
        stepsTab.textProperty().bind(Bindings.createStringBinding(
                () -> Messages.text("run.steps", model.path().length()), model.revision()));
        new SchedulePane(model, schedule, scheduleHint, copy, paste, replay);
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        RowPool<RunTaskCard> cards = new RowPool<>(tasks, () -> new RunTaskCard(model));
        OncePerPulse showing = new OncePerPulse(columns, () -> {
            show(cards);
            line.show();
        });
        model.revision().addListener((o, was, is) -> showing.ask());
        lamps.revision().addListener((o, was, is) -> showing.ask());
        context.preferences().settings().addListener((o, was, is) -> showing.ask());
        SidePanes kept = SidePanes.keep(context, columns, rows);
        panes = kept;
        extras.add(tables, kept, context, model, lamps);
        new OutlookSection(model, lamps, context, outlook, this::focusChart);
        show(cards);
        narrator.visibleProperty().bind(context.presenting().on().not());
        narrator.managedProperty().bind(narrator.visibleProperty());
        context.presenting().answersHidden().addListener((o, was, is) -> showing.ask());
    }

    public RunModel model() {
        return model;
    }

    /** The buttons for the window's toolbar while this run is in front. */
    public List<Node> tools() {
        return toolbar.tools();
    }

    /** Leaves the picture alone, without what it tells of the future, for places where something else tells of the run. */
    public void showPictureOnly() {
        chart.keepAnswers();
        panes().leavePictureAlone();
    }

    /** Frames the lanes of these tasks, locks and fields in the picture. */
    public void pointAt(List<String> names) {
        chart.pointAt(names);
    }

    /** Goes to the next step at which something comes about, or to the one before; round at the ends. */
    public void jumpToStop(int by) {
        boolean hidden = context.presenting().answersHidden().get() || lamps.outdated();
        model.jump(RunStops.next(model, hidden ? List.of() : lamps.rows(), by));
    }

    /** How the last run ended. */
    public ReadOnlyStringProperty news() {
        return model.news();
    }

    /** Gives the keyboard to the picture, as soon as it is in a window. */
    public void focusChart() {
        if (chart.getScene() != null) {
            context.jobs().later(chart::requestFocus);
        } else {
            chart.sceneProperty().addListener(new ChangeListener<>() {
                @Override
                public void changed(ObservableValue<? extends Scene> o, @Nullable Scene was, @Nullable Scene is) {
                    chart.sceneProperty().removeListener(this);
                    context.jobs().later(chart::requestFocus);
                }
            });
        }
    }

    /** What commands do to the picture. */
    public TimelineActions timeline() {
        return chart.actions();
    }

    /** Brings the table whose title begins so to the front. */
    public void showTable(String title) {
        tables.getTabs().stream().filter(t -> t.getText().startsWith(title)).findFirst()
                .ifPresent(tables.getSelectionModel()::select);
    }

    /** The panes around the picture; there as soon as the view is loaded. */
    public SidePanes panes() {
        return Objects.requireNonNull(panes);
    }

    /** The columns of this run, to be put in a tab. */
    public Node root() {
        return columns;
    }

    private void show(RowPool<RunTaskCard> cards) {
        List<RunTask> now = model.tasks();
        int last = model.depth() == 0 ? -1 : model.path().task(model.depth() - 1);
        List<RunTaskCard> shown = cards.take(now.size());
        for (int i = 0; i < now.size(); i++) {
            shown.get(i).show(now.get(i), now.get(i).task() == last);
        }
        model.happened().ifPresentOrElse(this::happened, this::beginning);
        NowColumn column = new NowColumn(model, new ChoiceTints(lamps, context));
        mms.getChildren().setAll(column.mms());
        next.getChildren().setAll(column.next());
        properties.getChildren().setAll(column.properties());
        List<Region> chains = column.waits();
        waits.getChildren().setAll(chains);
        waitsSection.setVisible(!chains.isEmpty());
        waitsSection.setManaged(!chains.isEmpty());
        waitsFor.show(NowColumn.spoken(chains));
    }

    private void happened(Happened step) {
        happened.setText(step.sentence() + ".");
        text(meaning, step.step().step().why());
        text(code, step.step().step().function() + "()  " + step.step().source() + "  ·  " + step.step().step().id());
        text(begun, String.join("\n", step.properties().stream().map(PropertyText::title).toList()));
        begun.getStyleClass().removeAll("good", "bad");
        begun.getStyleClass().add(step.properties().stream().allMatch(PropertyText::good) ? "good" : "bad");
        changes.getChildren().setAll(NowColumn.changes(step));
        changes.setManaged(!step.changes().isEmpty());
        changes.setVisible(changes.isManaged());
    }

    private void beginning() {
        happened.setText(model.scenario().title() + ".");
        text(meaning, model.scenario().story());
        text(code, String.join("\n", model.scenario().sources()));
        text(begun, "");
        changes.getChildren().clear();
        changes.setManaged(false);
    }

    private static void text(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
