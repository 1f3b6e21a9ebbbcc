package org.reapscope.ui;

import org.reapscope.picture.Framing;
import org.reapscope.trace.Trace;

/** Leads every pane to an event that was chosen in one of them. */
public final class EventJump {

    private EventJump() {}

    /** Selects the event, moves the cursor to it and the timeline so that it is well in view; nothing if there is no such event. */
    public static void to(CaptureModel capture, int row) {
        Trace trace = capture.trace().get();
        if (trace == null || row < 0 || row >= trace.size()) {
            return;
        }
        long ns = trace.tsNs(row);
        capture.selectedRow().set(row);
        capture.cursorNs().set(ns);
        capture.view().set(Framing.limited(Framing.revealing(capture.view().get(), ns), trace));
    }
}
