package org.reapscope.ui.inspector;

import java.io.IOException;
import java.util.List;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.episode.Episode;
import org.reapscope.analysis.moment.FirstOf;
import org.reapscope.analysis.moment.MomentReport;
import org.reapscope.analysis.moment.TaskNow;
import org.reapscope.trace.Trace;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.job.FxBackground;
import org.reapscope.ui.job.FxJobs;
import org.reapscope.ui.kit.FxmlFile;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.OncePerPulse;
import org.reapscope.ui.kit.RowPool;

/** What just happened at the cursor, and the state of everything there. Shown anew at most once per pulse. */
public final class InspectorController {

    private static final int FEW_TASKS = 9;

    private final InspectorModel model;
    private boolean allTasksShown;
    private @Nullable RowPool<StepRow> stepRows;
    private @Nullable RowPool<TaskRow> taskRows;
    private @Nullable RowPool<LockRow> lockRows;
    private @Nullable MmSection mmRows;
    private @Nullable RangeSection rangeRows;

    @FXML private Label moreLocks;
    @FXML private ScrollPane root;
    @FXML private Label empty;
    @FXML private VBox sections;
    @FXML private Label happened;
    @FXML private Label meaning;
    @FXML private Label orderUnknown;
    @FXML private Label code;
    @FXML private VBox rangeSection;
    @FXML private VBox range;
    @FXML private VBox episodeSection;
    @FXML private Label episodeTitle;
    @FXML private Label place;
    @FXML private VBox steps;
    @FXML private VBox mmSection;
    @FXML private Label mmTitle;
    @FXML private VBox mm;
    @FXML private Label noTasks;
    @FXML private VBox tasks;
    @FXML private Hyperlink allTasks;
    @FXML private Label noLocks;
    @FXML private VBox locks;
    @FXML private Label line;
    @FXML private Label stack;

    private InspectorController(InspectorModel model) {
        this.model = model;
    }

    /** Builds the inspector of a capture. */
    public static InspectorController of(CaptureModel capture, FxJobs jobs) {
        InspectorController controller = new InspectorController(new InspectorModel(capture, new FxBackground(jobs)));
        FxmlFile.INSPECTOR_PANE.load(type -> controller);
        return controller;
    }

    /** What to put into the window. */
    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        stepRows = new RowPool<>(steps, () -> new StepRow(model::jumpTo));
        taskRows = new RowPool<>(tasks, TaskRow::new);
        lockRows = new RowPool<>(locks, () -> new LockRow(model::jumpTo));
        mmRows = new MmSection(mm);
        rangeRows = new RangeSection(range);
        OncePerPulse shown = new OncePerPulse(root, this::show);
        model.report().addListener(o -> shown.ask());
        model.range().addListener(o -> shown.ask());
        show();
    }

    @FXML
    void toggleAllTasks() {
        allTasksShown = !allTasksShown;
        show();
    }

    @FXML
    void copyLine() {
        ClipboardContent content = new ClipboardContent();
        content.putString(line.getText() + "\n" + (stack.getText().isEmpty() ? "" : stack.getText() + "\n"));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void show() {
        MomentReport report = model.report().get();
        keep(empty, report == null);
        keep(sections, report != null);
        if (report == null) {
            return;
        }
        showHappened(report);
        showRange();
        ClockFigures clock = ClockFigures.of(report.trace());
        showEpisode(clock, report.episode());
        keep(mmSection, report.mm() != null);
        if (report.mm() != null && mmRows != null) {
            mmTitle.setText(Messages.text("inspector.mm", report.mm().victim()));
            mmRows.show(clock, report.mm());
        }
        showTasks(clock, report.tasks());
        showLocks(report);
        showLine(report.trace(), report.row());
    }

    private void showHappened(MomentReport report) {
        Trace trace = report.trace();
        long since = report.atNs() - trace.tsNs(report.row());
        happened.setText(report.sentence().happened());
        meaning.setText(report.sentence().meaning());
        keep(meaning, !report.sentence().meaning().isEmpty());
        keep(orderUnknown, report.orderUnknown());
        String source = report.sentence().code();
        code.setText((source.isEmpty() ? "" : source + "\n") + trace.eventName(report.row())
                + (since > 0 ? "  " + Messages.text("inspector.since-event", ClockFigures.of(trace).length(since)) : ""));
    }

    private void showRange() {
        var between = model.range().get();
        keep(rangeSection, between != null);
        if (between != null && rangeRows != null) {
            rangeRows.show(between);
        }
    }

    private void showEpisode(ClockFigures clock, @Nullable Episode episode) {
        keep(episodeSection, episode != null);
        if (episode == null || stepRows == null) {
            return;
        }
        episodeTitle.setText(Messages.text("inspector.episode", episode.kill().victim()));
        place.setText(capitalised(episode.place()) + ".");
        List<StepRow> rows = stepRows.take(episode.steps().size());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(clock, episode.steps().get(i), i, episode.current());
        }
    }

    private void showTasks(ClockFigures clock, FirstOf<TaskNow> first) {
        List<TaskNow> now = first.items();
        int count = allTasksShown ? now.size() : Math.min(FEW_TASKS, now.size());
        keep(noTasks, now.isEmpty());
        keep(allTasks, now.size() > FEW_TASKS);
        allTasks.setText(!allTasksShown ? Messages.text(first.more() > 0 ? "inspector.first-tasks" : "inspector.all-tasks", now.size(), first.count())
                : Messages.text(first.more() > 0 ? "inspector.fewer-of-tasks" : "inspector.fewer-tasks", first.more()));
        if (taskRows != null) {
            List<TaskRow> rows = taskRows.take(count);
            for (int i = 0; i < count; i++) {
                rows.get(i).show(clock, now.get(i));
            }
        }
    }

    private void showLocks(MomentReport report) {
        keep(noLocks, report.locks().items().isEmpty());
        keep(moreLocks, report.locks().more() > 0);
        moreLocks.setText(Messages.text("inspector.more-locks", report.locks().more()));
        if (lockRows != null) {
            List<LockRow> rows = lockRows.take(report.locks().items().size());
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).show(ClockFigures.of(report.trace()), report.locks().items().get(i));
            }
        }
    }

    private void showLine(Trace trace, int row) {
        try {
            line.setText(trace.line(row).strip());
        } catch (IOException e) {
            line.setText(e.getMessage());
        }
        stack.setText(String.join("\n", trace.stack(row)));
        keep(stack, !stack.getText().isEmpty());
    }

    static void keep(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static String capitalised(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
