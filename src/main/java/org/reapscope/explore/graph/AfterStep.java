package org.reapscope.explore.graph;

import java.util.Arrays;
import java.util.List;

import org.reapscope.base.job.Progress;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;

/** Whether a fact holds whenever some step has just been taken. */
public final class AfterStep {

    private static final int OFTEN = 1 << 12;

    private AfterStep() {}

    /** A shortest schedule that ends with one of the steps and leaves the fact false; empty if there is none. */
    public static int[] firstBroken(StateGraph graph, List<String> stepIds, int fact, Progress progress) {
        Machine machine = graph.machine();
        for (int state = 0; state < graph.expanded(); state++) {
            long[] here = graph.state(state);
            for (long rest = machine.enabledMask(here, 0); rest != 0; rest &= rest - 1) {
                int task = Long.numberOfTrailingZeros(rest);
                if (machine.next(here, 0, task).filter(s -> isOneOf(s, stepIds)).isPresent()) {
                    long[] there = here.clone();
                    machine.step(there, 0, task);
                    if (machine.compiled().fact(there, 0, fact) == 0) {
                        int[] path = Arrays.copyOf(graph.path(state), graph.depth(state) + 1);
                        path[path.length - 1] = task;
                        return path;
                    }
                }
            }
            if (state % OFTEN == 0) {
                progress.report(state, graph.expanded());
            }
        }
        return new int[0];
    }

    private static boolean isOneOf(LinkedStep step, List<String> ids) {
        return step.parts().stream().anyMatch(part -> ids.contains(part.id()));
    }
}
