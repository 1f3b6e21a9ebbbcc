package org.reapscope.ui;

import java.nio.file.Path;
import java.util.Optional;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

/** The captures that are open, in the order of their tabs, and the one in front. */
public final class OpenCaptures {

    private final ObservableList<CaptureModel> all = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable CaptureModel> selected = new SimpleObjectProperty<>();

    public ObservableList<CaptureModel> all() {
        return all;
    }

    /** The one in front, null when none is open. */
    public ObjectProperty<@Nullable CaptureModel> selected() {
        return selected;
    }

    /** The one read from this file. */
    public Optional<CaptureModel> of(Path file) {
        return all.stream().filter(c -> c.file().equals(file)).findFirst();
    }

    /** Puts it last and in front. */
    public void add(CaptureModel capture) {
        all.add(capture);
        selected.set(capture);
    }

    /** Closes it; the one that takes its place comes to the front, if it was in front. */
    public void close(CaptureModel capture) {
        int at = all.indexOf(capture);
        all.remove(capture);
        if (selected.get() == capture) {
            selected.set(all.isEmpty() ? null : all.get(Math.clamp(at, 0, all.size() - 1)));
        }
    }
}
