package org.reapscope.ui.run;

import javafx.scene.layout.VBox;

import org.reapscope.ui.AppContext;
import org.reapscope.ui.kit.Texts;

/** Tells on the card of each choice which outcomes it keeps possible, in words and by the colour of its edge. */
public final class ChoiceTints {

    private final LampsModel lamps;
    private final AppContext context;

    public ChoiceTints(LampsModel lamps, AppContext context) {
        this.lamps = lamps;
        this.context = context;
    }

    /** Tints the card of a task's step, unless hints are hidden or nothing is known. */
    public void dress(VBox card, int task) {
        ChoiceOutlook outlook = lamps.outlook(task);
        boolean wanted = context.preferences().settings().get().hints() && !context.presenting().answersHidden().get();
        if (!wanted || outlook.phrases().isEmpty()) {
            return;
        }
        card.getStyleClass().addAll("tinted", outlook.tone().style());
        for (ChoiceOutlook.Phrase phrase : outlook.phrases()) {
            card.getChildren().add(Texts.wrapped(phrase.words(), "phrase", phrase.tone().style()));
        }
    }
}
