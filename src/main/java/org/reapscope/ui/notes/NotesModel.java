package org.reapscope.ui.notes;

import java.util.Comparator;
import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.transformation.SortedList;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Finding;
import org.reapscope.document.Note;
import org.reapscope.picture.Framing;
import org.reapscope.picture.TimeView;
import org.reapscope.trace.Trace;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.inspector.CursorRow;
import org.reapscope.ui.kit.Messages;

/** The notes and bookmarks of a capture in order of time: writing, changing and deleting them, and the way from one to the next. */
public final class NotesModel {

    private static final Comparator<Note> BY_TIME = Comparator.comparingLong(Note::startNs).thenComparingLong(Note::endNs).thenComparing(Note::text);

    private final CaptureModel capture;
    private final SortedList<Note> shown;
    private final ObjectProperty<@Nullable Note> selected = new SimpleObjectProperty<>();

    public NotesModel(CaptureModel capture) {
        this.capture = capture;
        shown = new SortedList<>(capture.notes(), BY_TIME);
    }

    public CaptureModel capture() {
        return capture;
    }

    /** The notes in order of time. */
    public SortedList<Note> shown() {
        return shown;
    }

    /** The note that was written or gone to last; it may have been deleted since. */
    public ObjectProperty<@Nullable Note> selected() {
        return selected;
    }

    /** Writes a note about the range between A and B if both are set, else the selected finding, else the moment of the cursor. */
    public void write(String text) {
        long a = capture.markerA().get();
        long b = capture.markerB().get();
        Finding finding = capture.selectedFinding().get();
        if (a != CaptureModel.UNSET && b != CaptureModel.UNSET) {
            add(new Note(Math.min(a, b), Math.max(a, b), text));
        } else if (finding != null) {
            add(new Note(finding.startNs(), finding.endNs(), text));
        } else {
            add(new Note(moment(), moment(), text));
        }
    }

    /** Marks the moment of the cursor. */
    public void bookmark() {
        add(new Note(moment(), moment(), Messages.text("note.bookmark")));
    }

    /** Gives a note other words; without any it is deleted. */
    public void change(Note note, String text) {
        int at = capture.notes().indexOf(note);
        if (text.isBlank()) {
            delete(note);
        } else if (at >= 0 && !text.equals(note.text())) {
            Note changed = new Note(note.startNs(), note.endNs(), text);
            capture.notes().set(at, changed);
            selected.set(changed);
        }
    }

    public void delete(Note note) {
        capture.notes().remove(note);
    }

    /** Leads every pane to a note. */
    public void jump(Note note) {
        selected.set(note);
        Trace trace = capture.trace().get();
        if (trace == null || trace.size() == 0) {
            return;
        }
        TimeView view = capture.view().get();
        TimeView wanted = note.endNs() == note.startNs() ? Framing.revealing(view, note.startNs())
                : Framing.shows(view, note.startNs(), note.endNs()) ? view
                : Framing.around(note.startNs(), note.endNs(), Framing.context(trace));
        capture.view().set(Framing.limited(wanted, trace));
        capture.selectedRow().set(CursorRow.lastNotAfter(trace, note.startNs()));
        capture.cursorNs().set(note.startNs());
        capture.narration().set(note.text());
    }

    /** Goes to the next note after the cursor, or the one before it; round at the ends. */
    public void step(int direction) {
        if (shown.isEmpty()) {
            return;
        }
        Note last = selected.get();
        int at = last == null || last.startNs() != moment() ? -1 : shown.indexOf(last);
        if (at < 0) {
            List<Long> times = shown.stream().map(Note::startNs).toList();
            int before = (int) times.stream().filter(ns -> ns < moment()).count();
            int notAfter = (int) times.stream().filter(ns -> ns <= moment()).count();
            at = direction > 0 ? notAfter - 1 : before;
        }
        jump(shown.get(Math.floorMod(at + direction, shown.size())));
    }

    private void add(Note note) {
        capture.notes().add(note);
        selected.set(note);
    }

    private long moment() {
        return capture.cursorNs().get() != CaptureModel.UNSET ? capture.cursorNs().get() : capture.view().get().startNs();
    }
}
