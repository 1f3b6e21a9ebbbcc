package org.reapscope.picture.run;

import java.util.Arrays;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.reapscope.run.RunPath;

/** Remembers what a lane of the branch shows at each step until the branch changes there. */
final class StripMemo implements IntFunction<@Nullable Strip> {

    private final RunPath path;
    private final IntFunction<@Nullable Strip> lane;
    private @Nullable Strip[] strips = new @Nullable Strip[64];
    private boolean[] known = new boolean[64];
    private int generation;

    StripMemo(RunPath path, IntFunction<@Nullable Strip> lane) {
        this.path = path;
        this.lane = lane;
        generation = path.generation();
    }

    @Override
    public @Nullable Strip apply(int step) {
        if (step < 0) {
            return lane.apply(step);
        }
        if (generation != path.generation()) {
            int kept = generation + 1 == path.generation() ? Math.min(known.length, path.changedFrom()) : 0;
            Arrays.fill(known, kept, known.length, false);
            generation = path.generation();
        }
        if (step >= known.length) {
            int capacity = Math.max(step + 1, 2 * known.length);
            strips = Arrays.copyOf(strips, capacity);
            known = Arrays.copyOf(known, capacity);
        }
        if (!known[step]) {
            strips[step] = lane.apply(step);
            known[step] = true;
        }
        return strips[step];
    }
}
