package org.reapscope.ui.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reapscope.app.picture.HeadlessToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever goes wrong behind the window is heard. */
final class FxThreadsTest {

    private final BlockingQueue<Throwable> heard = new LinkedBlockingQueue<>();

    @BeforeAll
    static void toolkit() throws InterruptedException {
        HeadlessToolkit.start();
    }

    @BeforeEach
    void listen() {
        FxThreads.onTrouble(heard::add);
    }

    @AfterEach
    void listenNoMore() {
        FxThreads.onTrouble(thrown -> { });
    }

    @Test
    void whatIsDoneLaterAndFails() throws InterruptedException {
        FxThreads.later(() -> fail("later"));
        assertEquals("later", next());
    }

    @Test
    void whatIsDoneWithAResultAndFails_andTheJobHasEnded() throws InterruptedException {
        FxJobs jobs = new FxJobs();
        FxThreads.later(() -> jobs.start(job -> 1, result -> fail("done"), e -> { }));
        assertEquals("done", next());
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, jobs.running().get());
    }

    @Test
    void aJobThatBreaks_tellsWhoStartedIt_too() throws InterruptedException {
        FxJobs jobs = new FxJobs();
        BlockingQueue<String> failed = new LinkedBlockingQueue<>();
        FxThreads.later(() -> jobs.start(job -> {
            throw new AssertionError("broken");
        }, result -> { }, e -> failed.add(String.valueOf(e.getMessage()))));
        assertEquals("broken", next());
        String said = failed.poll(20, TimeUnit.SECONDS);
        assertTrue(String.valueOf(said).contains("broken"), said);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(0, jobs.running().get());
    }

    @Test
    void whatAThreadOfItsOwnDoes() throws InterruptedException {
        FxThreads.oneThread("test").execute(() -> fail("alone"));
        assertEquals("alone", next());
    }

    private static void fail(String why) {
        throw new IllegalStateException(why);
    }

    private String next() throws InterruptedException {
        Throwable thrown = heard.poll(20, TimeUnit.SECONDS);
        return thrown == null ? "nothing" : String.valueOf(thrown.getMessage());
    }
}
