package org.reapscope.ui.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.reapscope.document.Note;
import org.reapscope.trace.Trace;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.OpenedCapture;

final class NotesModelTest {

    private final CaptureModel capture = OpenedCapture.of("tiny.txt.gz");
    private final Trace trace = Objects.requireNonNull(capture.trace().get());
    private final NotesModel notes = new NotesModel(capture);

    @Test
    void aNoteIsAboutTheRangeElseTheFindingElseTheCursor() {
        capture.cursorNs().set(trace.tsNs(5));
        notes.write("moment");
        capture.selectedFinding().set(capture.findings().getFirst());
        notes.write("finding");
        capture.markerA().set(trace.tsNs(9));
        capture.markerB().set(trace.tsNs(3));
        notes.write("range");
        assertEquals(List.of(new Note(trace.tsNs(5), trace.tsNs(5), "moment"),
                new Note(capture.findings().getFirst().startNs(), capture.findings().getFirst().endNs(), "finding"),
                new Note(trace.tsNs(3), trace.tsNs(9), "range")), capture.notes());
    }

    @Test
    void keysGoFromNoteToNoteInTime_roundAtTheEnds_inWhateverOrderTheyWereWritten() {
        for (int row : new int[] {400, 10, 900}) {
            capture.notes().add(new Note(trace.tsNs(row), trace.tsNs(row), "at " + row));
        }
        capture.cursorNs().set(trace.tsNs(200));
        assertEquals(List.of("at 400", "at 900", "at 10"), List.of(next(1), next(1), next(1)));
        assertEquals("at 900", next(-1));
        capture.cursorNs().set(trace.tsNs(200));
        assertEquals("at 10", next(-1));
    }

    @Test
    void twoNotesOnOneMomentAreBothVisited() {
        capture.notes().add(new Note(trace.tsNs(10), trace.tsNs(10), "a"));
        capture.notes().add(new Note(trace.tsNs(10), trace.tsNs(20), "b"));
        capture.notes().add(new Note(trace.tsNs(30), trace.tsNs(30), "c"));
        capture.cursorNs().set(trace.firstNs());
        assertEquals(List.of("a", "b", "c", "a"), List.of(next(1), next(1), next(1), next(1)));
    }

    @Test
    void aJumpBringsTheNoteIntoView_andSaysIt() {
        Note note = new Note(trace.tsNs(500), trace.tsNs(520), "the walk");
        capture.notes().add(note);
        notes.jump(note);
        assertEquals(trace.tsNs(500), capture.cursorNs().get());
        assertTrue(capture.view().get().startNs() <= note.startNs() && capture.view().get().endNs() >= note.endNs());
        assertTrue(capture.view().get().widthNs() < trace.lastNs() - trace.firstNs());
        assertEquals("the walk", capture.narration().get());
    }

    @Test
    void wordsAreChangedInPlace_noWordsDelete_andBothAreTakenBack() {
        Note note = new Note(1, 2, "frist");
        capture.notes().addAll(note, new Note(3, 4, "second"));
        capture.history().nextAct();
        notes.change(note, "first");
        assertEquals(List.of("first", "second"), capture.notes().stream().map(Note::text).toList());
        assertEquals("note changed, “first”", capture.history().undoable().get());
        capture.history().nextAct();
        notes.change(capture.notes().getFirst(), " ");
        assertEquals(List.of("second"), capture.notes().stream().map(Note::text).toList());
        assertEquals("note deleted, “first”", capture.history().undoable().get());
        capture.history().undo();
        capture.history().undo();
        assertEquals("frist", capture.notes().getFirst().text());
    }

    private String next(int direction) {
        notes.step(direction);
        return Objects.requireNonNull(notes.selected().get()).text();
    }
}
