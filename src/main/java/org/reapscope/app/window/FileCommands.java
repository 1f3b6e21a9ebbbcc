package org.reapscope.app.window;

import java.io.File;
import java.util.List;
import java.util.function.Consumer;

import javafx.beans.binding.BooleanBinding;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.stage.WindowEvent;

import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.kit.Messages;

/** Commands about files and captures. */
final class FileCommands {

    private final AppContext context;
    private final CaptureOpener opener;
    private final DocumentTabs tabs;
    private final StackPane root;

    FileCommands(AppContext context, CaptureOpener opener, DocumentTabs tabs, StackPane root) {
        this.context = context;
        this.opener = opener;
        this.tabs = tabs;
        this.root = root;
    }

    void bind() {
        BooleanBinding open = context.captures().selected().isNotNull();
        BooleanBinding several = tabs.areSeveral();
        context.commands().bind(Command.OPEN, this::choose);
        context.commands().bind(Command.RELOAD, open, () -> withFront(opener::reload));
        context.commands().bind(Command.CLOSE_CAPTURE, open, () -> withFront(opener::close));
        context.commands().bind(Command.CANCEL_LOADING, opener.selectedJob().isNotNull(), () -> withFront(opener::cancel));
        context.commands().bind(Command.NEXT_CAPTURE, several, () -> tabs.turn(1));
        context.commands().bind(Command.PREVIOUS_CAPTURE, several, () -> tabs.turn(-1));
        context.commands().bind(Command.QUIT, () -> root.getScene().getWindow()
                .fireEvent(new WindowEvent(root.getScene().getWindow(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("open.title"));
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(Messages.text("open.all-files"), "*"),
                new FileChooser.ExtensionFilter(Messages.text("open.scenarios"), "*.json"));
        context.preferences().settings().get().recent().stream().findFirst().map(f -> f.toFile().getParentFile())
                .filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        List<File> chosen = chooser.showOpenMultipleDialog(root.getScene().getWindow());
        if (chosen != null) {
            opener.open(chosen.stream().map(File::toPath).toList());
        }
    }

    private void withFront(Consumer<CaptureModel> act) {
        CaptureModel front = context.captures().selected().get();
        if (front != null) {
            act.accept(front);
        }
    }
}
