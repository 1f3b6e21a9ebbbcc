package org.reapscope.view;

import java.nio.file.Path;
import java.util.List;

import org.reapscope.settings.Settings;
import org.reapscope.view.command.CommandMenus;
import org.reapscope.view.command.Commands;
import org.reapscope.view.command.Keymap;
import org.reapscope.view.job.FxJobs;
import org.reapscope.view.theme.Appearance;
import org.reapscope.viewmodel.OpenCaptures;

/** What the controllers of one window work with; made once, by hand. On the JavaFX thread. */
public final class AppContext {

    private final FxJobs jobs;
    private final Commands commands = new Commands();
    private final CommandMenus menus = new CommandMenus(commands);
    private final OpenCaptures captures = new OpenCaptures();
    private final Appearance appearance = new Appearance();
    private final Preferences preferences;
    private final List<Path> samples;

    /**
     * Applies the settings found, and follows them.
     *
     * @param samples the captures that come with the program
     */
    public AppContext(Preferences preferences, FxJobs jobs, List<Path> samples) {
        this.preferences = preferences;
        this.jobs = jobs;
        this.samples = List.copyOf(samples);
        preferences.settings().addListener((o, was, is) -> follow(is));
        follow(preferences.settings().get());
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

    public Appearance appearance() {
        return appearance;
    }

    public Preferences preferences() {
        return preferences;
    }

    public List<Path> samples() {
        return samples;
    }

    private void follow(Settings settings) {
        appearance.theme().set(settings.theme());
        appearance.textPercent().set(settings.textPercent());
        commands.useKeymap(new Keymap(settings));
    }
}
