package org.reapscope.ui.run;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

import org.reapscope.explore.report.LampRow;
import org.reapscope.run.PropertyNow;
import org.reapscope.run.RunMarks;

/** The steps of a run's branch at which something comes about: a property begins to hold, walkers collide, an outcome is settled. */
final class RunStops {

    private RunStops() {}

    /**
     * The next such step, round at the ends; where the run is, if there is none.
     *
     * @param by 1 for the one after, -1 for the one before
     * @param lamps what the steps settle; empty where nobody is to know
     */
    static int next(RunModel run, List<LampRow> lamps, int by) {
        NavigableSet<Integer> stops = new TreeSet<>();
        run.properties().stream().mapToInt(PropertyNow::since).forEach(stops::add);
        run.path().marks().collisions().stream().mapToInt(RunMarks.Collision::step).map(step -> step + 1).forEach(stops::add);
        lamps.stream().mapToInt(LampRow::decisive).forEach(stops::add);
        NavigableSet<Integer> ofBranch = stops.subSet(1, true, Math.max(1, run.path().length()), true);
        if (ofBranch.isEmpty() || run.path().length() == 0) {
            return run.depth();
        }
        Integer found = by > 0 ? ofBranch.higher(run.depth()) : ofBranch.lower(run.depth());
        return found != null ? found : by > 0 ? ofBranch.first() : ofBranch.last();
    }
}
