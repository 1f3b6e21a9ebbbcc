package org.reapscope.ui.timeline;

import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.reapscope.ui.job.FxThreads;

/** The one thread on which all timelines make their images, so that none competes with itself. */
final class PaintThread {

    private static final ExecutorService THREAD = FxThreads.oneThread("reapscope-paint");

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
            } catch (RuntimeException | Error e) {
                thrown = e;
                FxThreads.trouble(e);
            }
            Throwable what = thrown;
            FxThreads.later(() -> done.accept(what));
        });
    }
}
