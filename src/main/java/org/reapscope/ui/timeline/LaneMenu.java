package org.reapscope.ui.timeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

import org.jspecify.annotations.Nullable;
import org.reapscope.picture.Framing;
import org.reapscope.picture.Hit;
import org.reapscope.picture.PlannedRow;
import org.reapscope.picture.Scenery;
import org.reapscope.picture.Subject;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.command.CommandMenus;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.RowMenu;

/** What can be done with a lane of a capture: by the right button on it, or by the menu key with the lane selected. */
public final class LaneMenu {

    private final TimelineView view;
    private final TimelineModel model;
    private final CommandMenus menus;
    private final Consumer<LaneId> showEvents;

    private LaneMenu(TimelineView view, CommandMenus menus, Consumer<LaneId> showEvents) {
        this.view = view;
        this.model = view.model();
        this.menus = menus;
        this.showEvents = showEvents;
    }

    /**
     * Gives the lanes of a timeline their menu.
     *
     * @param showEvents shows the events of a task or of a CPU
     */
    public static void on(TimelineView view, CommandMenus menus, Consumer<LaneId> showEvents) {
        LaneMenu menu = new LaneMenu(view, menus, showEvents);
        view.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, menu::selectLane);
        RowMenu.on(view, () -> view.lookup(".timeline-lane-selected"), menu::ofSelected);
    }

    private void selectLane(ContextMenuEvent event) {
        Hit hit = event.isKeyboardTrigger() ? null : view.hit(event.getX(), event.getY());
        Scenery scenery = model.scenery().get();
        if (hit != null && scenery != null && hit.row() >= 0 && scenery.rows().get(hit.row()).kind() == PlannedRow.Kind.LANES) {
            model.selectedLane().set(scenery.rows().get(hit.row()).key());
        }
    }

    private Optional<ContextMenu> ofSelected() {
        Scenery scenery = model.scenery().get();
        int row = model.selectedRow();
        return scenery == null || row < 0 || scenery.rows().get(row).kind() != PlannedRow.Kind.LANES ? Optional.empty()
                : Optional.of(new ContextMenu(entries(scenery, scenery.rows().get(row)).toArray(MenuItem[]::new)));
    }

    /** What can be done with this row, now. */
    List<MenuItem> entries(Scenery scenery, PlannedRow row) {
        List<MenuItem> entries = new ArrayList<>();
        String name = row.row().title();
        Trace trace = scenery.lanes().trace();
        Subject subject = row.subject();
        if (!subject.lanes().isEmpty() && subject.next(trace, -1) >= 0) {
            entries.add(RowMenu.named(Messages.text("lane.zoom", name), () -> zoom(trace, subject)));
        }
        LaneId listed = listed(subject);
        if (listed != null) {
            entries.add(RowMenu.named(Messages.text("lane.events", name), () -> showEvents.accept(listed)));
        }
        entries.add(RowMenu.copy("lane.copy", () -> name));
        entries.add(new SeparatorMenuItem());
        entries.add(menus.item(Command.PIN_LANE));
        entries.add(menus.item(Command.HIDE_LANE));
        if (scenery.rows().planned().stream().filter(other -> other.kind() == PlannedRow.Kind.LANES).count() > 1) {
            entries.add(RowMenu.item("lane.hide-others", () -> hideOthers(scenery, row)));
        }
        if (!model.capture().hiddenLanes().isEmpty()) {
            entries.add(menus.item(Command.SHOW_ALL_LANES));
        }
        entries.add(new SeparatorMenuItem());
        entries.add(menus.item(Command.MARKER_A));
        entries.add(menus.item(Command.MARKER_B));
        entries.add(menus.item(Command.NOTE));
        return entries;
    }

    /** The lane whose events a table can show alone. */
    private static @Nullable LaneId listed(Subject subject) {
        return subject.lanes().size() == 1 && (subject.lanes().getFirst() instanceof LaneId.TaskLane || subject.lanes().getFirst() instanceof LaneId.CpuLane)
                ? subject.lanes().getFirst() : null;
    }

    private void zoom(Trace trace, Subject subject) {
        long start = trace.tsNs(subject.next(trace, -1));
        long end = trace.tsNs(subject.previous(trace, trace.size()));
        model.look(Framing.around(start, end, Framing.context(trace)));
    }

    private void hideOthers(Scenery scenery, PlannedRow row) {
        Set<String> hidden = new LinkedHashSet<>(model.capture().hiddenLanes());
        scenery.rows().planned().stream().filter(other -> other.kind() == PlannedRow.Kind.LANES && !other.key().equals(row.key()))
                .map(PlannedRow::key).forEach(hidden::add);
        model.capture().pinnedLanes().removeIf(key -> !key.equals(row.key()));
        model.capture().hiddenLanes().setAll(hidden);
    }
}
