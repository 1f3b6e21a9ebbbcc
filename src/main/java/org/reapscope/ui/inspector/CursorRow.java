package org.reapscope.ui.inspector;

import org.reapscope.trace.Trace;
import org.reapscope.ui.CaptureModel;

/** The event that a cursor stands on. */
public final class CursorRow {

    private CursorRow() {}

    /**
     * The selected event, if the cursor is at its time or not set; else the last event not after the cursor. -1 if there
     * is neither, or the cursor is before the first event.
     */
    public static int of(CaptureModel capture) {
        Trace trace = capture.trace().get();
        if (trace == null || trace.size() == 0) {
            return -1;
        }
        int selected = capture.selectedRow().get();
        long cursor = capture.cursorNs().get();
        boolean valid = selected >= 0 && selected < trace.size();
        if (cursor == CaptureModel.UNSET) {
            return valid ? selected : -1;
        }
        return valid && trace.tsNs(selected) == cursor ? selected : lastNotAfter(trace, cursor);
    }

    /** The last event not after this time, -1 if there is none. O(log n). */
    public static int lastNotAfter(Trace trace, long ns) {
        return ns == Long.MAX_VALUE ? trace.size() - 1 : trace.rowAtOrAfter(ns + 1) - 1;
    }
}
