package org.reapscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.reapscope.document.Note;
import org.reapscope.document.session.Session;
import org.reapscope.ui.undo.UndoHistory;

final class CaptureEditsTest {

    private final CaptureModel model = new CaptureModel(Path.of("trace.txt"));
    private final UndoHistory history = model.history();

    @Test
    void notesMarkersAndLanesAreTakenBackInTurn_andComeAgain() {
        Note note = new Note(1, 2, "who holds mm_users");
        act(() -> model.notes().add(note));
        act(() -> model.markerA().set(7));
        act(() -> model.hiddenLanes().add("cpu/1"));
        assertEquals("lane hidden", history.undoable().get());
        history.undo();
        assertEquals(List.of(), model.hiddenLanes());
        history.undo();
        assertEquals(CaptureModel.UNSET, model.markerA().get());
        assertEquals("note written, “who holds mm_users”", history.undoable().get());
        history.undo();
        assertEquals(List.of(), model.notes());
        assertEquals("", history.undoable().get());
        history.redo();
        history.redo();
        history.redo();
        assertEquals(List.of(note), model.notes());
        assertEquals(7, model.markerA().get());
        assertEquals(List.of("cpu/1"), model.hiddenLanes());
        assertEquals("", history.redoable().get());
    }

    @Test
    void aDragIsOneAct_andSoIsEverythingThatOneKeyDoes() {
        act(() -> {
            for (long ns = 10; ns < 100; ns++) {
                model.markerA().set(10);
                model.markerB().set(ns);
            }
        });
        history.undo();
        assertEquals(CaptureModel.UNSET, model.markerB().get());
        history.redo();
        assertEquals(99, model.markerB().get());
    }

    @Test
    void whatIsDoneAfterAnUndoTakesThePlaceOfWhatWasTakenBack() {
        act(() -> model.markerA().set(1));
        history.undo();
        act(() -> model.markerA().set(2));
        assertEquals("", history.redoable().get());
        history.undo();
        assertEquals(CaptureModel.UNSET, model.markerA().get());
    }

    @Test
    void showingASavedSessionIsNothingThatThePersonDid() {
        CaptureSession.restore(session("saved"), model);
        assertEquals("", history.undoable().get());
        act(() -> model.notes().clear());
        history.undo();
        assertEquals("saved", model.notes().getFirst().text());
    }

    @Test
    void aDeletedNoteDoesNotComeBackFromTheFile_aNoteOfSomebodyElseDoes() {
        CaptureSession.restore(session("mine"), model);
        act(() -> model.notes().clear());
        Session now = CaptureSession.of(model, session("").source());
        Session inFile = new Session(now.source(), Optional.empty(), now.cursors(),
                List.of(note("mine"), note("theirs")), now.lanes(), List.of());
        assertEquals(List.of(note("theirs")), inFile.withNotesOf(now, CaptureSession.deletedNotes(model)).notes());
        history.undo();
        assertTrue(CaptureSession.deletedNotes(model).isEmpty());
    }

    private void act(Runnable what) {
        history.nextAct();
        what.run();
    }

    private static Session.Note note(String text) {
        return new Session.Note(new Session.Span(1, 2), text);
    }

    private static Session session(String text) {
        return new Session(new Session.Source("trace.txt", "trace.txt", 0, "", Optional.empty()), Optional.empty(),
                new Session.Cursors(OptionalLong.empty(), OptionalLong.of(7), OptionalLong.empty()), List.of(note(text)),
                new Session.Lanes(List.of(), List.of("cpu/1")), List.of());
    }
}
