package org.reapscope.ui;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import javafx.beans.property.LongProperty;

import org.reapscope.analysis.Finding;
import org.reapscope.document.Note;
import org.reapscope.document.session.Session;
import org.reapscope.picture.TimeView;
import org.reapscope.trace.Trace;

/** What a person did with an open capture, as a session that can be saved; and back. */
public final class CaptureSession {

    private CaptureSession() {}

    /** What has been done with the capture so far. */
    public static Session of(CaptureModel model, Session.Source source) {
        Trace trace = model.trace().get();
        List<Session.SavedFinding> findings = trace == null ? List.of()
                : model.findings().stream().map(f -> saved(trace, f)).toList();
        TimeView view = model.view().get();
        return new Session(source,
                trace == null ? Optional.empty() : Optional.of(new Session.Span(view.startNs(), view.endNs())),
                new Session.Cursors(time(model.cursorNs()), time(model.markerA()), time(model.markerB())),
                model.notes().stream().map(CaptureSession::saved).toList(),
                new Session.Lanes(List.copyOf(model.pinnedLanes()), List.copyOf(model.hiddenLanes())),
                findings);
    }

    /**
     * Shows the capture as it was when the session was saved; notes that are there already stay. To be called when the
     * whole capture is read.
     */
    public static void restore(Session session, CaptureModel model) {
        model.history().unnoticed(() -> show(session, model));
    }

    /** The notes that the person has taken away. */
    public static List<Session.Note> deletedNotes(CaptureModel model) {
        return model.deletedNotes().stream().map(CaptureSession::saved).toList();
    }

    private static void show(Session session, CaptureModel model) {
        Set<Note> notes = new LinkedHashSet<>(notes(session));
        notes.addAll(model.notes());
        model.notes().setAll(notes);
        model.pinnedLanes().setAll(session.lanes().pinned());
        model.hiddenLanes().setAll(session.lanes().hidden());
        model.cursorNs().set(session.cursors().at().orElse(CaptureModel.UNSET));
        model.markerA().set(session.cursors().a().orElse(CaptureModel.UNSET));
        model.markerB().set(session.cursors().b().orElse(CaptureModel.UNSET));
        session.view().ifPresent(view -> model.view().set(new TimeView(view.startNs(), view.endNs())));
    }

    private static List<Note> notes(Session session) {
        return session.notes().stream().map(n -> new Note(n.span().startNs(), n.span().endNs(), n.text())).toList();
    }

    private static Session.Note saved(Note note) {
        return new Session.Note(new Session.Span(note.startNs(), note.endNs()), note.text());
    }

    private static OptionalLong time(LongProperty moment) {
        return moment.get() == CaptureModel.UNSET ? OptionalLong.empty() : OptionalLong.of(moment.get());
    }

    private static Session.SavedFinding saved(Trace trace, Finding finding) {
        return new Session.SavedFinding(finding.kind().id(), finding.severity().id(),
                new Session.Span(finding.startNs(), finding.endNs()),
                finding.tasks().stream().map(t -> trace.tasks().get(t).label()).toList(), finding.certainty().id(), finding.text());
    }
}
