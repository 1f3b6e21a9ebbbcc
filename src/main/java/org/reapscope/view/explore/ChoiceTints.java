package org.reapscope.view.explore;

import javafx.scene.layout.VBox;

import org.reapscope.view.Preferences;
import org.reapscope.viewmodel.explore.ChoiceOutlook;
import org.reapscope.viewmodel.explore.LampsModel;

/** Tells on the card of each choice which outcomes it keeps possible, in words and by the colour of its edge. */
public final class ChoiceTints {

    private final LampsModel lamps;
    private final Preferences preferences;

    public ChoiceTints(LampsModel lamps, Preferences preferences) {
        this.lamps = lamps;
        this.preferences = preferences;
    }

    /** Tints the card of a task's step, unless hints are hidden or nothing is known. */
    public void dress(VBox card, int task) {
        ChoiceOutlook outlook = lamps.outlook(task);
        if (!preferences.settings().get().hints() || outlook.phrases().isEmpty()) {
            return;
        }
        card.getStyleClass().addAll("tinted", outlook.tone().style());
        for (ChoiceOutlook.Phrase phrase : outlook.phrases()) {
            card.getChildren().add(Texts.wrapped(phrase.words(), "phrase", phrase.tone().style()));
        }
    }
}
