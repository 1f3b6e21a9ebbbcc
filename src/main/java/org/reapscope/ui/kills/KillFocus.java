package org.reapscope.ui.kills;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.Kill;
import org.reapscope.picture.Framing;
import org.reapscope.picture.KillScenes;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.CaptureModel;

/** Leads every pane to a kill, and says what time it is since. */
public final class KillFocus {

    private KillFocus() {}

    /**
     * Makes this the kill that all panes speak of: the cursor goes to its first event, the timeline frames it. A finding that
     * is about another kill is let go.
     */
    public static void on(CaptureModel capture, Kill kill) {
        Lanes lanes = capture.lanes().get();
        if (lanes == null) {
            return;
        }
        Finding finding = capture.selectedFinding().get();
        if (finding != null && KillScenes.killOf(capture.kills(), finding) != kill) {
            capture.selectedFinding().set(null);
        }
        capture.kill().set(kill);
        capture.view().set(Framing.of(new KillScenes(lanes, capture.kills()).of(kill), null, lanes.trace()));
        capture.cursorNs().set(kill.begins().ns());
        capture.selectedRow().set(kill.begins().row());
        capture.narration().set(kill.victim() + " " + kill.fate() + ".");
    }

    /** Goes to the next kill ({@code step} 1) or the one before (-1), round at the ends. */
    public static void step(CaptureModel capture, int step) {
        List<Kill> kills = capture.kills();
        if (!kills.isEmpty()) {
            Kill now = capture.kill().get();
            int at = now == null ? step > 0 ? -1 : 0 : kills.indexOf(now);
            on(capture, kills.get(Math.floorMod(at + step, kills.size())));
        }
    }

    /** A moment as it stands to a kill: {@code 56 µs after the kill of victim-3295}; empty without a kill. */
    public static String since(Trace trace, @Nullable Kill kill, long ns) {
        if (kill == null) {
            return "";
        }
        long distance = ns - kill.begins().ns();
        String name = KillScenes.name(kill);
        return distance == 0 ? "at " + name : ClockFigures.of(trace).length(Math.abs(distance)) + (distance < 0 ? " before " : " after ") + name;
    }
}
