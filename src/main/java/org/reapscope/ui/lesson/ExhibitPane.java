package org.reapscope.ui.lesson;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.Profile;
import org.reapscope.lesson.LessonExhibit;
import org.reapscope.lesson.Page;
import org.reapscope.lesson.Pointer;
import org.reapscope.lesson.Stage;
import org.reapscope.lesson.check.LessonCheck;
import org.reapscope.run.RunMoment;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.explore.ExploreTabs;
import org.reapscope.ui.job.RunningJob;
import org.reapscope.ui.kit.FxmlFile;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.run.RunModel;
import org.reapscope.ui.run.RunPaneController;

/** What a page shows beside its text: a run, a capture, or a table of kernels. */
final class ExhibitPane extends StackPane {

    private final AppContext context;
    private final LessonModel lesson;
    private final CaptureShower captures;
    private @Nullable RunModel run;
    private @Nullable RunningJob loading;
    private LessonExhibit.@Nullable Comparison waiting;
    private String begun = "";

    ExhibitPane(AppContext context, LessonModel lesson, CaptureShower captures) {
        this.context = context;
        this.lesson = lesson;
        this.captures = captures;
        getStyleClass().add("exhibit");
        setMinSize(0, 0);
    }

    /** The run that is shown, if one is. */
    Optional<RunModel> run() {
        return Optional.ofNullable(run);
    }

    void show(Page page) {
        if (loading != null) {
            loading.cancel();
        }
        run = null;
        waiting = null;
        setVisible(page.exhibit().isPresent());
        setManaged(page.exhibit().isPresent());
        getChildren().clear();
        page.exhibit().ifPresent(exhibit -> {
            switch (exhibit) {
                case LessonExhibit.Run shown -> load(shown);
                case LessonExhibit.Capture capture -> getChildren().setAll(captures.show(lesson.library().capture(capture.file()), page));
                case LessonExhibit.Comparison table -> {
                    if (page.questions().isEmpty()) {
                        compare(table);
                    } else {
                        hide(table);
                    }
                }
            }
        });
    }

    /** The table would answer the page's questions, so it waits for them. */
    private void hide(LessonExhibit.Comparison table) {
        waiting = table;
        VBox box = new VBox(QuestionCard.label(Messages.text("lesson.table-waits"), "dim"),
                QuestionCard.button("lesson.show-table", this::reveal));
        box.getStyleClass().add("table-waits");
        getChildren().setAll(box);
    }

    /** Shows what was kept back. */
    void reveal() {
        LessonExhibit.Comparison table = waiting;
        waiting = null;
        if (table != null) {
            compare(table);
        }
    }

    /** Shows this schedule in the run; the page's own when the text is empty. */
    void replay(String schedule, int step) {
        RunModel shown = run;
        if (shown == null) {
            return;
        }
        shown.rewind();
        if (!schedule.isEmpty()) {
            shown.replay(schedule);
            if (step >= 0) {
                whenDone(shown, () -> shown.jump(step));
            }
        }
    }

    private static void whenDone(RunModel shown, Runnable act) {
        if (!shown.longMove().running().get()) {
            act.run();
            return;
        }
        shown.revision().subscribe(new Once(shown, act)::ask);
    }

    /** Acts once when the long move is over. */
    private static final class Once {

        private final RunModel shown;
        private final Runnable act;
        private boolean done;

        Once(RunModel shown, Runnable act) {
            this.shown = shown;
            this.act = act;
        }

        void ask() {
            if (!done && !shown.longMove().running().get()) {
                done = true;
                act.run();
            }
        }
    }

    private void load(LessonExhibit.Run shown) {
        loading = context.jobs().start(job -> run(shown), this::showRun, this::complain);
    }

    private RunModel run(LessonExhibit.Run shown) throws IOException {
        Path scenario = lesson.library().scenario(shown.scenario());
        return new RunModel(scenario, moment(shown).of(scenario));
    }

    /** The run up to the page's step: what comes after it is for the learner to say. */
    private RunMoment moment(LessonExhibit.Run shown) {
        return new RunMoment(shown.profile().isEmpty() ? Optional.empty() : Optional.of(Profile.of(shown.profile())),
                shown.patches().isEmpty() ? Optional.empty() : Optional.of(shown.patches()), Optional.empty(),
                Stage.of(shown, lesson.library()).text(), "", OptionalInt.of(shown.step()));
    }

    private void showRun(RunModel model) {
        run = model;
        begun = model.schedule();
        RunPaneController pane = RunPaneController.of(context, model, ExploreTabs::add);
        Node node = FxmlFile.RUN_PANE.load(type -> pane);
        pane.showPictureOnly();
        pane.pointAt(lesson.page().pointers().stream().map(Pointer::name).toList());
        int home = model.depth();
        ToolBar tools = new ToolBar(QuestionCard.button("run.back", model::back), QuestionCard.button("run.forward", () -> {
            if (model.canStep()) {
                model.step();
            }
        }), QuestionCard.button("lesson.as-on-page", () -> replay(begun, home)));
        tools.getStyleClass().add("exhibit-tools");
        Label now = QuestionCard.label("", "exhibit-now");
        Runnable tell = () -> now.setText(model.happened().map(h -> Messages.text("lesson.now", model.depth(), h.sentence()))
                .orElse(Messages.text("lesson.before")));
        model.revision().addListener((o, was, is) -> tell.run());
        tell.run();
        VBox.setVgrow(node, Priority.ALWAYS);
        VBox whole = new VBox(tools, now, node);
        whole.setMinSize(0, 0);
        getChildren().setAll(whole);
    }

    private void compare(LessonExhibit.Comparison table) {
        getChildren().setAll(QuestionCard.label(Messages.text("lesson.working"), "dim"));
        loading = context.jobs().start(job -> LessonCheck.lines(table, lesson.library()), this::showTable, this::complain);
    }

    private void showTable(List<List<String>> lines) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("comparison");
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < lines.get(row).size(); column++) {
                String text = lines.get(row).get(column);
                Label cell = QuestionCard.label(text, row == 0 || column == 0 ? "strong" : text.startsWith("never") ? "never" : "can");
                grid.add(cell, column, row);
            }
        }
        getChildren().setAll(grid);
    }

    private void complain(Exception e) {
        getChildren().setAll(QuestionCard.label(String.valueOf(e.getMessage()), "bad"));
    }
}
