package org.reapscope.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javafx.beans.Observable;

import org.reapscope.document.session.ExcerptFolder;
import org.reapscope.document.session.Journal;
import org.reapscope.document.settings.ConfigFolder;
import org.reapscope.document.settings.Settings;
import org.reapscope.document.settings.SettingsFile;
import org.reapscope.document.settings.Theme;
import org.reapscope.ui.command.CommandMenus;
import org.reapscope.ui.command.Commands;
import org.reapscope.ui.command.Keymap;
import org.reapscope.ui.job.FxJobs;
import org.reapscope.ui.theme.Appearance;

/** What the controllers of one window work with; made once, by hand. On the JavaFX thread. */
public final class AppContext {

    private final FxJobs jobs;
    private final Commands commands = new Commands();
    private final CommandMenus menus = new CommandMenus(commands);
    private final OpenCaptures captures = new OpenCaptures();
    private final Presenting presenting = new Presenting();
    private final Appearance appearance = new Appearance();
    private final Preferences preferences;
    private final Optional<Journal> journal;
    private final ExcerptFolder excerpts;
    private final LearnerLog learnerLog;
    private final List<Path> samples;

    private AppContext(Preferences preferences, Optional<Journal> journal, ExcerptFolder excerpts, LearnerLog learnerLog, FxJobs jobs, List<Path> samples) {
        this.learnerLog = learnerLog;
        this.preferences = preferences;
        this.journal = journal;
        this.excerpts = excerpts;
        this.jobs = jobs;
        this.samples = List.copyOf(samples);
        preferences.settings().addListener((o, was, is) -> follow(is));
        for (Observable part : List.of(presenting.on(), presenting.contrast(), presenting.textPercent())) {
            part.addListener(o -> follow(preferences.settings().get()));
        }
        follow(preferences.settings().get());
    }

    /**
     * With the person's settings, which are kept.
     *
     * @param configFolder where settings and journal are
     * @param samples the captures that come with the program
     */
    public static AppContext of(Path configFolder, FxJobs jobs, List<Path> samples) {
        return new AppContext(Preferences.of(new SettingsFile(configFolder), jobs), Optional.of(new Journal(configFolder)),
                new ExcerptFolder(configFolder), KeptLog.of(configFolder.resolve("logbook.json"), jobs), jobs, samples);
    }

    /** With these settings, of which nothing is kept: for pictures. Excerpts that sessions bring along lie where they always do. */
    public static AppContext unkept(Settings settings, FxJobs jobs) {
        return new AppContext(Preferences.unkept(settings, jobs), Optional.empty(), new ExcerptFolder(ConfigFolder.ofThisUser()),
                LearnerLog.unkept(), jobs, List.of());
    }

    public FxJobs jobs() {
        return jobs;
    }

    public Commands commands() {
        return commands;
    }

    public CommandMenus menus() {
        return menus;
    }

    public OpenCaptures captures() {
        return captures;
    }

    /** Whether a room looks on. */
    public Presenting presenting() {
        return presenting;
    }

    public Appearance appearance() {
        return appearance;
    }

    public Preferences preferences() {
        return preferences;
    }

    /** Where changes are kept that nobody has saved; none for pictures. */
    public Optional<Journal> journal() {
        return journal;
    }

    /** Where the lines are that sessions bring along. */
    public ExcerptFolder excerpts() {
        return excerpts;
    }

    /** What the learner has done in lessons. */
    public LearnerLog learnerLog() {
        return learnerLog;
    }

    public List<Path> samples() {
        return samples;
    }

    private void follow(Settings settings) {
        boolean room = presenting.on().get();
        appearance.theme().set(room && presenting.contrast().get() ? Theme.CONTRAST : settings.theme());
        appearance.textPercent().set(Math.max(settings.textPercent(), room ? presenting.textPercent().get() : 0));
        commands.useKeymap(new Keymap(settings));
    }
}
