package org.reapscope.app.window;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

import org.reapscope.app.picture.HeadlessToolkit;
import org.reapscope.app.picture.Png;
import org.reapscope.app.picture.SettledPicture;
import org.reapscope.document.DocumentKind;
import org.reapscope.document.settings.Settings;
import org.reapscope.document.settings.WindowPlace;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.job.FxJobs;
import org.reapscope.ui.job.FxThreads;

/**
 * Draws the main window for a capture as a PNG, without a display. The person's own settings are not read; the
 * same capture and the same arguments give the same picture.
 */
public final class WindowPicture {

    private static final long PATIENCE_SECONDS = 120;
    private static final double SMALL = 480;

    private WindowPicture() {}

    /**
     * Draws the window when everything in it has settled: the file read, the lanes painted.
     *
     * @return the picture as a PNG file has it
     * @throws IOException if the file cannot be read; the message says how to mend it
     */
    public static byte[] of(Shot shot) throws IOException, InterruptedException {
        HeadlessToolkit.start();
        CompletableFuture<int[]> pixels = new CompletableFuture<>();
        FxThreads.later(() -> {
            try {
                draw(shot, pixels);
            } catch (RuntimeException e) {
                pixels.completeExceptionally(e);
            }
        });
        try {
            return Png.encode(shot.width(), shot.height(), pixels.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new IOException(shot.file() + ": the window did not settle within " + PATIENCE_SECONDS
                    + " s; a smaller capture or a faster machine would help", e);
        }
    }

    private static void draw(Shot shot, CompletableFuture<int[]> pixels) {
        FxJobs jobs = new FxJobs();
        Settings settings = Settings.DEFAULT.withTheme(shot.theme()).withTextPercent(shot.textPercent())
                .withWindow(new WindowPlace(0, 0, shot.width(), shot.height(), false));
        AppContext context = AppContext.unkept(settings, jobs);
        MainWindow window = new MainWindow(context, new CaptureLoader(jobs));
        Parent root = window.scene().getRoot();
        Stage stage = stageAround(window.scene(), root, shot.width(), shot.height());
        context.presenting().spotlight().set(shot.room().spotlight());
        context.presenting().answersHidden().set(shot.room().answersHidden());
        context.presenting().on().set(shot.room().presented());
        if (DocumentKind.SCENARIO == DocumentKind.of(shot.file())) {
            window.open(shot.file(), shot.moment());
        } else {
            window.open(List.of(shot.file()));
        }
        SettledPicture settled = new SettledPicture(root, shot.width(), shot.height(), () -> {
            window.showTable(shot.table());
            window.showPage(shot.page());
            return still(context, shot.atNs(), stage.getScene().getRoot());
        });
        settled.take().whenComplete((picture, failure) -> {
            stage.hide();
            window.complaint().ifPresentOrElse(
                    complaint -> pixels.completeExceptionally(new IOException(complaint)),
                    () -> pixels.complete(picture));
        });
    }

    /**
     * The headless screen is 1000 x 1000 pixels and its window cannot be larger (JDK-8364201), so the window's content
     * is laid out at its own size on a small stage.
     */
    private static Stage stageAround(Scene scene, Parent root, int width, int height) {
        Pane holder = new Pane();
        scene.setRoot(holder);
        holder.getChildren().add(root);
        root.setManaged(false);
        root.resizeRelocate(0, 0, width, height);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.setWidth(SMALL);
        stage.setHeight(SMALL);
        stage.show();
        return stage;
    }

    /**
     * Whether nothing is being read or painted; puts the cursor where it was asked for once the file is read. Nobody has
     * the keyboard in a picture, so that no caret blinks in it.
     */
    private static boolean still(AppContext context, OptionalLong atNs, Parent nobody) {
        CaptureModel model = context.captures().selected().get();
        if (context.jobs().running().get() > 0) {
            return false;
        }
        if (model != null && model.loading().get() >= 1 && atNs.isPresent() && model.cursorNs().get() != atNs.getAsLong()) {
            model.cursorNs().set(atNs.getAsLong());
            return false;
        }
        nobody.requestFocus();
        return model == null || model.loading().get() >= 1;
    }
}
