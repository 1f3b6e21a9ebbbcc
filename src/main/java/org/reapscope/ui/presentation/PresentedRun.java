package org.reapscope.ui.presentation;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

import org.reapscope.run.Happened;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.run.RunModel;

/** A run before a room: a click is a step, the caption says what it did. */
public final class PresentedRun implements Presented {

    private final RunModel run;
    private final ObservableValue<Caption> caption;

    public PresentedRun(RunModel run) {
        this.run = run;
        caption = Bindings.createObjectBinding(this::now, run.revision());
    }

    @Override
    public ObservableValue<Caption> caption() {
        return caption;
    }

    @Override
    public void forward() {
        if (run.canStep()) {
            run.step();
        }
    }

    @Override
    public void back() {
        run.back();
    }

    private Caption now() {
        return run.happened().map(this::after)
                .orElseGet(() -> new Caption(run.scenario().title(), run.scenario().story(), ""));
    }

    private Caption after(Happened step) {
        String task = run.tasks().get(run.path().task(run.depth() - 1)).name();
        return new Caption(Messages.text("presentation.step", run.depth(), task), step.sentence() + ".",
                step.step().step().function() + "()");
    }
}
