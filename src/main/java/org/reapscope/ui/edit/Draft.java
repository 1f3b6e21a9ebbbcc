package org.reapscope.ui.edit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

/**
 * A file that is being written: every edit makes a new value, and the ones before are kept for undo. On one thread.
 *
 * @param <T> what is written, immutable, with equals
 */
public final class Draft<T> {

    private static final int UNDO = 200;

    /**
     * Writes a value, the whole file in one step.
     *
     * @param <T> what is written
     */
    @FunctionalInterface
    public interface Writer<T> {

        /** @throws IOException if it cannot be written, or could not be read again; says why */
        void write(Path target, T value) throws IOException;
    }

    private final ReadOnlyObjectWrapper<T> value;
    private final ReadOnlyObjectWrapper<@Nullable Path> file;
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final Deque<T> before = new ArrayDeque<>();
    private final Deque<T> after = new ArrayDeque<>();
    private final Writer<T> writer;
    private T saved;

    /** @param file where the value is from; null if it is in no file yet */
    public Draft(T value, @Nullable Path file, Writer<T> writer) {
        this.value = new ReadOnlyObjectWrapper<>(value);
        this.file = new ReadOnlyObjectWrapper<>(file);
        this.writer = writer;
        saved = value;
    }

    public ReadOnlyObjectProperty<T> value() {
        return value.getReadOnlyProperty();
    }

    /** Where it is saved; null before it was. */
    public ReadOnlyObjectProperty<@Nullable Path> file() {
        return file.getReadOnlyProperty();
    }

    /** Whether something was changed since it was saved. */
    public ReadOnlyBooleanProperty unsaved() {
        return unsaved.getReadOnlyProperty();
    }

    /** Changes it; nothing is kept for undo where nothing changes. */
    public void change(T is) {
        T was = value.get();
        if (!is.equals(was)) {
            after.clear();
            before.push(was);
            if (before.size() > UNDO) {
                before.removeLast();
            }
            show(is);
        }
    }

    /** Takes the last change back. */
    public void undo() {
        move(before, after);
    }

    /** Makes the last change that was taken back again. */
    public void redo() {
        move(after, before);
    }

    /** @throws IOException if it cannot be written, or could not be read again; says why */
    public void save(Path target) throws IOException {
        writer.write(target, value.get());
        saved = value.get();
        file.set(target);
        unsaved.set(false);
    }

    private void move(Deque<T> from, Deque<T> to) {
        if (!from.isEmpty()) {
            to.push(value.get());
            show(from.pop());
        }
    }

    private void show(T is) {
        value.set(is);
        unsaved.set(!is.equals(saved));
    }
}
