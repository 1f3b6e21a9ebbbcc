package org.reapscope.base.job;

import java.util.function.Consumer;


/** Where view-models have their long work done. The window runs it on its own threads, a test at once. */
@FunctionalInterface
public interface Background {

    /** Runs everything here and now. */
    Background IMMEDIATE = new Background() {
        @Override
        public <T> Runnable start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed, Consumer<Double> share) {
            try {
                done.accept(job.run((d, t) -> share.accept(t <= 0 ? -1.0 : (double) d / t)));
            } catch (Exception e) {
                failed.accept(e);
            }
            return () -> {};
        }
    };

    /**
     * Starts a job. All callbacks come on the JavaFX thread.
     *
     * @param share hears how much is done, 0 to 1, -1 where nobody can know
     * @return what cancels it; no callback comes after
     */
    <T> Runnable start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed, Consumer<Double> share);
}
