package org.reapscope.ui.timeline;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The one thread on which all timelines make their images, so that none competes with itself. */
final class PaintThread {

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "reapscope-paint");
        thread.setDaemon(true);
        return thread;
    });

    private PaintThread() {}

    static void run(Runnable work) {
        THREAD.execute(work);
    }
}
