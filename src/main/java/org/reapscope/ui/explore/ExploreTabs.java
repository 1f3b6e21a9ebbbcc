package org.reapscope.ui.explore;

import java.util.function.Supplier;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

import org.reapscope.document.settings.PaneSide;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.job.FxBackground;
import org.reapscope.ui.kit.FxmlFile;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.panes.SidePanes;
import org.reapscope.ui.run.LampsModel;
import org.reapscope.ui.run.RunModel;

/** The tabs of a run about all its schedules; each is made when it is first looked at. */
public final class ExploreTabs {

    private static final double ROOM = 0.45;

    private final TabPane tabs;
    private final SidePanes panes;

    private ExploreTabs(TabPane tabs, SidePanes panes) {
        this.tabs = tabs;
        this.panes = panes;
    }

    /** Adds the tabs of a run. They get more room among {@code panes} when one is looked at. */
    public static void add(TabPane tabs, SidePanes panes, AppContext context, RunModel run, LampsModel lamps) {
        new ExploreTabs(tabs, panes).add(context, run, lamps);
    }

    private void add(AppContext context, RunModel run, LampsModel lamps) {
        FxBackground background = new FxBackground(context.jobs());
        ExploreModel explore = new ExploreModel(run, background);
        add("explore.title", () -> FxmlFile.EXPLORE_PANE.load(type -> new ExplorePaneController(explore)));
        add("map.title", () -> FxmlFile.MAP_PANE.load(type -> new MapPaneController(new MapModel(run, lamps, background))));
        add("compare.title", () -> FxmlFile.COMPARE_PANE.load(
                type -> new ComparePaneController(new CompareModel(run, explore.asked(), background))));
    }

    private void add(String titleKey, Supplier<Node> content) {
        Tab tab = new Tab(Messages.text(titleKey));
        tab.selectedProperty().addListener((o, was, is) -> {
            if (is && tab.getContent() == null) {
                tab.setContent(content.get());
                panes.enlarge(PaneSide.TABLES, ROOM);
            }
        });
        tabs.getTabs().add(tab);
    }
}
