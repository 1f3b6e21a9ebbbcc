package org.reapscope.ui;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.document.Note;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.undo.UndoHistory;

/** What of a person's doings in a capture can be taken back: notes, cursors A and B, lanes that were pinned or hidden. */
final class CaptureEdits {

    private static final int LONGEST_NAME = 40;

    /** Cursors A and B. */
    private record Markers(long a, long b) {}

    /** Keys of lanes. */
    private record KeptKeys(List<String> pinned, List<String> hidden) {}

    private CaptureEdits() {}

    static void watch(CaptureModel model) {
        UndoHistory history = model.history();
        history.watch(() -> List.copyOf(model.notes()), notes -> model.notes().setAll(notes), CaptureEdits::ofNotes, model.notes());
        history.watch(() -> new Markers(model.markerA().get(), model.markerB().get()), markers -> {
            model.markerA().set(markers.a());
            model.markerB().set(markers.b());
        }, (before, after) -> Messages.text("undo.markers"), model.markerA(), model.markerB());
        history.watch(() -> new KeptKeys(List.copyOf(model.pinnedLanes()), List.copyOf(model.hiddenLanes())), keys -> {
            model.pinnedLanes().setAll(keys.pinned());
            model.hiddenLanes().setAll(keys.hidden());
        }, CaptureEdits::ofLanes, model.pinnedLanes(), model.hiddenLanes());
    }

    private static String ofNotes(List<Note> before, List<Note> after) {
        List<Note> gone = without(before, after);
        List<Note> come = without(after, before);
        if (gone.size() + come.size() > 2 || gone.isEmpty() && come.isEmpty()) {
            return Messages.text("undo.notes");
        }
        String text = (come.isEmpty() ? gone : come).getFirst().text();
        return Messages.text(come.isEmpty() ? "undo.note-deleted" : gone.isEmpty() ? "undo.note-written" : "undo.note-changed",
                text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) + "…" : text);
    }

    private static String ofLanes(KeptKeys before, KeptKeys after) {
        int hidden = after.hidden().size() - before.hidden().size();
        int pinned = after.pinned().size() - before.pinned().size();
        return hidden > 0 ? Messages.text("undo.lanes-hidden", hidden) : hidden < 0 ? Messages.text("undo.lanes-shown", -hidden)
                : Messages.text(pinned > 0 ? "undo.lane-pinned" : "undo.lane-unpinned");
    }

    private static List<Note> without(List<Note> some, List<Note> others) {
        List<Note> left = new ArrayList<>(some);
        others.forEach(left::remove);
        return left;
    }
}
