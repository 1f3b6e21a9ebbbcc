package org.reapscope.analysis.episode;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.VictimThread;
import org.reapscope.trace.Trace;

/**
 * The kill that a moment belongs to: its steps in order, and where in them the moment is.
 *
 * @param kill the kill
 * @param steps from the kill to the end of the teardown, in time order; those that the trace lacks at the end
 * @param current index of the last step that has happened, -1 if none has
 * @param place where the moment is, in words
 */
public record Episode(Kill kill, List<EpisodeStep> steps, int current, String place) {

    /**
     * The kill that was the last to begin and is not over at {@code row}; where there is none, the one that ended last;
     * where there is none either, the first to come. Null if the trace has no kill.
     */
    public static @Nullable Episode at(Trace trace, List<Kill> kills, int row) {
        Kill best = null;
        for (Kill kill : kills) {
            boolean began = kill.killed().row() <= row;
            if (best == null || began && (lastRow(kill) >= row || lastRow(best) < row)) {
                best = kill;
            }
        }
        return best == null ? null : of(trace, best, row);
    }

    /** The episode of one kill, seen from {@code row}. */
    public static Episode of(Trace trace, Kill kill, int row) {
        List<EpisodeStep> steps = EpisodeSteps.of(kill);
        int current = -1;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).row() >= 0 && steps.get(i).row() <= row) {
                current = i;
            }
        }
        return new Episode(kill, steps, current, place(trace, kill, row));
    }

    private static String place(Trace trace, Kill kill, int row) {
        ClockFigures clock = ClockFigures.of(trace);
        long sinceKill = trace.tsNs(row) - kill.killed().ns();
        if (row < kill.killed().row()) {
            return clock.length(-sinceKill) + " before " + kill.zero();
        }
        String after = clock.length(sinceKill) + " after " + kill.zero();
        if (kill.mmNull() == null || row < kill.mmNull().row()) {
            return after;
        }
        if (kill.tornDown() == null || row < kill.tornDown().row()) {
            long open = trace.tsNs(row) - kill.mmNull().ns();
            return after + (open == 0 ? "; the -ESRCH window opens" : ", in the -ESRCH window for " + clock.length(open));
        }
        long free = trace.tsNs(row) - kill.tornDown().ns();
        return after + (free == 0 ? "; the memory is free" : "; the memory has been free for " + clock.length(free));
    }

    /** The row of the last step that the trace has. */
    private static int lastRow(Kill kill) {
        int last = Math.max(kill.killed().row(), row(kill.tornDown()));
        for (Reap reap : kill.reaps()) {
            last = Math.max(last, Math.max(row(reap.entered()), row(reap.exited())));
        }
        for (VictimThread thread : kill.threads()) {
            last = Math.max(last, Math.max(row(thread.mmNull()), Math.max(row(thread.delivered()), row(thread.exited()))));
        }
        return last;
    }

    private static int row(@Nullable Moment moment) {
        return moment == null ? -1 : moment.row();
    }
}
