package org.reapscope.ui.run;

import java.util.function.Consumer;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

import org.reapscope.base.job.Background;
import org.reapscope.base.job.Job;

/** The one move of a run that takes its time, if there is one: how far it is, and what cancels it. */
public final class LongMove {

    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private Background background = Background.IMMEDIATE;
    private Runnable cancel = () -> {};

    /** Whether a move is under way; no other begins until it has ended. */
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** How much of it is done, 0 to 1; -1 where nobody can know. */
    public ReadOnlyDoubleProperty share() {
        return share.getReadOnlyProperty();
    }

    /** Gives it up; the run stays as it was before the move. */
    public void cancel() {
        if (running.get()) {
            cancel.run();
            running.set(false);
        }
    }

    void runOn(Background where) {
        background = where;
    }

    <T> void start(Job<T> job, Consumer<? super T> done, Consumer<? super Exception> failed) {
        if (running.get()) {
            return;
        }
        running.set(true);
        share.set(-1);
        cancel = background.start(job, result -> {
            running.set(false);
            done.accept(result);
        }, e -> {
            running.set(false);
            failed.accept(e);
        }, share::set);
    }
}
