package org.reapscope.ui.command;

import java.util.stream.Stream;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

import org.reapscope.ui.kit.Messages;

/** Menus and buttons made from the commands, with their texts, keys and states. */
public final class CommandMenus {

    private final Commands commands;

    public CommandMenus(Commands commands) {
        this.commands = commands;
    }

    /** The menu of a category with all its commands. */
    public Menu menu(Category category) {
        Menu menu = new Menu(Messages.text(category.textKey()));
        Stream.of(Command.values()).filter(c -> c.category() == category).map(this::item).forEach(menu.getItems()::add);
        return menu;
    }

    public MenuItem item(Command command) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(commands.titled(command));
        item.setId(command.name());
        item.setMnemonicParsing(false);
        item.disableProperty().bind(commands.enabled(command).not());
        item.acceleratorProperty().bind(commands.keymap().map(k -> k.display(command).isEmpty() ? null : new ShownKey(k.display(command))));
        item.setOnAction(e -> commands.run(command));
        return item;
    }

    /** Makes a button do the command; its tip says the command's name and key. */
    public void dress(ButtonBase button, Command command) {
        button.disableProperty().bind(commands.enabled(command).not());
        button.setOnAction(e -> commands.run(command));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(commands.keymap().map(k -> Messages.text(command.textKey())
                + (k.display(command).isEmpty() ? "" : "   " + k.display(command))));
        button.setTooltip(tip);
        button.setAccessibleText(Messages.text(command.textKey()));
    }
}
