package org.reapscope.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.reapscope.base.file.InputFile;
import org.reapscope.document.settings.Settings;
import org.reapscope.document.settings.SettingsFile;
import org.reapscope.ui.job.FxJobs;

/** The settings in force. Each change is kept in the file at once, off the JavaFX thread, the last one winning. */
public final class Preferences {

    private final Optional<SettingsFile> file;
    private final FxJobs jobs;
    private final Optional<String> complaint;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private boolean saving;

    private Preferences(Optional<SettingsFile> file, SettingsFile.Loaded loaded, FxJobs jobs) {
        this.file = file;
        this.jobs = jobs;
        complaint = loaded.complaint();
        settings = new ReadOnlyObjectWrapper<>(loaded.settings());
    }

    /** The settings of a file, which takes every change. */
    public static Preferences of(SettingsFile file, FxJobs jobs) {
        return new Preferences(Optional.of(file), file.load(), jobs);
    }

    /** Settings of which nothing is kept, for pictures. */
    public static Preferences unkept(Settings settings, FxJobs jobs) {
        return new Preferences(Optional.empty(), new SettingsFile.Loaded(settings, Optional.empty()), jobs);
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /** What a person should know about the settings file, if it was not understood. */
    public Optional<String> complaint() {
        return complaint;
    }

    /** A file was opened: it is remembered, unless it goes with the program. */
    public void opened(Path file) {
        if (!InputFile.isCopy(file)) {
            change(s -> s.withRecent(file));
        }
    }

    public void change(UnaryOperator<Settings> edit) {
        Settings changed = edit.apply(settings.get());
        if (!changed.equals(settings.get())) {
            settings.set(changed);
            save();
        }
    }

    private void save() {
        if (saving || file.isEmpty()) {
            return;
        }
        saving = true;
        Settings kept = settings.get();
        SettingsFile target = file.get();
        jobs.startInOrder(progress -> {
            target.save(kept);
            return kept;
        }, this::saved, e -> saving = false);
    }

    private void saved(Settings kept) {
        saving = false;
        if (!kept.equals(settings.get())) {
            save();
        }
    }
}
