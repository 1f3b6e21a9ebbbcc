package org.reapscope.app.window;

import javafx.beans.binding.Bindings;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Kill;
import org.reapscope.trace.Trace;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.job.RunningJob;
import org.reapscope.ui.kills.KillFocus;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.run.RunModel;
import org.reapscope.ui.run.RunPaneController;

/** The line below: what is selected in one sentence, how far the file is read, the moment of the cursor. */
final class StatusBar {

    /** The share of the line that the moment keeps from the sentence. */
    private static final double LARGEST_MOMENT = 0.45;

    private final AppContext context;
    private final CaptureOpener opener;
    private final ReadOnlyObjectProperty<@Nullable RunPaneController> run;
    private final ObservableValue<String> front;
    private final Label narrator;
    private final Label loadingText;
    private final ProgressBar loadingBar;
    private final Button cancel;
    private final Label moment;
    private final ObservableValue<Kill> kill;
    private final LongProperty cursor = new SimpleLongProperty(CaptureModel.UNSET);

    StatusBar(AppContext context, CaptureOpener opener, ReadOnlyObjectProperty<@Nullable RunPaneController> run,
            ObservableValue<String> front, Label narrator, Label loadingText, ProgressBar loadingBar, Button cancel, Label moment) {
        this.run = run;
        this.front = front;
        this.context = context;
        this.opener = opener;
        this.narrator = narrator;
        this.loadingText = loadingText;
        this.loadingBar = loadingBar;
        this.cancel = cancel;
        kill = context.captures().selected().flatMap(CaptureModel::kill);
        this.moment = moment;
    }

    void bind() {
        context.menus().dress(cancel, Command.CANCEL_LOADING);
        loadingBar.visibleProperty().bind(opener.selectedJob().isNotNull());
        loadingBar.managedProperty().bind(loadingBar.visibleProperty());
        loadingText.visibleProperty().bind(loadingBar.visibleProperty());
        loadingText.managedProperty().bind(loadingBar.visibleProperty());
        cancel.visibleProperty().bind(loadingBar.visibleProperty());
        cancel.managedProperty().bind(loadingBar.visibleProperty());
        opener.selectedJob().addListener((o, was, is) -> follow(is));
        context.captures().selected().addListener((o, was, is) -> follow(is));
        cursor.addListener((o, was, is) -> showMoment());
        if (moment.getParent() instanceof Region line) {
            moment.minWidthProperty().bind(Bindings.createDoubleBinding(() -> Math.min(moment.prefWidth(-1), line.getWidth() * LARGEST_MOMENT),
                    moment.textProperty(), moment.fontProperty(), line.widthProperty()));
        }
        kill.addListener((o, was, is) -> showMoment());
        run.addListener((o, was, is) -> follow(context.captures().selected().get()));
        follow((CaptureModel) null);
    }

    private void follow(@Nullable RunningJob job) {
        loadingBar.progressProperty().unbind();
        loadingText.textProperty().unbind();
        if (job != null) {
            loadingBar.progressProperty().bind(Bindings.createDoubleBinding(
                    () -> job.total().get() <= 0 ? -1.0 : (double) job.done().get() / job.total().get(), job.done(), job.total()));
            loadingText.textProperty().bind(Bindings.createStringBinding(
                    () -> progress(job.done().get(), job.total().get()), job.done(), job.total()));
        }
    }

    private void follow(@Nullable CaptureModel capture) {
        cursor.unbind();
        narrator.textProperty().unbind();
        moment.textProperty().unbind();
        RunPaneController pane = run.get();
        if (pane != null) {
            RunModel model = pane.model();
            cursor.set(CaptureModel.UNSET);
            narrator.textProperty().bind(Bindings.createStringBinding(() -> sentence(model), model.revision()));
            moment.textProperty().bind(Bindings.createStringBinding(
                    () -> Messages.text("status.step", model.depth(), model.path().length()), model.revision()));
            return;
        }
        if (capture == null) {
            narrator.textProperty().bind(front.map(name -> name.isEmpty() ? Messages.text("status.nothing-open") : name));
            cursor.set(CaptureModel.UNSET);
        } else {
            narrator.textProperty().bind(capture.narration());
            cursor.bind(capture.cursorNs());
        }
        showMoment();
    }

    private static String sentence(RunModel model) {
        return model.happened().map(h -> Messages.text("run.narrated", h.number(), h.sentence()))
                .orElse(model.scenario().title());
    }

    private void showMoment() {
        if (moment.textProperty().isBound()) {
            return;
        }
        CaptureModel capture = context.captures().selected().get();
        Trace trace = capture == null ? null : capture.trace().get();
        moment.setText(trace == null || cursor.get() == CaptureModel.UNSET ? ""
                : Messages.text("status.since-kill", KillFocus.since(trace, kill.getValue(), cursor.get()), ClockFigures.of(trace).exactInFull(cursor.get())).strip());
    }

    private static String progress(long done, long total) {
        return total <= 0 ? Messages.text("status.read", mib(done)) : Messages.text("status.read-of", mib(done), mib(total));
    }

    private static String mib(long bytes) {
        return String.format("%.1f", bytes / 1048576.0);
    }
}
