package org.reapscope.viewmodel.explore;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

import org.reapscope.job.Job;
import org.reapscope.viewmodel.Background;

/** A background whose jobs are done when a test says so. */
final class Waiting implements Background {

    private final Queue<Runnable> jobs = new ArrayDeque<>();

    @Override
    public <T> Runnable start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed, Consumer<Double> share) {
        Runnable act = () -> IMMEDIATE.start(job, done, failed, share);
        jobs.add(act);
        return () -> jobs.remove(act);
    }

    /** Does everything that waits, and what comes of it. */
    void work() {
        while (!jobs.isEmpty()) {
            jobs.remove().run();
        }
    }

    int waiting() {
        return jobs.size();
    }
}
