package org.reapscope.picture;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.KillTimes;
import org.reapscope.trace.lane.Lanes;

/**
 * Where somebody is led who opens a capture: to the first of the most severe findings about a kill, with all of that kill
 * in sight. Where nobody is killed it is the first of the others that has an event, then any; what was not recorded comes
 * last.
 *
 * @param finding what to select, null if nothing was found
 * @param view what to show
 * @param row the event to read about; -1 for a trace without any
 */
public record FirstLook(@Nullable Finding finding, TimeView view, int row) {

    private static final int OF_A_KILL = 0;
    private static final int OF_SOMETHING = 1;
    private static final int OF_THE_RECORDING = 2;

    /** The first look at a trace. O(findings log kills). */
    public static FirstLook of(Lanes lanes, Analysis analysis) {
        List<Kill> kills = analysis.kills();
        KillTimes times = new KillTimes(kills);
        Finding finding = analysis.findings().stream()
                .min(Comparator.comparingInt((Finding f) -> subject(f, times)).thenComparing(Finding::severity, Comparator.reverseOrder())
                        .thenComparingInt(FirstLook::rank).thenComparingLong(Finding::startNs)).orElse(null);
        boolean particular = !kills.isEmpty() || finding != null && !finding.rows().isEmpty();
        TimeView view = particular ? Framing.of(new KillScenes(lanes, kills).of(finding), finding, lanes.trace()) : Framing.whole(lanes.trace());
        int row = finding != null && !finding.rows().isEmpty() ? finding.rows().getFirst() : kills.isEmpty() ? 0 : kills.getFirst().killed().row();
        return new FirstLook(finding, view, lanes.trace().size() == 0 ? -1 : row);
    }

    /** Whether a finding is about how the trace was recorded, and has no event. */
    public static boolean ofTheRecording(Finding finding) {
        return switch (finding.kind()) {
            case LOST_EVENTS, MISSING_TRACEPOINTS -> true;
            default -> false;
        };
    }

    private static int subject(Finding finding, KillTimes times) {
        boolean ofKill = finding.tasks().stream().anyMatch(task -> times.during(task, finding.startNs(), finding.endNs()));
        return ofTheRecording(finding) ? OF_THE_RECORDING : ofKill ? OF_A_KILL : OF_SOMETHING;
    }

    private static int rank(Finding finding) {
        return switch (finding.kind()) {
            case ESRCH_HARMFUL -> 0;
            case SIGKILL_WITHOUT_EFFECT, KILL_CHAIN -> 2;
            default -> 1;
        };
    }
}
