package org.reapscope.ui.lesson;

import java.util.Set;
import java.util.TreeSet;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.job.Background;
import org.reapscope.base.job.Job;
import org.reapscope.lesson.Question;
import org.reapscope.lesson.predict.Posed;

/** A question that a learner answers: worked out, asked, marked. Whatever changes, {@link #revision} counts. On one thread. */
public final class Prediction {

    private final LessonModel lesson;
    private final Question question;
    private final Set<Integer> ticked = new TreeSet<>();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper();
    private @Nullable Posed posed;
    private String problem = "";
    private boolean marked;

    /** Begins to work the question out. */
    public Prediction(LessonModel lesson, Question question, Job<Posed> pose, Background background) {
        this.lesson = lesson;
        this.question = question;
        background.start(pose, found -> {
            posed = found;
            changed();
        }, e -> {
            problem = String.valueOf(e.getMessage());
            changed();
        }, share -> {});
    }

    public ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }

    public Question question() {
        return question;
    }

    /** The question with its options; null until it is worked out. */
    public @Nullable Posed posed() {
        return posed;
    }

    /** Why it cannot be asked; empty if it can. */
    public String problem() {
        return problem;
    }

    /** Whether the learner has answered; the explanation may be shown now. */
    public boolean marked() {
        return marked;
    }

    public boolean ticked(int option) {
        return ticked.contains(option);
    }

    /** Whether the answer was right. */
    public boolean right() {
        return marked && posed != null && posed.marks(ticked);
    }

    /** Ticks an option, from 0, or takes the tick away; where only one can be right, that is the answer. */
    public void tick(int option) {
        if (posed == null || marked || option < 0 || option >= posed.options().size()) {
            return;
        }
        if (!posed.several()) {
            ticked.clear();
            ticked.add(option);
            mark();
        } else if (!ticked.remove(option)) {
            ticked.add(option);
        }
        changed();
    }

    /** Hands the answer in. */
    public void mark() {
        if (posed != null && !marked) {
            marked = true;
            lesson.answered(question, posed.marks(ticked));
            changed();
        }
    }

    /** Asks again; the first answer stays in the logbook. */
    public void again() {
        marked = false;
        ticked.clear();
        changed();
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }
}
