package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.List;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.reapscope.document.settings.Settings;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.command.Command;
import org.reapscope.ui.kit.Messages;

/** What is there when nothing is open: recent files, samples, a place to drop files on. */
final class WelcomePaneController {

    private static final int SHOWN = 8;
    private static final int SCENARIOS_SHOWN = 20;

    private final AppContext context;
    private final CaptureOpener opener;

    @FXML private Button open;
    @FXML private VBox recent;
    @FXML private VBox samples;
    @FXML private VBox scenarios;
    @FXML private VBox lessons;
    @FXML private Label hint;

    WelcomePaneController(AppContext context, CaptureOpener opener) {
        this.context = context;
        this.opener = opener;
    }

    @FXML
    void initialize() {
        context.menus().dress(open, Command.OPEN);
        list(samples, context.samples().stream().filter(f -> !f.toString().endsWith(".json")).toList(), SHOWN, "welcome.no-samples");
        list(lessons, context.samples().stream().filter(LessonTabs::ofCourse).toList(), SCENARIOS_SHOWN, "welcome.no-samples");
        list(scenarios, context.samples().stream().filter(WelcomePaneController::scenario).toList(), SCENARIOS_SHOWN, "welcome.no-samples");
        context.preferences().settings().addListener((o, was, is) -> showRecent(is));
        showRecent(context.preferences().settings().get());
        hint.textProperty().bind(context.commands().keymap()
                .map(k -> Messages.text("welcome.hint", k.display(Command.COMMANDS), k.display(Command.SHORTCUTS))));
    }

    private static boolean scenario(Path file) {
        return file.toString().endsWith(".json") && !LessonTabs.ofCourse(file);
    }

    private void showRecent(Settings settings) {
        list(recent, settings.recent(), SHOWN, "welcome.no-recent");
    }

    private void list(VBox place, List<Path> files, int most, String noneKey) {
        place.getChildren().clear();
        for (Path file : files.stream().limit(most).toList()) {
            Hyperlink link = new Hyperlink(LessonTabs.ofCourse(file) ? LessonTabs.name(file) : file.getFileName().toString());
            link.setMnemonicParsing(false);
            link.setTooltip(new Tooltip(file.toString()));
            link.setOnAction(e -> opener.open(file));
            place.getChildren().add(link);
        }
        if (files.isEmpty()) {
            Label none = new Label(Messages.text(noneKey));
            none.getStyleClass().add("dim");
            place.getChildren().add(none);
        }
    }
}
