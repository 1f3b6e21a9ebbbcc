package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.List;

import javafx.application.Application;
import javafx.stage.Stage;

import org.reapscope.document.Samples;
import org.reapscope.document.settings.ConfigFolder;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.job.FxJobs;

/** The window as a program: everything is put together here. */
public final class ReapscopeApplication extends Application {

    /** Opens the window with these files, and returns when it is closed. */
    public static void open(List<Path> files) {
        launch(ReapscopeApplication.class, files.stream().map(Path::toString).toArray(String[]::new));
    }

    private final FxJobs jobs = new FxJobs();

    @Override
    public void start(Stage stage) {
        AppContext context = AppContext.of(ConfigFolder.ofThisUser(), jobs, Samples.all());
        MainWindow window = new MainWindow(context, new CaptureLoader(jobs));
        window.show(stage);
        window.open(getParameters().getUnnamed().stream().map(Path::of).toList());
    }

    @Override
    public void stop() {
        jobs.finishWrites();
    }
}
