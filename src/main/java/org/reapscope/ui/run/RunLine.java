package org.reapscope.ui.run;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

import org.reapscope.explore.report.PropertyText;
import org.reapscope.run.GhostRun;
import org.reapscope.run.Happened;
import org.reapscope.ui.kit.Messages;

/** The lines below the picture: the step under the pointer or how the last run ended, where the ghost parts, how far a long move is. */
final class RunLine {

    private final RunModel model;
    private final Label narrator;
    private final Label ghost;
    private final ProgressBar progress;
    private final Button cancel;

    RunLine(RunModel model, Label narrator, Label ghost, ProgressBar progress, Button cancel) {
        this.model = model;
        this.narrator = narrator;
        this.ghost = ghost;
        this.progress = progress;
        this.cancel = cancel;
    }

    void bind() {
        progress.visibleProperty().bind(model.longMove().running());
        progress.managedProperty().bind(progress.visibleProperty());
        progress.progressProperty().bind(model.longMove().share());
        cancel.visibleProperty().bind(progress.visibleProperty());
        cancel.managedProperty().bind(progress.visibleProperty());
        cancel.setOnAction(e -> model.longMove().cancel());
        show();
    }

    void show() {
        narrate(0);
        ghost.setText(model.ghost().map(GhostRun::sentence).orElse(""));
        ghost.setVisible(model.ghost().isPresent());
        ghost.setManaged(model.ghost().isPresent());
    }

    /** Tells about a step, from 1; about the run as a whole for 0. */
    void narrate(int step) {
        if (step > 0) {
            Happened happened = model.happened(step);
            String begun = String.join(", ", happened.properties().stream().map(PropertyText::title).toList());
            narrator.setText(Messages.text("run.narrated", step, happened.sentence()) + (begun.isEmpty() ? "" : " ⚑ " + begun));
        } else {
            String news = model.news().get();
            narrator.setText(news.isEmpty() ? Messages.text("run.hint") : news);
        }
    }
}
