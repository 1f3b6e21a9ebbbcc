package org.reapscope.picture.run;

import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.reapscope.picture.Strip;
import org.reapscope.picture.Strips;
import org.reapscope.run.Recorder;

/** Strips from what is the case after each step. */
final class OverSteps {

    private OverSteps() {}

    /**
     * Asks for what was before the first step, and after every step.
     *
     * @param after what to show from a step on until the next, given the depth to which it led; the beginning has a step's room
     */
    static Strips of(int steps, IntFunction<@Nullable Strip> after) {
        Strips.Builder strips = new Strips.Builder();
        strips.add(Recorder.timeNs(-1), Recorder.timeNs(0), after.apply(0));
        for (int step = 0; step < steps; step++) {
            strips.add(Recorder.timeNs(step), Recorder.timeNs(step + 1), after.apply(step + 1));
        }
        return strips.build();
    }
}
