package org.reapscope.ui.undo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

/**
 * What was done in a document, the last first. What changes between two keys or mouse buttons is one act, so a drag is taken
 * back at once. On one thread.
 */
public final class UndoHistory {

    private static final int MOST = 200;

    private final Deque<Done> done = new ArrayDeque<>();
    private final Deque<Done> undone = new ArrayDeque<>();
    private final ReadOnlyStringWrapper undoable = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoable = new ReadOnlyStringWrapper("");
    private boolean sameAct;
    private boolean deaf;

    /** Something was done. */
    public void did(Done edit) {
        if (deaf) {
            return;
        }
        Done last = done.peek();
        done.push(sameAct && last != null && last.of() == edit.of() ? done.pop().upTo(edit) : edit);
        if (done.size() > MOST) {
            done.removeLast();
        }
        sameAct = true;
        undone.clear();
        tell();
    }

    /** A key or a button was pressed: what is done from now on is another act. */
    public void nextAct() {
        sameAct = false;
    }

    /**
     * Notes every change of a value as done by the person.
     *
     * @param name says what was done, from the value before and after
     * @param put gives it a value
     * @param sources tell that it may have changed
     */
    public <T> void watch(Supplier<T> value, Consumer<T> put, BiFunction<T, T, String> name, Observable... sources) {
        InvalidationListener listener = new InvalidationListener() {
            private T last = value.get();

            @Override
            public void invalidated(@Nullable Observable source) {
                T before = last;
                T after = value.get();
                if (!after.equals(before)) {
                    last = after;
                    did(new Done(value, name.apply(before, after), () -> put.accept(before), () -> put.accept(after)));
                }
            }
        };
        for (Observable source : sources) {
            source.addListener(listener);
        }
    }

    /** Does something that the person did not do, such as showing a document as it was saved. */
    public void unnoticed(Runnable act) {
        boolean before = deaf;
        deaf = true;
        try {
            act.run();
        } finally {
            deaf = before;
        }
    }

    /** Takes the last thing back, if there is one. */
    public void undo() {
        move(done, undone, true);
    }

    /** Does again what was taken back last. */
    public void redo() {
        move(undone, done, false);
    }

    /** What {@link #undo} would take back; empty if nothing. */
    public ReadOnlyStringProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    /** What {@link #redo} would do again; empty if nothing. */
    public ReadOnlyStringProperty redoable() {
        return redoable.getReadOnlyProperty();
    }

    private void move(Deque<Done> from, Deque<Done> to, boolean back) {
        Done edit = from.poll();
        if (edit != null) {
            unnoticed(back ? edit.undo() : edit.redo());
            to.push(edit);
            nextAct();
            tell();
        }
    }

    private void tell() {
        Done back = done.peek();
        Done again = undone.peek();
        undoable.set(back == null ? "" : back.name());
        redoable.set(again == null ? "" : again.name());
    }
}
