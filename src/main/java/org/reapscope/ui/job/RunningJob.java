package org.reapscope.ui.job;

import java.util.concurrent.atomic.AtomicBoolean;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleLongProperty;

import org.reapscope.base.job.Cancelled;
import org.reapscope.base.job.Progress;

/** A job under way: how far it is, and the way to stop it. Progress reaches the JavaFX thread at most once per pulse. */
public final class RunningJob implements Progress {

    private final LongProperty done = new SimpleLongProperty();
    private final LongProperty total = new SimpleLongProperty(-1);
    private final AtomicBoolean posted = new AtomicBoolean();
    private volatile boolean cancelled;
    private volatile long lastDone;
    private volatile long lastTotal = -1;

    RunningJob() {}

    /** Units done so far. */
    public ReadOnlyLongProperty done() {
        return done;
    }

    /** Units in all, -1 where nobody can know. */
    public ReadOnlyLongProperty total() {
        return total;
    }

    /** Nothing more comes of the job from now on; its thread ends at its next report. */
    public void cancel() {
        cancelled = true;
    }

    public boolean cancelled() {
        return cancelled;
    }

    /** For parts of the work that count in units of their own: they hear when to stop and show no progress. */
    public Progress cancelOnly() {
        return (units, ofUnits) -> {
            if (cancelled) {
                throw new Cancelled();
            }
        };
    }

    @Override
    public void report(long nowDone, long nowTotal) {
        if (cancelled) {
            throw new Cancelled();
        }
        lastDone = nowDone;
        lastTotal = nowTotal;
        post();
    }

    /** From the worker: does {@code then} on the JavaFX thread, unless the job is cancelled by then. */
    public void publish(Runnable then) {
        FxThreads.later(() -> {
            if (!cancelled) {
                then.run();
            }
        });
    }

    private void post() {
        if (posted.compareAndSet(false, true)) {
            FxThreads.later(() -> {
                posted.set(false);
                done.set(lastDone);
                total.set(lastTotal);
            });
        }
    }
}
