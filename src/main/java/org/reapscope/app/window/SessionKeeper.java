package org.reapscope.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.util.Duration;

import org.reapscope.base.file.InputFile;
import org.reapscope.base.file.OutputFile;
import org.reapscope.document.session.ContentHash;
import org.reapscope.document.session.Journal;
import org.reapscope.document.session.Session;
import org.reapscope.document.session.SessionException;
import org.reapscope.document.session.SessionFile;
import org.reapscope.export.Excerpt;
import org.reapscope.picture.TimeView;
import org.reapscope.trace.Trace;
import org.reapscope.ui.AppContext;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.CaptureSession;
import org.reapscope.ui.kit.Messages;

/**
 * Keeps what a person does with captures: in the session file when asked, and in the journal at once, so that nothing
 * is lost if the program dies. What was not saved comes back with its capture.
 */
final class SessionKeeper {

    /** From a change to its entry in the journal. */
    private static final Duration CALM = Duration.millis(300);

    private final AppContext context;
    private final Banners banners;
    private final DocumentTabs documents;
    private final Map<CaptureModel, Path> files = new HashMap<>();
    private final Map<CaptureModel, Session.Source> broughtAlong = new HashMap<>();
    private final Map<Path, Session> unsaved = new HashMap<>();
    private final Map<CaptureModel, PauseTransition> pending = new HashMap<>();
    private final Set<CaptureModel> restoring = new HashSet<>();

    SessionKeeper(AppContext context, Banners banners, DocumentTabs documents) {
        this.documents = documents;
        this.context = context;
        this.banners = banners;
    }

    /** The session file of a capture, if it has one. */
    Optional<Path> fileOf(CaptureModel model) {
        return Optional.ofNullable(files.get(model));
    }

    /** The session that a capture is shown with. One that brought its lines along takes them along when it is saved. */
    void setFile(CaptureModel model, Path file, Session session) {
        files.put(model, file);
        if (context.excerpts().holds(model.file())) {
            Session.Source from = session.source();
            broughtAlong.put(model, new Session.Source("", from.name(), from.bytes(), from.sha256(), from.excerpt()));
        }
    }

    /** What was not saved of this capture when it was closed, or when the program died. */
    Optional<Session> unsavedOf(Path capture) {
        return Optional.ofNullable(unsaved.get(capture));
    }

    /** From now on every change goes into the journal. */
    void watch(CaptureModel model) {
        PauseTransition calm = new PauseTransition(CALM);
        calm.setOnFinished(e -> journal(model));
        pending.put(model, calm);
        model.notes().addListener((Observable o) -> noted(model));
        model.pinnedLanes().addListener((Observable o) -> changed(model));
        model.hiddenLanes().addListener((Observable o) -> changed(model));
    }

    /** Shows a capture, now read, as a session has it. */
    void restore(CaptureModel model, Session session) {
        restoring.add(model);
        CaptureSession.restore(session, model);
        restoring.remove(model);
    }

    /**
     * Writes the session. {@code withExcerpt} puts the lines of the span on the screen into it; so does a capture that came
     * through a pipe, of which nothing else will be left.
     */
    void save(CaptureModel model, Path target, boolean withExcerpt) {
        Path capture = model.file();
        Trace trace = model.trace().get();
        TimeView view = model.view().get();
        String reference = SessionFile.reference(target, capture);
        Session.Source brought = broughtAlong.get(model);
        List<Path> open = documents.files();
        Session draft = CaptureSession.of(model, new Session.Source(reference, name(capture), 0, "", Optional.empty()));
        PauseTransition calm = pending.get(model);
        if (calm != null && calm.getStatus() == Animation.Status.RUNNING) {
            calm.stop();
            journal(model);
        }
        boolean again = target.equals(files.get(model));
        List<Session.Note> deleted = CaptureSession.deletedNotes(model);
        context.jobs().start(job -> {
            OutputFile.of(target, open);
            boolean taken = withExcerpt || InputFile.isCopy(capture);
            Session.Source source = brought != null ? brought : new Session.Source(reference, name(capture), Files.size(capture),
                    ContentHash.of(capture, job), taken && trace != null ? Optional.of(excerpt(trace, view)) : Optional.empty());
            Session saved = new Session(source, draft.view(), draft.cursors(), draft.notes(), draft.lanes(), draft.findings());
            SessionFile.write(target, again ? withNotesThere(target, saved, deleted) : saved);
            return target;
        }, saved -> {
            files.put(model, saved);
            if (!withExcerpt) {
                context.preferences().change(s -> s.withRecent(saved));
            }
            Session now = CaptureSession.of(model, draft.source());
            if (now.notes().equals(draft.notes()) && now.lanes().equals(draft.lanes())) {
                forget(capture);
            }
            banners.tell(Messages.text("session.saved", saved));
        }, e -> {
            banners.notWritten("session.not-saved", target, e);
            changed(model);
        });
    }

    /** What another program has noted in the same file since it was opened stays there. */
    private static Session withNotesThere(Path target, Session session, List<Session.Note> deleted) throws IOException {
        try {
            return Files.exists(target) ? SessionFile.read(target).withNotesOf(session, deleted) : session;
        } catch (SessionException e) {
            return session;
        }
    }

    /** Says so if a capture is not the one that its session was saved of. */
    void compare(Path capture, Session session) {
        if (!session.source().sha256().isEmpty() && !context.excerpts().holds(capture)) {
            context.jobs().start(job -> ContentHash.of(capture, job), hash -> {
                if (!hash.equals(session.source().sha256())) {
                    banners.complain(Messages.text("session.changed", capture));
                }
            }, e -> {});
        }
    }

    /** Finds what programs that died have left, and hands each capture to {@code open}. */
    void restoreLeftBehind(Consumer<Path> open) {
        context.journal().ifPresent(journal -> context.jobs().startInOrder(job -> journal.takeLeftBehind(), left -> {
            for (Journal.Left one : left) {
                unsaved.merge(one.capture(), one.session(), (now, before) -> before.withNotesOf(now));
                banners.tell(Messages.text("session.left", name(one.capture()), one.session().notes().size()));
                open.accept(one.capture());
            }
        }, e -> banners.complain(why(e))));
    }

    private void changed(CaptureModel model) {
        PauseTransition calm = pending.get(model);
        if (!restoring.contains(model) && calm != null) {
            calm.playFromStart();
        }
    }

    /** A note goes into the journal at once: who wrote it does not write it again. */
    private void noted(CaptureModel model) {
        if (!restoring.contains(model)) {
            journal(model);
        }
    }

    private void journal(CaptureModel model) {
        Path capture = model.file();
        Session session = CaptureSession.of(model,
                new Session.Source(capture.toString(), name(capture), 0, "", Optional.empty()));
        List<Session.Note> deleted = CaptureSession.deletedNotes(model);
        unsaved.merge(capture, session, (before, now) -> before.withNotesOf(now, deleted));
        context.journal().ifPresent(journal -> context.jobs().startInOrder(job -> {
            journal.keep(capture, session, deleted);
            return capture;
        }, kept -> {}, e -> banners.complain(Messages.text("session.not-journalled", why(e)))));
    }

    private void forget(Path capture) {
        unsaved.remove(capture);
        context.journal().ifPresent(journal -> context.jobs().startInOrder(job -> {
            journal.forget(capture);
            return capture;
        }, gone -> {}, e -> banners.complain(why(e))));
    }

    private static String excerpt(Trace trace, TimeView view) throws IOException {
        StringBuilder text = new StringBuilder();
        Excerpt.write(trace, trace.rowAtOrAfter(view.startNs()), trace.rowAtOrAfter(view.endNs() + 1), text);
        return text.toString();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String why(Exception e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
