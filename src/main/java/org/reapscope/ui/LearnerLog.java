package org.reapscope.ui;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.reapscope.lesson.Logbook;

/** What the learner has done so far; whoever keeps it hears every change. On one thread. */
public final class LearnerLog {

    private final ReadOnlyObjectWrapper<Logbook> now;
    private final Consumer<Logbook> keep;

    public LearnerLog(Logbook before, Consumer<Logbook> keep) {
        now = new ReadOnlyObjectWrapper<>(before);
        this.keep = keep;
    }

    /** One that nobody keeps. */
    public static LearnerLog unkept() {
        return new LearnerLog(Logbook.EMPTY, log -> {});
    }

    public ReadOnlyObjectProperty<Logbook> now() {
        return now.getReadOnlyProperty();
    }

    public void change(UnaryOperator<Logbook> change) {
        Logbook next = change.apply(now.get());
        if (!next.equals(now.get())) {
            now.set(next);
            keep.accept(next);
        }
    }
}
