package org.reapscope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.reapscope.document.Note;
import org.reapscope.document.session.Session;

final class CaptureSessionTest {

    @Test
    void aSessionTakesNoNoteAwayThatIsThereAlready_andBringsNoneTwice() {
        CaptureModel model = new CaptureModel(Path.of("trace.txt"));
        model.notes().addAll(new Note(1, 2, "in both"), new Note(3, 4, "here"));
        Session session = new Session(new Session.Source("trace.txt", "trace.txt", 0, "", Optional.empty()), Optional.empty(),
                new Session.Cursors(OptionalLong.empty(), OptionalLong.of(7), OptionalLong.empty()),
                List.of(new Session.Note(new Session.Span(5, 6), "saved"), new Session.Note(new Session.Span(1, 2), "in both")),
                new Session.Lanes(List.of("cpu/1"), List.of()), List.of());
        CaptureSession.restore(session, model);
        CaptureSession.restore(session, model);
        assertEquals(List.of(new Note(5, 6, "saved"), new Note(1, 2, "in both"), new Note(3, 4, "here")), model.notes());
        assertEquals(7, model.markerA().get());
        assertEquals(List.of("cpu/1"), model.pinnedLanes());
    }
}
