package org.reapscope.ui.timeline;

import javafx.beans.value.ObservableValue;

import org.reapscope.document.settings.PaneLayout;
import org.reapscope.document.settings.PaneSide;
import org.reapscope.document.settings.Settings;
import org.reapscope.ui.Preferences;

/** Keeps the width of the column of names in the settings, so that it is the same in every capture and after the next start. */
public final class KeptNames {

    private final TimelineModel model;
    private final Preferences preferences;
    private final ObservableValue<PaneLayout> panes;

    private KeptNames(TimelineModel model, Preferences preferences) {
        this.model = model;
        this.preferences = preferences;
        panes = preferences.settings().map(Settings::panes);
    }

    /** Keeps that of a timeline. */
    public static void keep(TimelineModel model, Preferences preferences) {
        KeptNames kept = new KeptNames(model, preferences);
        kept.panes.addListener((o, was, is) -> kept.take());
        kept.take();
        model.namesLines().addListener((o, was, is) -> kept.change(is.doubleValue()));
    }

    private void take() {
        model.namesLines().set(panes.getValue().lines().getOrDefault(PaneSide.NAMES, 0.0));
    }

    private void change(double lines) {
        preferences.change(s -> s.withPanes(lines > 0 ? s.panes().with(PaneSide.NAMES, lines) : s.panes().without(PaneSide.NAMES)));
    }
}
