package org.reapscope.ui.timeline;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import javafx.application.Platform;

import org.jspecify.annotations.Nullable;

/** The one thread on which all timelines make their images, so that none competes with itself. */
final class PaintThread {

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "reapscope-paint");
        thread.setDaemon(true);
        return thread;
    });

    private PaintThread() {}

    /**
     * Works there, and goes on on the JavaFX thread, whatever happens: a painter that throws never leaves a picture waiting.
     *
     * @param done hears what the work threw, null if nothing
     */
    static void run(Runnable work, Consumer<@Nullable Throwable> done) {
        THREAD.execute(() -> {
            Throwable thrown = null;
            try {
                work.run();
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
                thrown = e;
            }
            Throwable what = thrown;
            Platform.runLater(() -> done.accept(what));
        });
    }
}
