package org.reapscope.ui.inspector;

import java.util.Locale;
import java.util.function.IntConsumer;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAction;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.episode.EpisodeStep;
import org.reapscope.ui.kit.Clicks;
import org.reapscope.ui.kit.Messages;

/** One step of a kill; a click leads to its event. */
final class StepRow extends HBox {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final IntConsumer jump;
    private int row = -1;
    private final Region mark = new Region();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label time = new Label();

    StepRow(IntConsumer jump) {
        this.jump = jump;
        mark.getStyleClass().add("mark");
        title.getStyleClass().add("title");
        detail.getStyleClass().add("detail");
        time.getStyleClass().add("time");
        title.setWrapText(true);
        detail.setWrapText(true);
        title.setMinWidth(0);
        detail.setMinWidth(0);
        time.setMinWidth(USE_PREF_SIZE);
        VBox words = new VBox(title, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(mark, words, time);
        Clicks.on(this, this::go);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            go();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    void show(ClockFigures clock, EpisodeStep step, int index, int current) {
        boolean known = step.row() >= 0;
        String when = !known ? "" : step.sinceKillNs() < 0 ? "\u2212" + clock.length(-step.sinceKillNs()) : "+" + clock.length(step.sinceKillNs());
        title.setText(step.title());
        detail.setText(step.detail());
        InspectorController.keep(detail, !step.detail().isEmpty());
        time.setText(when);
        getStyleClass().setAll("clickable-row", "step", "step-" + step.kind().name().toLowerCase(Locale.ROOT));
        pseudoClassStateChanged(DONE, known && index <= current);
        pseudoClassStateChanged(HERE, index == current);
        setDisable(!known);
        row = step.row();
        setAccessibleText(step.title() + " " + step.detail() + " " + when + (index == current ? ", " + Messages.text("inspector.here") : ""));
    }

    private void go() {
        jump.accept(row);
    }
}
