package org.reapscope.ui.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.reapscope.ui.kit.Messages;

/** The sheet of all keys that do something where the window now is, made from the commands and the keymap in force. */
public final class KeySheet {

    private static final Category[][] COLUMNS = {
        {Category.FILE, Category.EDIT, Category.EXPORT, Category.GO, Category.HELP}, {Category.TIMELINE, Category.RUN, Category.LESSON},
        {Category.VIEW, Category.MARK}};

    private KeySheet() {}

    public static Node of(Commands commands) {
        HBox columns = new HBox(36);
        for (Category[] categories : COLUMNS) {
            VBox column = new VBox();
            column.getStyleClass().add("column");
            Stream.of(categories).forEach(c -> addTo(column, c, commands));
            HBox.setHgrow(column, Priority.ALWAYS);
            columns.getChildren().add(column);
        }
        Label title = new Label(Messages.text("keys.title"));
        title.getStyleClass().add("title");
        Label mouse = new Label(Messages.text("keys.mouse"));
        mouse.setWrapText(true);
        mouse.setMinHeight(Region.USE_PREF_SIZE);
        mouse.getStyleClass().add("dim");
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox sheet = new VBox(title, scroll, mouse);
        sheet.getStyleClass().addAll("floating", "key-sheet");
        return sheet;
    }

    private static void addTo(VBox column, Category category, Commands commands) {
        Keymap keymap = commands.keymap().get();
        List<Command> here = Stream.of(Command.values()).filter(c -> c.category() == category && !keymap.of(c).isEmpty() && commands.enabled(c).get())
                .toList();
        if (here.isEmpty()) {
            return;
        }
        Label heading = new Label(Messages.text(category.textKey()));
        heading.getStyleClass().add("heading");
        column.getChildren().add(heading);
        here.stream().map(c -> line(c, keymap)).forEach(column.getChildren()::add);
    }

    private static HBox line(Command command, Keymap keymap) {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        Label text = new Label(Messages.text(command.textKey()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(6, text, space);
        line.setAlignment(Pos.CENTER_LEFT);
        keymap.of(command).forEach(stroke -> {
            Label key = new Label(stroke.display(mac));
            key.setMinWidth(Region.USE_PREF_SIZE);
            key.getStyleClass().addAll("keycap", "mono");
            line.getChildren().add(key);
        });
        line.setAccessibleText(text.getText() + ": " + keymap.of(command).stream()
                .map(k -> k.display(mac)).collect(Collectors.joining(", ")));
        return line;
    }
}
