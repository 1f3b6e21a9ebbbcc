package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.scene.Node;

import org.reapscope.export.Document;
import org.reapscope.export.RunExhibit;
import org.reapscope.export.Table;
import org.reapscope.kernel.Machine;
import org.reapscope.scenario.Scenario;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.explore.ExploreTabs;
import org.reapscope.ui.kit.FxmlFile;
import org.reapscope.ui.panes.SidePanes;
import org.reapscope.ui.presentation.Presented;
import org.reapscope.ui.presentation.PresentedRun;
import org.reapscope.ui.run.RunModel;
import org.reapscope.ui.run.RunPaneController;

/** A scenario that is being stepped, in its tab. */
final class RunTab extends DocumentTab {

    private final RunPaneController pane;
    private final Presented presented;

    RunTab(AppContext context, RunModel model) {
        this(model, RunPaneController.of(context, model, ExploreTabs::add));
    }

    private RunTab(RunModel model, RunPaneController pane) {
        super(model.file().getFileName().toString(), model.scenario().title(), FxmlFile.RUN_PANE.load(type -> pane));
        this.pane = pane;
        presented = new PresentedRun(model);
        setOnClosed(e -> model.longMove().cancel());
    }

    RunPaneController pane() {
        return pane;
    }

    RunModel model() {
        return pane.model();
    }

    @Override
    Optional<Path> file() {
        return Optional.of(model().file());
    }

    @Override
    List<Path> onlyRead() {
        return List.of(model().file());
    }

    @Override
    List<Node> tools(List<Node> ofCaptures) {
        return pane.tools();
    }

    @Override
    Optional<SidePanes> panes() {
        return Optional.of(pane.panes());
    }

    @Override
    Optional<Presented> presented() {
        return Optional.of(presented);
    }

    @Override
    Optional<Document.Kind> exported() {
        return Optional.of(Document.Kind.RUN);
    }

    @Override
    Optional<Leaving> leaving() {
        Scenario scenario = model().scenario();
        Machine machine = model().machine();
        int[] path = model().tree().path(model().node());
        return Optional.of(new Leaving(Document.Kind.RUN, scenario.id(), Table.STEPS,
                () -> Document.Run.of(RunExhibit.of(scenario, machine, path))));
    }
}
