package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;

import org.reapscope.document.settings.WindowPlace;
import org.reapscope.run.RunMoment;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.kit.FxmlFile;
import org.reapscope.ui.kit.Messages;

/** The program's window on a stage: built, placed where it was, and kept in the settings when it moves. */
public final class MainWindow {

    private final AppContext context;
    private final MainWindowController controller;
    private final Scene scene;

    public MainWindow(AppContext context, CaptureLoader loader) {
        this.context = context;
        controller = new MainWindowController(context, loader);
        Parent root = FxmlFile.MAIN_WINDOW.load(type -> controller);
        WindowPlace place = context.preferences().settings().get().window();
        scene = new Scene(root, place.width(), place.height());
        controller.attach(scene);
    }

    public Scene scene() {
        return scene;
    }

    /** Shows the window where it was the last time. */
    public void show(Stage stage) {
        WindowPlace place = context.preferences().settings().get().window();
        stage.setTitle(Messages.text("app.name"));
        stage.setScene(scene);
        place(stage, place);
        stage.setMaximized(place.maximized());
        controller.title().addListener((o, was, is) -> stage.setTitle(
                is.isEmpty() ? Messages.text("app.name") : Messages.text("app.title", is)));
        stage.setOnHiding(event -> remember(stage));
        stage.show();
    }

    /** Where it was, if that screen is still there, and never larger than the screen. */
    private void place(Stage stage, WindowPlace place) {
        boolean known = !Double.isNaN(place.x()) && !Double.isNaN(place.y());
        List<Screen> there = known ? Screen.getScreensForRectangle(place.x(), place.y(), place.width(), place.height()) : List.of();
        Rectangle2D screen = (there.isEmpty() ? Screen.getPrimary() : there.getFirst()).getVisualBounds();
        if (place.width() > screen.getWidth() || place.height() > screen.getHeight()) {
            stage.setX(screen.getMinX());
            stage.setY(screen.getMinY());
            stage.setWidth(Math.min(place.width(), screen.getWidth()));
            stage.setHeight(Math.min(place.height(), screen.getHeight()));
        } else if (!there.isEmpty()) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
    }

    /** Opens files, each in a tab. */
    public void open(List<Path> files) {
        controller.open(files);
    }

    /** Opens a scenario at a moment of a run. */
    public void open(Path scenario, RunMoment moment) {
        controller.open(scenario, moment);
    }

    /** Brings the table whose title begins so to the front, in the run in front. */
    public void showTable(String title) {
        controller.showTable(title);
    }

    /** Opens the page, from 1, of the lesson in front. */
    public void showPage(int page) {
        controller.showPage(page);
    }

    /** Saves what was done with a capture; later saves go to the same file. */
    void saveSession(CaptureModel capture, Path session) {
        controller.saveSession(capture, session);
    }

    /** Saves the run in front there; later saves go to the same file. */
    void saveRun(Path session) {
        controller.saveRun(session);
    }

    /** What the window complains of at present, if it does. */
    public Optional<String> complaint() {
        return controller.complaint();
    }

    /** All that the window says at present, and will not say for long. */
    List<String> notices() {
        return controller.notices();
    }

    private void remember(Stage stage) {
        WindowPlace was = context.preferences().settings().get().window();
        boolean whole = stage.isMaximized() || stage.isFullScreen();
        WindowPlace now = whole ? new WindowPlace(was.x(), was.y(), was.width(), was.height(), stage.isMaximized())
                : new WindowPlace(stage.getX(), stage.getY(), scene.getWidth(), scene.getHeight(), false);
        context.preferences().change(s -> s.withWindow(now));
    }
}
