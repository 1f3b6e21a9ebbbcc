package org.reapscope.ui.explore;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

import org.reapscope.base.job.Background;
import org.reapscope.base.job.Job;

/** A background whose jobs are done when a test says so. */
public final class Waiting implements Background {

    private final Queue<Runnable> jobs = new ArrayDeque<>();

    @Override
    public <T> Runnable start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed, Consumer<Double> share) {
        Runnable act = () -> IMMEDIATE.start(job, done, failed, share);
        jobs.add(act);
        return () -> jobs.remove(act);
    }

    /** Does everything that waits, and what comes of it. */
    public void work() {
        while (!jobs.isEmpty()) {
            jobs.remove().run();
        }
    }

    public int waiting() {
        return jobs.size();
    }
}
