package org.reapscope.app.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.OpenCaptures;
import org.reapscope.ui.job.FxJobs;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The main window on a stage of the headless platform, and a robot at its keyboard. */
final class OpenWindow {

    private static final long PATIENCE_SECONDS = 60;

    private final FxRobot robot = new FxRobot();
    private final AppContext context;
    private final MainWindow main;
    private final Stage stage;

    OpenWindow(Path config) {
        FxJobs jobs = new FxJobs();
        context = ask(() -> AppContext.of(config, jobs, List.of()));
        main = ask(() -> new MainWindow(context, new CaptureLoader(jobs)));
        stage = ask(() -> {
            Stage made = new Stage();
            main.show(made);
            made.setX(0);
            made.setY(0);
            made.setWidth(980);
            made.setHeight(760);
            return made;
        });
        run(stage::toFront);
        run(stage::requestFocus);
    }

    AppContext context() {
        return context;
    }

    MainWindow main() {
        return main;
    }

    OpenCaptures captures() {
        return context.captures();
    }

    /** Opens a file and waits until all of it is read. */
    CaptureModel open(Path file) {
        run(() -> main.open(List.of(file)));
        await(() -> captures().selected().get() instanceof CaptureModel m && m.loading().get() >= 1);
        await(() -> context.jobs().running().get() == 0);
        return captures().all().getLast();
    }

    /** Gives the capture a session file, as the dialog for it would. */
    void save(CaptureModel model, Path session) {
        run(() -> main.saveSession(model, session));
        await(() -> Files.exists(session));
    }

    void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void write(String text) {
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    void run(Runnable act) {
        robot.interact(act);
    }

    <T> T ask(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, question);
    }

    /** Waits until it is so. */
    void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        } catch (TimeoutException e) {
            throw new AssertionError("still not so; the window says: " + banners(), e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What matches a selector, as far as it can be seen. */
    List<Node> lookup(String selector) {
        Set<Node> found = main.scene().getRoot().lookupAll(selector);
        return found.stream().toList();
    }

    /** The texts of all notices. */
    String banners() {
        return ask(() -> String.join("\n", main.notices()));
    }

    void close() {
        run(stage::hide);
        await(() -> context.jobs().running().get() == 0);
    }
}
