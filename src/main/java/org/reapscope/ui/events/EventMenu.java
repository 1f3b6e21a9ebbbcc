package org.reapscope.ui.events;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.reapscope.analysis.sentence.EventText;
import org.reapscope.trace.Trace;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.command.CommandMenus;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.RowMenu;

/** What can be done with an event of the table. */
final class EventMenu {

    /** What of an event others can be asked for. */
    enum By {
        TASK, NAME, CPU
    }

    private final EventsModel model;
    private final CommandMenus menus;
    private final BiConsumer<By, Integer> filter;

    /** @param filter shows only events that are like this one in this */
    EventMenu(EventsModel model, CommandMenus menus, BiConsumer<By, Integer> filter) {
        this.model = model;
        this.menus = menus;
        this.filter = filter;
    }

    ContextMenu of(int row) {
        return new ContextMenu(entries(row).toArray(MenuItem[]::new));
    }

    List<MenuItem> entries(int row) {
        List<MenuItem> entries = new ArrayList<>();
        Runnable select = () -> model.select(row);
        for (Command command : List.of(Command.FOCUS_SELECTION, Command.MARKER_A, Command.MARKER_B, Command.NOTE)) {
            entries.add(RowMenu.after(select, menus.item(command)));
        }
        Trace trace = model.capture().trace().get();
        EventText text = model.text().get();
        if (trace != null && text != null && row < trace.size()) {
            entries.add(new SeparatorMenuItem());
            entries.add(RowMenu.copy("events.copy-line", () -> text.line(row).stripLeading()));
            entries.add(new SeparatorMenuItem());
            entries.add(by(By.TASK, trace.taskOf(row).label(), row));
            entries.add(by(By.NAME, trace.eventName(row), row));
            entries.add(by(By.CPU, Messages.text("events.cpu-number", trace.cpu(row)), row));
        }
        return entries;
    }

    private MenuItem by(By by, String what, int row) {
        return RowMenu.named(Messages.text("events.only", what), () -> filter.accept(by, row));
    }
}
