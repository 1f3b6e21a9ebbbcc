package org.reapscope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Cells;
import org.reapscope.kernel.expr.Field;

/**
 * A schedule of one machine taken on a second one as well, the same scenario on another kernel or with other patches.
 *
 * <p>Both take the same tasks in the same order; {@link #difference} is the first step where they part. Beyond it the ghost
 * goes on in that order where it can, and a task that is done in the first and not in the ghost takes one step beside each
 * step of the others, so that one sees where it was heading. What lies before the difference is exact, what lies beyond is
 * one run out of many. Grows with the schedule; not thread-safe.
 */
public final class Ghost {

    private final Machine first;
    private final Machine second;
    private final int[] taskOf;
    private final int[] cellOfFirst;
    private final int[] cellOfSecond;
    private int[] path = new int[0];
    private long[][] states = new long[64][];
    private boolean[] skipped = new boolean[64];
    private @Nullable Difference difference;

    /**
     * Where two machines part.
     *
     * @param step the step, from 0
     * @param task the first machine's task that takes it
     * @param first what it does in the first: id and function of the step
     * @param second what it does in the ghost, or why it cannot
     * @param values what is different afterwards; {@code before} is the first machine's value, {@code after} the ghost's
     */
    public record Difference(int step, int task, String first, String second, List<Change> values) {

        public Difference {
            values = List.copyOf(values);
        }
    }

    /** Before the first step. */
    public Ghost(Machine first, Machine second) {
        this.first = first;
        this.second = second;
        taskOf = new int[first.tasks()];
        List<String> names = second.spec().tasks().stream().map(t -> t.name()).toList();
        Arrays.setAll(taskOf, t -> names.indexOf(first.spec().tasks().get(t).name()));
        int[][] common = commonCells(first, second);
        cellOfFirst = common[0];
        cellOfSecond = common[1];
        states[0] = second.initial();
    }

    private Ghost(Ghost from) {
        first = from.first;
        second = from.second;
        taskOf = from.taskOf;
        cellOfFirst = from.cellOfFirst;
        cellOfSecond = from.cellOfSecond;
        path = from.path;
        states = from.states.clone();
        skipped = from.skipped.clone();
        difference = from.difference;
    }

    /** One that is the same now and goes its own way from there. */
    public Ghost copy() {
        return new Ghost(this);
    }

    /** The machine that it runs on. */
    public Machine machine() {
        return second;
    }

    /**
     * Takes another schedule; what it shares with the one before is kept. O(new steps x cells) up to the difference.
     *
     * @param newPath a schedule of the first machine, all of whose steps can be taken; not to be changed afterwards
     * @param firstState the first machine's state at a depth
     */
    public void follow(int[] newPath, IntFunction<long[]> firstState) {
        int mismatch = Arrays.mismatch(newPath, path);
        int from = mismatch < 0 ? newPath.length : mismatch;
        if (difference != null && difference.step() >= from) {
            difference = null;
        }
        path = newPath;
        if (path.length >= states.length) {
            states = Arrays.copyOf(states, Math.max(path.length + 1, 2 * states.length));
            skipped = Arrays.copyOf(skipped, states.length);
        }
        for (int i = from; i < path.length; i++) {
            take(i, firstState.apply(i), firstState.apply(i + 1));
        }
    }

    /** How many steps the schedule has. */
    public int length() {
        return path.length;
    }

    /** The ghost's state at a depth of the schedule; not to be changed. */
    public long[] state(int depth) {
        return states[depth];
    }

    /** The ghost's number of a task of the first machine, -1 if it has none. */
    public int task(int firstTask) {
        return taskOf[firstTask];
    }

    /** The name of a task of the first machine. */
    public String taskName(int firstTask) {
        return first.spec().tasks().get(firstTask).name();
    }

    /** Whether the task of a step could not take one in the ghost. */
    public boolean skipped(int step) {
        return skipped[step];
    }

    /** Where the two part; empty if they do not in this schedule. */
    public Optional<Difference> difference() {
        return Optional.ofNullable(difference);
    }

    private void take(int step, long[] before, long[] after) {
        int task = path[step];
        int mine = taskOf[task];
        long[] state = states[step].clone();
        boolean can = mine >= 0 && second.enabled(state, 0, mine);
        boolean apart = difference != null;
        if (!apart) {
            difference = parting(step, task, mine, can, before);
        }
        skipped[step] = !can;
        if (can) {
            second.step(state, 0, mine);
        }
        if (!apart) {
            difference = withValues(step, task, before, after, state, difference);
        } else {
            beside(after, state, mine);
        }
        states[step + 1] = state;
    }

    /** Tasks that have nothing left to do in the first machine go on in the ghost. */
    private void beside(long[] firstAfter, long[] state, int stepped) {
        for (int task = 0; task < taskOf.length; task++) {
            int mine = taskOf[task];
            if (mine >= 0 && mine != stepped && first.done(firstAfter, 0, task) && second.enabled(state, 0, mine)) {
                second.step(state, 0, mine);
            }
        }
    }

    private @Nullable Difference parting(int step, int task, int mine, boolean can, long[] before) {
        String here = words(first.next(before, 0, task));
        if (mine < 0) {
            return new Difference(step, task, here, "there is no such task", List.of());
        }
        String there = words(second.next(states[step], 0, mine));
        return !can ? new Difference(step, task, here, Choice.of(second, states[step], mine).obstacle(), List.of())
                : here.equals(there) ? null : new Difference(step, task, here, there, List.of());
    }

    private @Nullable Difference withValues(int step, int task, long[] before, long[] after, long[] ghost, @Nullable Difference parted) {
        List<Change> values = new ArrayList<>();
        for (int k = 0; k < cellOfFirst.length; k++) {
            int one = first.layout().get(after, 0, cellOfFirst[k]);
            int other = second.layout().get(ghost, 0, cellOfSecond[k]);
            if (one != other) {
                values.add(new Change(cellOfFirst[k], CellNames.of(first, cellOfFirst[k]), one, other));
            }
        }
        if (parted != null) {
            return new Difference(step, task, parted.first(), parted.second(), values);
        }
        String words = words(first.next(before, 0, task));
        return values.isEmpty() ? null : new Difference(step, task, words, words, values);
    }

    private static String words(Optional<LinkedStep> step) {
        return step.map(s -> s.step().id() + " " + s.step().function() + ": " + s.step().title()).orElse("nothing, it is done");
    }

    /** The cells that both machines keep, program counters left out, as numbers in the first and in the second. */
    private static int[][] commonCells(Machine first, Machine second) {
        Cells mine = first.layout().cells();
        Cells theirs = second.layout().cells();
        List<int[]> pairs = new ArrayList<>();
        for (Field field : mine.fields()) {
            int count = field.cells(mine.sizes());
            if (field != Field.PC && theirs.has(field) && field.cells(theirs.sizes()) == count) {
                for (int k = 0; k < count; k++) {
                    int here = mine.first(field) + k;
                    int there = theirs.first(field) + k;
                    if (first.layout().isStored(here) && second.layout().isStored(there)) {
                        pairs.add(new int[] {here, there});
                    }
                }
            }
        }
        return new int[][] {pairs.stream().mapToInt(p -> p[0]).toArray(), pairs.stream().mapToInt(p -> p[1]).toArray()};
    }
}
