package org.reapscope.ui.edit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.reapscope.ui.undo.Done;
import org.reapscope.ui.undo.UndoHistory;

/**
 * A file that is being written: every edit makes a new value, and the ones before are kept for undo. On one thread.
 *
 * @param <T> what is written, immutable, with equals
 */
public final class Draft<T> {

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
    private final UndoHistory history = new UndoHistory();
    private final Supplier<String> edit;
    private final Writer<T> writer;
    private T saved;

    /**
     * @param file where the value is from; null if it is in no file yet
     * @param edit what a change is called that is made now
     */
    public Draft(T value, @Nullable Path file, Writer<T> writer, Supplier<String> edit) {
        this.value = new ReadOnlyObjectWrapper<>(value);
        this.file = new ReadOnlyObjectWrapper<>(file);
        this.writer = writer;
        this.edit = edit;
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
            history.nextAct();
            history.did(new Done(this, edit.get(), () -> show(was), () -> show(is)));
            show(is);
        }
    }

    /** What was changed, and can be taken back and done again. */
    public UndoHistory history() {
        return history;
    }

    /** @throws IOException if it cannot be written, or could not be read again; says why */
    public void save(Path target) throws IOException {
        writer.write(target, value.get());
        saved = value.get();
        file.set(target);
        unsaved.set(false);
    }

    private void show(T is) {
        value.set(is);
        unsaved.set(!is.equals(saved));
    }
}
