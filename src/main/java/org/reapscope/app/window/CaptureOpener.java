package org.reapscope.app.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.file.InputFile;
import org.reapscope.document.DocumentKind;
import org.reapscope.document.session.Session;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.job.RunningJob;
import org.reapscope.ui.kit.Messages;

/** Opens, reloads and closes captures, and knows which are being read. */
final class CaptureOpener {

    private final AppContext context;
    private final CaptureLoader loader;
    private final Banners banners;
    private final SessionKeeper keeper;
    private final RunTabs runs;
    private final LessonTabs lessons;
    private final SessionOpener sessions;
    private final SnapshotAttacher snapshots;
    private final Map<CaptureModel, RunningJob> jobs = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable RunningJob> selectedJob = new ReadOnlyObjectWrapper<>();

    CaptureOpener(AppContext context, CaptureLoader loader, Banners banners, SessionKeeper keeper, RunTabs runs, LessonTabs lessons) {
        this.lessons = lessons;
        this.runs = runs;
        this.context = context;
        this.loader = loader;
        this.banners = banners;
        this.keeper = keeper;
        sessions = new SessionOpener(context, banners);
        snapshots = new SnapshotAttacher(context, banners);
        context.captures().selected().addListener((o, was, is) -> selectedJob.set(is == null ? null : jobs.get(is)));
    }

    /** The reading of the capture in front, null when it is done. */
    ReadOnlyObjectProperty<@Nullable RunningJob> selectedJob() {
        return selectedJob.getReadOnlyProperty();
    }

    void open(List<Path> files) {
        files.forEach(this::open);
    }

    /** Opens a file in a tab of its own; brings its tab to the front if it is open already. */
    void open(Path given) {
        if (InputFile.isStream(given)) {
            context.jobs().start(job -> InputFile.of(given), this::open, e -> banners.complain(why(e)));
            return;
        }
        Path file = given.toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            banners.complain(Messages.text(Files.isDirectory(file) ? "open.folder" : "open.missing", file));
            context.preferences().change(s -> s.withoutRecent(file));
            return;
        }
        switch (DocumentKind.of(file)) {
            case SCENARIO -> runs.open(file);
            case RUN -> runs.openSaved(file);
            case LESSON -> lessons.open(file);
            case SESSION -> sessions.open(file, (capture, session) -> openWith(capture, session, file));
            case SNAPSHOT -> attach(file);
            case CAPTURE -> context.captures().of(file).ifPresentOrElse(context.captures().selected()::set, () -> {
                CaptureModel model = add(file);
                whenRead(model, () -> keeper.unsavedOf(file).ifPresent(session -> keeper.restore(model, session)));
            });
        }
    }

    /** Opens a capture of which notes were left behind, and shows them, also if it is open already. */
    void openWithNotes(Path capture) {
        open(capture);
        context.captures().of(capture).ifPresent(model -> whenRead(model,
                () -> keeper.unsavedOf(capture).ifPresent(session -> keeper.restore(model, session))));
    }

    /** A snapshot goes to the capture beside it, else to the one in front. */
    private void attach(Path snapshot) {
        CaptureModel front = context.captures().selected().get();
        Optional<Path> beside = AddressSpaceSnapshot.captureOf(snapshot);
        if (beside.isPresent()) {
            open(beside.get());
            context.captures().of(beside.get()).ifPresent(model -> snapshots.attach(model, snapshot));
        } else if (front != null) {
            snapshots.attach(front, snapshot);
        } else {
            banners.complain(Messages.text("open.snapshot-alone", snapshot));
        }
    }

    private void openWith(Path capture, Session session, Path sessionFile) {
        CaptureModel model = context.captures().of(capture).orElseGet(() -> add(capture));
        context.captures().selected().set(model);
        keeper.setFile(model, sessionFile, session);
        keeper.compare(capture, session);
        whenRead(model, () -> keeper.restore(model, keeper.unsavedOf(capture).map(session::withNotesOf).orElse(session)));
    }

    private CaptureModel add(Path file) {
        CaptureModel model = new CaptureModel(file);
        context.captures().add(model);
        keeper.watch(model);
        model.leftOut().addListener((InvalidationListener) o -> model.leftOut().forEach(banners::tell));
        model.trace().addListener((o, was, is) -> {
            if (was != null && is != null && was.lines() != is.lines()) {
                letGo(was);
            }
        });
        read(model);
        return model;
    }

    /** Does it as soon as the whole file is read: now, if it is. */
    private static void whenRead(CaptureModel model, Runnable act) {
        if (model.loading().get() >= 1) {
            act.run();
            return;
        }
        model.loading().addListener(new ChangeListener<Number>() {
            @Override
            public void changed(ObservableValue<? extends Number> loading, Number was, Number is) {
                if (is.doubleValue() >= 1) {
                    loading.removeListener(this);
                    act.run();
                }
            }
        });
    }

    void reload(CaptureModel model) {
        cancel(model);
        read(model);
    }

    /** Stops reading; what was read so far stays to be looked at. */
    void cancel(CaptureModel model) {
        RunningJob job = jobs.get(model);
        if (job != null) {
            job.cancel();
            ended(model);
            if (model.trace().get() == null) {
                context.captures().close(model);
            } else {
                model.loading().set(1);
                banners.tell(Messages.text("open.stopped", model.file().getFileName()));
            }
        }
    }

    void close(CaptureModel model) {
        RunningJob job = jobs.get(model);
        if (job != null) {
            job.cancel();
            ended(model);
        }
        context.captures().close(model);
        Trace trace = model.trace().get();
        if (trace != null) {
            letGo(trace);
        }
    }

    private void read(CaptureModel model) {
        model.loading().set(0);
        RunningJob job = loader.load(model, this::failed);
        jobs.put(model, job);
        whenRead(model, () -> {
            if (jobs.get(model) == job) {
                ended(model);
                if (!context.excerpts().holds(model.file())) {
                    context.preferences().opened(model.file());
                }
            }
        });
        if (context.captures().selected().get() == model) {
            selectedJob.set(job);
        }
    }

    private void failed(Path file, Exception e) {
        String why = why(e);
        banners.complain(why.contains(file.getFileName().toString()) ? why : file.getFileName() + ": " + why);
        context.captures().of(file).ifPresent(model -> {
            ended(model);
            if (model.trace().get() == null) {
                context.captures().close(model);
            }
        });
    }

    private static String why(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /** Closes the file of a trace that is no longer shown. */
    private void letGo(Trace trace) {
        context.jobs().start(job -> {
            trace.lines().close();
            return trace;
        }, closed -> {}, e -> {});
    }

    private void ended(CaptureModel model) {
        jobs.remove(model);
        if (context.captures().selected().get() == model) {
            selectedJob.set(null);
        }
    }
}
