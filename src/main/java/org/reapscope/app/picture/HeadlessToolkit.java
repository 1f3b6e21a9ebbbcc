package org.reapscope.app.picture;

import java.util.concurrent.CountDownLatch;

import javafx.application.Platform;

/** The JavaFX toolkit on its headless platform with the software renderer, started at most once. */
public final class HeadlessToolkit {

    private HeadlessToolkit() {}

    /** Starts it; if a toolkit runs already, that one serves. */
    public static void start() throws InterruptedException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch ready = new CountDownLatch(1);
        try {
            Platform.startup(ready::countDown);
            Platform.setImplicitExit(false);
        } catch (IllegalStateException e) {
            ready.countDown();
        }
        ready.await();
    }
}
