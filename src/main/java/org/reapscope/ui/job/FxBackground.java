package org.reapscope.ui.job;

import java.util.function.Consumer;

import org.reapscope.base.job.Background;
import org.reapscope.base.job.Job;

/** Lets view-models have their work done by the window's jobs. */
public final class FxBackground implements Background {

    private final FxJobs jobs;

    public FxBackground(FxJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public <T> Runnable start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed, Consumer<Double> share) {
        RunningJob running = jobs.start(job::run, done, failed);
        running.done().addListener((o, was, is) -> {
            long total = running.total().get();
            if (!running.cancelled()) {
                share.accept(total <= 0 ? -1.0 : is.doubleValue() / total);
            }
        });
        return running::cancel;
    }
}
