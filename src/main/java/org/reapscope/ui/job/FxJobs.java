package org.reapscope.ui.job;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

import org.reapscope.base.job.Cancelled;

/**
 * Runs jobs on daemon threads and brings what comes of them to the JavaFX thread, through {@link FxThreads}. A job ends in one of
 * its callbacks whatever it throws.
 */
public final class FxJobs {

    /**
     * A job that may show something before it ends, through {@link RunningJob#publish}. Any {@code Job} is one too:
     * {@code job::run}.
     */
    @FunctionalInterface
    public interface Work<T> {
        T run(RunningJob handle) throws Exception;
    }

    private static final long PATIENCE_SECONDS = 10;

    private final ExecutorService workers = FxThreads.manyThreads("reapscope-job");
    private final ExecutorService writer = FxThreads.oneThread("reapscope-writer");
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();

    /** How many jobs have not yet ended. */
    public ReadOnlyIntegerProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Does this on the JavaFX thread when what is being done there is done. */
    public void later(Runnable act) {
        FxThreads.later(act);
    }

    /**
     * Starts a job. All the callbacks come on the JavaFX thread; none comes after {@link RunningJob#cancel}.
     *
     * @param done takes the result
     * @param failed takes what the job threw; never {@link Cancelled}
     */
    public <T> RunningJob start(Work<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
        return start(workers, job, done, failed);
    }

    /** The same for short writes that must take effect in the order in which they were asked for. */
    public <T> RunningJob startInOrder(Work<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
        return start(writer, job, done, failed);
    }

    /** Waits until the short writes that were asked for are done; a while at most, since the program is to end. */
    public void finishWrites() {
        try {
            writer.submit(() -> {}).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            System.getLogger(FxJobs.class.getName()).log(System.Logger.Level.WARNING, "what was to be kept was not written in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> RunningJob start(ExecutorService executor, Work<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
        RunningJob handle = new RunningJob();
        running.set(running.get() + 1);
        executor.execute(() -> {
            Runnable outcome = run(job, handle, done, failed);
            FxThreads.later(() -> {
                running.set(running.get() - 1);
                if (!handle.cancelled()) {
                    outcome.run();
                }
            });
        });
        return handle;
    }

    /** What to do on the JavaFX thread when the job, run here and now, has ended. */
    private static <T> Runnable run(Work<T> job, RunningJob handle, Consumer<? super T> done,
            Consumer<? super Exception> failed) {
        try {
            T result = job.run(handle);
            return () -> done.accept(result);
        } catch (Cancelled e) {
            return () -> {};
        } catch (Exception e) {
            return () -> failed.accept(e);
        } catch (OutOfMemoryError e) {
            return () -> failed.accept(new IllegalStateException("out of memory; start the program with more (-Xmx)", e));
        } catch (Error e) {
            FxThreads.trouble(e);
            return () -> failed.accept(new IllegalStateException("the program failed: " + e, e));
        }
    }
}
