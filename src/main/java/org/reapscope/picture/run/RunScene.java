package org.reapscope.picture.run;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.report.LampRow;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.object.Vma;
import org.reapscope.run.GhostRun;
import org.reapscope.run.RunPath;
import org.reapscope.trace.lane.Lanes;

/**
 * All that a picture of a run is made from.
 *
 * @param path the run; not to go on while the picture is made
 * @param vmas the VMAs of the scenario
 * @param lanes what the run's trace means
 * @param ghost another run over it, null for none
 * @param lamps what was still open about each property that was open at the beginning
 * @param lampsOutdated whether the lamps are of another kernel
 */
public record RunScene(RunPath path, List<Vma> vmas, Lanes lanes, @Nullable GhostRun ghost, List<LampRow> lamps, boolean lampsOutdated) {

    public RunScene {
        vmas = List.copyOf(vmas);
        lamps = List.copyOf(lamps);
    }

    /** A run and nothing over it. */
    public static RunScene of(RunPath path, List<Vma> vmas, Lanes lanes) {
        return new RunScene(path, vmas, lanes, null, List.of(), false);
    }

    Machine machine() {
        return path.machine();
    }
}
