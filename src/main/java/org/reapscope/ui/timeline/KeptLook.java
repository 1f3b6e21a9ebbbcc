package org.reapscope.ui.timeline;

import org.reapscope.document.settings.LaneLook;
import org.reapscope.document.settings.PaneSide;
import org.reapscope.document.settings.Settings;
import org.reapscope.ui.Preferences;

/**
 * Keeps how a person likes lanes in the settings: the width of the column of names, the order, the legend. So they are the same in
 * every document and after the next start.
 */
public final class KeptLook {

    private final TimelineModel model;
    private final Preferences preferences;

    private KeptLook(TimelineModel model, Preferences preferences) {
        this.model = model;
        this.preferences = preferences;
    }

    /** Keeps that of a timeline. */
    public static void keep(TimelineModel model, Preferences preferences) {
        KeptLook kept = new KeptLook(model, preferences);
        kept.take(preferences.settings().get());
        preferences.settings().addListener((o, was, is) -> kept.take(is));
        model.namesLines().addListener((o, was, is) -> kept.keepNames(is.doubleValue()));
        model.order().addListener((o, was, is) -> preferences.change(s -> s.withLanes(s.lanes().with(is))));
        model.legend().addListener((o, was, is) -> preferences.change(s -> s.withLanes(s.lanes().withLegend(is))));
    }

    private void take(Settings settings) {
        LaneLook look = settings.lanes();
        model.namesLines().set(settings.panes().lines().getOrDefault(PaneSide.NAMES, 0.0));
        model.order().set(look.order());
        model.legend().set(look.legend());
    }

    private void keepNames(double lines) {
        preferences.change(s -> s.withPanes(lines > 0 ? s.panes().with(PaneSide.NAMES, lines) : s.panes().without(PaneSide.NAMES)));
    }
}
