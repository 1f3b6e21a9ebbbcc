package org.reapscope.app.window;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Consumer;

import javafx.stage.FileChooser;

import org.reapscope.base.file.FileName;
import org.reapscope.document.session.RunSession;
import org.reapscope.document.session.RunSessionFile;
import org.reapscope.document.session.SessionFile;
import org.reapscope.run.SavedRun;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.run.RunModel;

/** Saves runs as session files, and opens them again. */
final class RunSessions {

    private final AppContext context;
    private final DocumentTabs tabs;
    private final Banners banners;
    /** Where a run was saved last, or opened from. */
    private final Map<RunModel, Path> files = new WeakHashMap<>();

    /** A session with the run that it has become. */
    private record Opened(RunSession session, Path scenario, boolean same, SavedRun.Restored run) {}

    RunSessions(AppContext context, DocumentTabs tabs, Banners banners) {
        this.context = context;
        this.tabs = tabs;
        this.banners = banners;
    }

    /** The session file of a run, if it has one. */
    Optional<Path> fileOf(RunModel run) {
        return Optional.ofNullable(files.get(run));
    }

    /** Reads a session; {@code show} gets its run. */
    void open(Path file, Consumer<RunModel> show) {
        List<Path> known = new ArrayList<>(context.preferences().settings().get().recent());
        known.addAll(context.samples());
        context.jobs().start(job -> read(file, known), opened -> {
            RunModel model = new RunModel(opened.scenario(), opened.run());
            model.scheduler().restore(opened.session().scheduler());
            files.put(model, file);
            show.accept(model);
            context.preferences().opened(file);
            if (!opened.same()) {
                String cut = opened.run().remark();
                banners.tell(Messages.text("run.session-changed", opened.scenario().getFileName(),
                        cut.isEmpty() ? Messages.text("run.session-fits") : cut));
            }
        }, e -> banners.complain(e.getMessage() == null ? e.toString() : e.getMessage()));
    }

    private Opened read(Path file, List<Path> known) throws IOException {
        RunSession session = RunSessionFile.read(file);
        RunSessionFile.Found found = RunSessionFile.scenario(file, session.source(), known, context.excerpts())
                .orElseThrow(() -> new IOException(Messages.text("run.no-scenario", file, session.source().name())));
        Path scenario = found.scenario().toAbsolutePath().normalize();
        return new Opened(session, scenario, found.same(), session.run().on(ScenarioFile.read(scenario)));
    }

    /** Saves a run where it was saved before, else where a person says. */
    void save(RunModel run) {
        fileOf(run).ifPresentOrElse(file -> save(run, file), () -> saveAs(run));
    }

    void saveAs(RunModel run) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Messages.text("run.save-title"));
        chooser.setInitialFileName(FileName.of(run.file().getFileName().toString().replaceFirst("\\.json$", ""), SessionFile.ENDING));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Messages.text("session.files"), "*" + SessionFile.ENDING));
        Optional.ofNullable(run.file().getParent()).map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showSaveDialog(tabs.window());
        if (chosen != null) {
            save(run, chosen.toPath());
        }
    }

    /** Saves a run there. */
    void save(RunModel run, Path target) {
        SavedRun saved = run.saved();
        RunSession.Scheduler scheduler = run.scheduler().saved();
        List<Path> open = tabs.files();
        Path scenario = run.file();
        context.jobs().startInOrder(job -> {
            RunSessionFile.write(target, new RunSession(RunSessionFile.source(target, scenario), saved, scheduler), open);
            return target;
        }, written -> {
            files.put(run, written);
            context.preferences().change(s -> s.withRecent(written));
            banners.tell(Messages.text("session.saved", written));
        }, e -> banners.notWritten("session.not-saved", target, e));
    }
}
