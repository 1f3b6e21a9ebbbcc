package org.reapscope.ui.job;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

import javafx.application.Platform;

/**
 * The one door between the JavaFX thread and all others: here alone threads are made and work is put on the JavaFX thread. What
 * goes wrong with nobody there to hear it is written to the log and told to the window.
 */
public final class FxThreads {

    private static volatile Consumer<Throwable> listener = thrown -> { };

    private FxThreads() {}

    /** From any thread: does this on the JavaFX thread when what is being done there is done. */
    public static void later(Runnable act) {
        Platform.runLater(guarded(act));
    }

    /** A thread that does one thing after the other and keeps no program from ending. */
    public static ExecutorService oneThread(String name) {
        return Executors.newSingleThreadExecutor(daemons(name));
    }

    /** Such threads, as many as there is work for at a time. */
    static ExecutorService manyThreads(String name) {
        return Executors.newCachedThreadPool(daemons(name));
    }

    /** Who hears from now on, on the JavaFX thread, what went wrong. */
    public static void onTrouble(Consumer<Throwable> heard) {
        listener = heard;
    }

    /** From any thread: something went wrong of which nobody else tells. */
    public static void trouble(Throwable thrown) {
        if (Platform.isFxApplicationThread()) {
            tell(thrown);
        } else {
            Platform.runLater(() -> tell(thrown));
        }
    }

    private static Runnable guarded(Runnable act) {
        return () -> {
            try {
                act.run();
            } catch (RuntimeException | Error e) {
                tell(e);
            }
        };
    }

    private static void tell(Throwable thrown) {
        log(thrown);
        listener.accept(thrown);
    }

    private static void log(Throwable thrown) {
        System.getLogger(FxThreads.class.getName()).log(System.Logger.Level.WARNING, "something went wrong that nobody waited for", thrown);
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((of, thrown) -> trouble(thrown));
            return thread;
        };
    }
}
