package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.kit.Messages;

/** The chooser in the toolbar: what is open, what was open, the samples, and the way to more. */
final class CaptureChooser {

    private final AppContext context;
    private final CaptureOpener opener;
    private final RunTabs runs;
    private final ObservableValue<String> front;
    private final MenuButton button;

    /** {@code front} is the name of the tab in front, empty if there is none. */
    CaptureChooser(AppContext context, CaptureOpener opener, RunTabs runs, ObservableValue<String> front, MenuButton button) {
        this.front = front;
        this.runs = runs;
        this.context = context;
        this.opener = opener;
        this.button = button;
    }

    void fill() {
        context.captures().all().addListener((ListChangeListener<CaptureModel>) change -> refill());
        context.captures().selected().addListener((Observable o) -> refill());
        context.preferences().settings().addListener((Observable o) -> refill());
        front.addListener((Observable o) -> refill());
        refill();
    }

    private void refill() {
        button.setText(front.getValue().isEmpty() ? Messages.text("toolbar.no-capture") : front.getValue());
        button.getItems().clear();
        button.getItems().add(context.menus().item(Command.OPEN));
        List<Path> open = Stream.concat(context.captures().all().stream().map(CaptureModel::file), runs.files().stream()).toList();
        add("chooser.open", open);
        add("chooser.recent", context.preferences().settings().get().recent().stream().filter(f -> !open.contains(f)).toList());
        add("chooser.samples", context.samples().stream().filter(f -> !open.contains(f)).toList());
    }

    private void add(String headingKey, List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        MenuItem heading = new MenuItem(Messages.text(headingKey));
        heading.getStyleClass().add("menu-heading");
        heading.setDisable(true);
        button.getItems().addAll(new SeparatorMenuItem(), heading);
        for (Path file : files) {
            MenuItem item = new MenuItem(file.getFileName().toString());
            item.setMnemonicParsing(false);
            item.setOnAction(e -> opener.open(file));
            button.getItems().add(item);
        }
    }
}
