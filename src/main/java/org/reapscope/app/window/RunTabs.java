package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

import org.jspecify.annotations.Nullable;
import org.reapscope.run.RunMoment;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.run.RunModel;
import org.reapscope.ui.run.RunPaneController;

/** One tab for each scenario that is being stepped, the tools for the one in front, and the commands about it. */
final class RunTabs {

    private final AppContext context;
    private final DocumentTabs tabs;
    private final Banners banners;
    private final RunSessions sessions;
    private final ReadOnlyObjectWrapper<@Nullable RunPaneController> inFront = new ReadOnlyObjectWrapper<>();
    private final SimpleIntegerProperty revision = new SimpleIntegerProperty();

    RunTabs(AppContext context, DocumentTabs tabs, Banners banners) {
        this.context = context;
        this.tabs = tabs;
        this.banners = banners;
        sessions = new RunSessions(context, tabs, banners);
    }

    void bind() {
        tabs.follow(this::follow);
        on(Command.STEP, RunModel::canStep, RunModel::step);
        on(Command.STEP_BACK, m -> m.depth() > 0, RunModel::back);
        on(Command.REWIND, m -> m.depth() > 0, RunModel::rewind);
        on(Command.RUN, RunModel::canStep, RunModel::run);
        on(Command.RUN_TO_END, RunModel::canStep, RunModel::runToEnd);
        on(Command.RELOAD, m -> true, RunModel::reload);
        on(Command.SAVE_SESSION, m -> true, sessions::save);
        on(Command.SAVE_SESSION_AS, m -> true, sessions::saveAs);
        onPane(Command.ZOOM_IN, pane -> pane.timeline().zoomIn());
        onPane(Command.ZOOM_OUT, pane -> pane.timeline().zoomOut());
        onPane(Command.PAN_LEFT, pane -> pane.timeline().panLeft());
        onPane(Command.PAN_RIGHT, pane -> pane.timeline().panRight());
        onPane(Command.FIT_ALL, pane -> pane.timeline().fitAll());
        onPane(Command.NEXT_EVENT, run -> run.model().jump(run.model().depth() + 1));
        onPane(Command.PREVIOUS_EVENT, run -> run.model().jump(run.model().depth() - 1));
        onPane(Command.NEXT_EVENT_ALIAS, run -> run.model().jump(run.model().depth() + 1));
        onPane(Command.PREVIOUS_EVENT_ALIAS, run -> run.model().jump(run.model().depth() - 1));
        onPane(Command.NEXT_FINDING, pane -> pane.jumpToStop(1));
        onPane(Command.PREVIOUS_FINDING, pane -> pane.jumpToStop(-1));
        onPane(Command.LANE_UP, pane -> pane.timeline().laneUp());
        onPane(Command.LANE_DOWN, pane -> pane.timeline().laneDown());
        onPane(Command.MARKER_A, pane -> pane.timeline().setMarkerA());
        onPane(Command.MARKER_B, pane -> pane.timeline().setMarkerB());
        onPane(Command.ZOOM_TO_RANGE, pane -> pane.timeline().zoomToRange());
        onPane(Command.LEGEND, pane -> pane.timeline().toggleLegend());
        onPane(Command.HOME, run -> run.model().rewind());
        onPane(Command.END, run -> run.model().jump(run.model().path().length()));
        onPane(Command.CLOSE_CAPTURE, run -> tabs.front(RunTab.class).ifPresent(tabs::remove));
    }

    /** Opens a scenario in a tab of its own; brings its tab to the front if it is open already. */
    void open(Path file) {
        open(file, RunMoment.BEGINNING);
    }

    /** The same at a moment of a run, where the scenario is not open already. */
    void open(Path file, RunMoment moment) {
        Optional<RunTab> open = tabs.of(file, RunTab.class);
        if (open.isPresent()) {
            tabs.select(open.get());
            return;
        }
        context.jobs().start(handle -> new RunModel(file, moment.of(file)), this::show, e -> {
            String why = String.valueOf(e.getMessage());
            banners.complain(why.contains(file.getFileName().toString()) ? why : file.getFileName() + ": " + why);
        });
    }

    /** Opens a run that was saved in a tab of its own; brings its tab to the front if it is open already. */
    void openSaved(Path file) {
        tabs.all(RunTab.class).filter(tab -> sessions.fileOf(tab.model()).filter(file::equals).isPresent()).findFirst()
                .ifPresentOrElse(tabs::select, () -> sessions.open(file, this::show));
    }

    /** Saves the run in front there. */
    void save(Path target) {
        inFront().ifPresent(pane -> sessions.save(pane.model(), target));
    }

    /** The files of the scenarios that are open. */
    List<Path> files() {
        return tabs.all(RunTab.class).map(tab -> tab.model().file()).toList();
    }

    /** The run in front, null if something else is. */
    ReadOnlyObjectProperty<@Nullable RunPaneController> front() {
        return inFront.getReadOnlyProperty();
    }

    /** The run in front. */
    Optional<RunPaneController> inFront() {
        return Optional.ofNullable(inFront.get());
    }

    private void show(RunModel model) {
        RunTab tab = new RunTab(context, model);
        model.revision().addListener((o, was, is) -> changed());
        tabs.open(tab);
        context.preferences().opened(model.file());
    }

    private void follow(@Nullable DocumentTab tab) {
        RunPaneController pane = tab instanceof RunTab run ? run.pane() : null;
        inFront.set(pane);
        if (pane != null) {
            context.captures().selected().set(null);
            pane.focusChart();
        }
        changed();
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }

    private void onPane(Command command, Consumer<RunPaneController> act) {
        context.commands().bind(command, inFront.isNotNull(), () -> {
            RunPaneController pane = inFront.get();
            if (pane != null) {
                act.accept(pane);
            }
        });
    }

    private void on(Command command, Predicate<RunModel> possible, Consumer<RunModel> act) {
        BooleanBinding can = Bindings.createBooleanBinding(() -> {
            RunPaneController pane = inFront.get();
            return pane != null && possible.test(pane.model());
        }, inFront, revision);
        context.commands().bind(command, can, () -> {
            RunPaneController pane = inFront.get();
            if (pane != null) {
                act.accept(pane.model());
            }
        });
    }
}
