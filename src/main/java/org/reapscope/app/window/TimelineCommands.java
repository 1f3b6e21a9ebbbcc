package org.reapscope.app.window;

import java.util.List;
import java.util.function.Consumer;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;

import org.reapscope.analysis.Kill;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.TimelineActions;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.command.CommandPalette;
import org.reapscope.ui.command.Commands;
import org.reapscope.ui.kills.KillFocus;
import org.reapscope.ui.kills.KillTable;
import org.reapscope.ui.kit.Messages;

/** Commands about moments and lanes; they reach the timeline of the capture in front. */
final class TimelineCommands {

    private final AppContext context;
    private final CaptureTabs tabs;
    private final WindowOverlay overlay;
    private final BooleanBinding open;
    private final ObservableValue<Kill> inFocus;
    private final BooleanBinding killed;

    TimelineCommands(AppContext context, CaptureTabs tabs, WindowOverlay overlay) {
        this.context = context;
        this.tabs = tabs;
        this.overlay = overlay;
        open = context.captures().selected().isNotNull();
        inFocus = context.captures().selected().flatMap(CaptureModel::kill);
        killed = Bindings.createBooleanBinding(() -> inFocus.getValue() != null, inFocus);
    }

    void bind() {
        on(Command.ZOOM_IN, TimelineActions::zoomIn);
        on(Command.ZOOM_OUT, TimelineActions::zoomOut);
        on(Command.PAN_LEFT, TimelineActions::panLeft);
        on(Command.PAN_RIGHT, TimelineActions::panRight);
        on(Command.NEXT_EVENT, t -> t.nextEvent(false));
        on(Command.PREVIOUS_EVENT, t -> t.previousEvent(false));
        on(Command.NEXT_EVENT_ALIAS, t -> t.nextEvent(false));
        on(Command.PREVIOUS_EVENT_ALIAS, t -> t.previousEvent(false));
        on(Command.EXTEND_TO_NEXT, t -> t.nextEvent(true));
        on(Command.EXTEND_TO_PREVIOUS, t -> t.previousEvent(true));
        on(Command.LANE_UP, TimelineActions::laneUp);
        on(Command.LANE_DOWN, TimelineActions::laneDown);
        on(Command.FOCUS_SELECTION, TimelineActions::focusSelection);
        on(Command.RANGE_TO_SELECTION, TimelineActions::rangeToSelection);
        on(Command.ZOOM_TO_RANGE, TimelineActions::zoomToRange);
        on(Command.FIT_ALL, TimelineActions::fitAll);
        on(Command.HOME, TimelineActions::home);
        on(Command.END, TimelineActions::end);
        on(Command.FOLLOW_CAUSE, TimelineActions::followCause);
        on(Command.FOLLOW_EFFECT, TimelineActions::followEffect);
        on(Command.PIN_LANE, TimelineActions::togglePin);
        on(Command.HIDE_LANE, TimelineActions::hideLane);
        on(Command.SHOW_ALL_LANES, TimelineActions::showAllLanes);
        on(Command.LANE_ORDER, TimelineActions::nextOrder);
        on(Command.LEGEND, TimelineActions::toggleLegend);
        on(Command.MARKER_A, TimelineActions::setMarkerA);
        on(Command.MARKER_B, TimelineActions::setMarkerB);
        on(Command.CLEAR, TimelineActions::clear);
        Commands commands = context.commands();
        commands.bind(Command.NEXT_FINDING, open, () -> withPane(p -> FindingSteps.step(p.findings(), 1)));
        commands.bind(Command.PREVIOUS_FINDING, open, () -> withPane(p -> FindingSteps.step(p.findings(), -1)));
        commands.bind(Command.CHOOSE_KILL, killed, () -> withFront(this::chooseKill));
        commands.bind(Command.NEXT_KILL, killed, () -> withFront(m -> KillFocus.step(m, 1)));
        commands.bind(Command.PREVIOUS_KILL, killed, () -> withFront(m -> KillFocus.step(m, -1)));
        ObservableValue<Boolean> found = context.captures().selected().flatMap(m -> m.hits().map(rows -> rows.length > 0)).orElse(false);
        BooleanBinding hits = Bindings.createBooleanBinding(found::getValue, found);
        commands.bind(Command.NEXT_HIT, hits, () -> withPane(p -> p.events().nextHit()));
        commands.bind(Command.PREVIOUS_HIT, hits, () -> withPane(p -> p.events().previousHit()));
        commands.bind(Command.SEARCH, open, () -> withPane(CapturePaneController::search));
        commands.bind(Command.FIND_ROW, open, () -> withFront(this::findRow));
    }

    private void on(Command command, Consumer<TimelineActions> act) {
        context.commands().bind(command, open, () -> withPane(p -> act.accept(p.timeline())));
    }

    private void withPane(Consumer<CapturePaneController> act) {
        tabs.inFront().ifPresent(act);
    }

    private void withFront(Consumer<CaptureModel> act) {
        CaptureModel front = context.captures().selected().get();
        if (front != null) {
            act.accept(front);
        }
    }

    private void chooseKill(CaptureModel model) {
        Lanes lanes = model.lanes().get();
        if (lanes != null) {
            KillTable kills = new KillTable(model, lanes, overlay::close);
            overlay.show(kills.node(), Pos.TOP_CENTER, kills.field());
        }
    }

    private void findRow(CaptureModel model) {
        Trace trace = model.trace().get();
        if (trace == null) {
            return;
        }
        List<CommandPalette.Entry> entries = tabs.inFront().stream().flatMap(CapturePaneController::taskEntries).toList();
        CommandPalette palette = new CommandPalette(Messages.text("palette.rows"), entries, overlay::close);
        overlay.show(palette.node(), Pos.TOP_CENTER, palette.field());
    }
}
