package org.reapscope.explore.witness;

import java.util.Arrays;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Steps;

/**
 * Makes a person's own schedule smaller without losing what it shows: cuts what comes after, leaves out steps of tasks
 * that were not needed, and moves steps so that each task runs in one go where the order does not matter.
 *
 * <p>Nothing is assumed about which steps commute: every change is tried on the machine and kept only if all steps can
 * still be taken and the fact still comes to hold. Time: at most a few thousand replays of the schedule.
 */
public final class Minimiser {

    private final Machine machine;
    private final Steps steps;
    private final int fact;

    private Minimiser(Machine machine, int fact) {
        this.machine = machine;
        this.steps = machine.compiled();
        this.fact = fact;
    }

    /**
     * The smaller schedule.
     *
     * @throws IllegalArgumentException if the schedule cannot be run or does not show the fact
     */
    public static Witness than(int[] schedule, int fact, Machine machine) {
        Witness.of(machine, schedule);
        Minimiser smaller = new Minimiser(machine, fact);
        int length = smaller.shows(schedule, schedule.length);
        if (length < 0) {
            throw new IllegalArgumentException("the schedule does not lead to "
                    + machine.spec().facts().get(fact).name());
        }
        int[] best = smaller.withoutNeedless(Arrays.copyOf(schedule, length));
        return Witness.of(machine, smaller.joined(best));
    }

    /** After how many of the first {@code length} steps the fact holds; -1 if never, or if a step cannot be taken. */
    private int shows(int[] schedule, int length) {
        long[] state = machine.initial();
        for (int k = 0; k < length; k++) {
            if ((steps.facts(state, 0) >>> fact & 1) != 0) {
                return k;
            }
            if (!steps.enabled(state, 0, schedule[k])) {
                return -1;
            }
            steps.step(state, 0, schedule[k]);
        }
        return (steps.facts(state, 0) >>> fact & 1) != 0 ? length : -1;
    }

    /** Leaves out, from the back, the last steps of each task as long as the rest still shows the fact. */
    private int[] withoutNeedless(int[] schedule) {
        int[] best = schedule;
        boolean[] needed = new boolean[machine.tasks()];
        for (int k = best.length - 1; k >= 0; k--) {
            int task = best[k];
            if (needed[task]) {
                continue;
            }
            int[] without = new int[best.length - 1];
            System.arraycopy(best, 0, without, 0, k);
            System.arraycopy(best, k + 1, without, k, without.length - k);
            int length = shows(without, without.length);
            if (length < 0) {
                needed[task] = true;
            } else {
                best = Arrays.copyOf(without, length);
                k = Math.min(k, length);
            }
        }
        return best;
    }

    /** Moves whole runs of a task to that task's run before or after, while that saves a switch. */
    private int[] joined(int[] schedule) {
        int[] best = schedule;
        for (boolean changed = true; changed;) {
            changed = false;
            for (int from = 0; from < best.length && !changed; from = runEnd(best, from)) {
                int[] moved = joinedAt(best, from);
                if (moved != null) {
                    best = moved;
                    changed = true;
                }
            }
        }
        return best;
    }

    /** The schedule with the run that begins here moved to a neighbouring run of its task; null if that does not work. */
    private int @org.jspecify.annotations.Nullable [] joinedAt(int[] schedule, int from) {
        int to = runEnd(schedule, from);
        for (int before = from - 1; before >= 0; before--) {
            if (schedule[before] == schedule[from]) {
                int[] moved = moved(schedule, from, to, before + 1);
                if (isBetter(moved, schedule)) {
                    return moved;
                }
                break;
            }
        }
        for (int after = to; after < schedule.length; after++) {
            if (schedule[after] == schedule[from]) {
                int[] moved = moved(schedule, from, to, after);
                return isBetter(moved, schedule) ? moved : null;
            }
        }
        return null;
    }

    private boolean isBetter(int[] schedule, int[] than) {
        return switches(schedule) < switches(than) && shows(schedule, schedule.length) == schedule.length;
    }

    private static int runEnd(int[] schedule, int from) {
        int end = from;
        while (end < schedule.length && schedule[end] == schedule[from]) {
            end++;
        }
        return end;
    }

    private static int switches(int[] schedule) {
        int switches = 0;
        for (int k = 1; k < schedule.length; k++) {
            switches += schedule[k] != schedule[k - 1] ? 1 : 0;
        }
        return switches;
    }

    /** Steps {@code from} to {@code to - 1} taken out and put in before what was at {@code at}. */
    private static int[] moved(int[] schedule, int from, int to, int at) {
        int[] run = Arrays.copyOfRange(schedule, from, to);
        int[] rest = new int[schedule.length - run.length];
        System.arraycopy(schedule, 0, rest, 0, from);
        System.arraycopy(schedule, to, rest, from, schedule.length - to);
        int place = at <= from ? at : at - run.length;
        int[] result = new int[schedule.length];
        System.arraycopy(rest, 0, result, 0, place);
        System.arraycopy(run, 0, result, place, run.length);
        System.arraycopy(rest, place, result, place + run.length, rest.length - place);
        return result;
    }
}
