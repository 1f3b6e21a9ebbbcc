package org.reapscope.explore.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.TaskSpec;
import org.reapscope.run.Choice;
import org.reapscope.run.Ghost;
import org.reapscope.run.RunEnd;

/**
 * A run of one kernel tried on another: the same tasks step in the same order until a micro-step differs.
 *
 * <p>A step that the other kernel's program for that task does not have at all is taken in the first kernel alone, unless
 * the other kernel has a step of its own in that place. The kernels may have different tasks; they are matched by name.
 *
 * @param followed the steps that are the same in both, in order: the run of the other kernel so far
 * @param skipped places in the schedule (from 0) of steps that only the first kernel has
 * @param difference the first step that differs; null if there is none
 * @param endings how the two runs stand after the whole schedule, of which the other kernel takes what it can
 */
public record Transplant(int[] followed, List<Integer> skipped, @Nullable Difference difference, Endings endings) {

    /** Keeps copies. */
    public Transplant {
        followed = followed.clone();
        skipped = List.copyOf(skipped);
    }

    @Override
    public int[] followed() {
        return followed.clone();
    }

    /**
     * How two runs stand at their end.
     *
     * @param here the kernel that the schedule is from, as {@link RunEnd} says it
     * @param there the other kernel
     */
    public record Endings(String here, String there) {

        /** Both in one sentence; empty where nothing is known. */
        public String sentence() {
            return there.isEmpty() ? "" : here.equals(there) ? "After the whole schedule, here as there: " + there + "."
                    : "After the whole schedule, there: " + there + "; here: " + here + ".";
        }
    }

    /** How a step differs. */
    public enum Kind {
        /** The other kernel has no such task. */
        NO_SUCH_TASK,
        /** The task is somewhere else in its program, or done. */
        OTHER_STEP,
        /** It is the same step, but the task must wait. */
        WAITS,
        /** It is the same step, but it changes other values. */
        OTHER_VALUES
    }

    /**
     * The first step that differs.
     *
     * @param at its place in the schedule, from 0
     * @param task the name of the task
     * @param kind how it differs
     * @param from what it does in the kernel that the schedule is from
     * @param to what the task would do in the other kernel
     */
    public record Difference(int at, String task, Kind kind, Side from, Side to) {}

    /**
     * What a task does next in one kernel.
     *
     * @param path the step's place in its program; empty if the task is done or not there
     * @param function the kernel function; empty likewise
     * @param sentence what it does with live values, or why it cannot
     * @param values what it changes that the other side does not change likewise, as {@code mm_users[victim] 2 -> 1}
     */
    public record Side(String path, String function, String sentence, List<String> values) {

        /** Keeps a copy. */
        public Side {
            values = List.copyOf(values);
        }
    }

    /**
     * Follows a schedule.
     *
     * @param from the machine that it is from, best one that keeps every field
     * @param schedule tasks of {@code from}, each of which can step when its turn comes
     * @param to the machine that it is tried on
     * @throws IllegalArgumentException if a step cannot be taken in {@code from}
     */
    public static Transplant of(Machine from, int[] schedule, Machine to) {
        return new Walk(from, to, endings(from, schedule, to)).along(schedule);
    }

    private static Endings endings(Machine from, int[] schedule, Machine to) {
        long[][] states = new long[schedule.length + 1][];
        states[0] = from.initial();
        for (int k = 0; k < schedule.length; k++) {
            states[k + 1] = states[k].clone();
            if (!from.enabled(states[k], 0, schedule[k])) {
                throw new IllegalArgumentException("step " + (k + 1) + " of the schedule cannot be taken");
            }
            from.step(states[k + 1], 0, schedule[k]);
        }
        Ghost ghost = new Ghost(from, to);
        ghost.follow(schedule, depth -> states[depth]);
        return new Endings(RunEnd.of(from, states[schedule.length]), RunEnd.of(to, ghost.state(schedule.length)));
    }

    private static final class Walk {

        private final Machine from;
        private final Machine to;
        private final Endings endings;
        private final long[] here;
        private final long[] there;
        private final List<Integer> followed = new ArrayList<>();
        private final List<Integer> skipped = new ArrayList<>();

        Walk(Machine from, Machine to, Endings endings) {
            this.endings = endings;
            this.from = from;
            this.to = to;
            this.here = from.initial();
            this.there = to.initial();
        }

        Transplant along(int[] schedule) {
            for (int at = 0; at < schedule.length; at++) {
                Choice mine = Choice.of(from, here, schedule[at]);
                if (!mine.enabled()) {
                    throw new IllegalArgumentException("step " + (at + 1) + " of the schedule cannot be taken");
                }
                String name = from.spec().tasks().get(schedule[at]).name();
                int task = to.spec().tasks().stream().map(TaskSpec::name).toList().indexOf(name);
                if (task >= 0 && isLeftOut(mine, schedule[at], task)) {
                    skipped.add(at);
                } else {
                    Optional<Difference> difference = difference(at, name, mine, task);
                    if (difference.isPresent()) {
                        return result(difference.get());
                    }
                    to.step(there, 0, task);
                    followed.add(task);
                }
                from.step(here, 0, schedule[at]);
            }
            return result(null);
        }

        private Transplant result(@Nullable Difference difference) {
            return new Transplant(followed.stream().mapToInt(Integer::intValue).toArray(), skipped, difference, endings);
        }

        /** The other program does not have the step, and has no new one instead. */
        private boolean isLeftOut(Choice mine, int task, int taskThere) {
            String instead = to.next(there, 0, taskThere).map(LinkedStep::path).orElse("");
            return !has(to, taskThere, path(mine)) && (instead.isEmpty() || has(from, task, instead));
        }

        private static boolean has(Machine machine, int task, String path) {
            return machine.program(task).stream().anyMatch(s -> s.path().equals(path));
        }

        private Optional<Difference> difference(int at, String name, Choice mine, int task) {
            if (task < 0) {
                Side absent = new Side("", "", "there is no task " + name, List.of());
                return Optional.of(new Difference(at, name, Kind.NO_SUCH_TASK, side(mine, List.of()), absent));
            }
            Choice other = Choice.of(to, there, task);
            List<String> changed = changes(mine);
            List<String> changedThere = changes(other);
            Kind kind = !path(mine).equals(path(other)) ? Kind.OTHER_STEP : !other.enabled() ? Kind.WAITS : Kind.OTHER_VALUES;
            return kind == Kind.OTHER_VALUES && changed.equals(changedThere) ? Optional.empty()
                    : Optional.of(new Difference(at, name, kind, side(mine, changedThere), side(other, changed)));
        }

        private static Side side(Choice choice, List<String> elsewhere) {
            return new Side(path(choice), choice.step().map(s -> s.step().function()).orElse(""),
                    choice.enabled() ? choice.sentence() : choice.obstacle(),
                    changes(choice).stream().filter(c -> !elsewhere.contains(c)).toList());
        }

        private static String path(Choice choice) {
            return choice.step().map(LinkedStep::path).orElse("");
        }

        private static List<String> changes(Choice choice) {
            return choice.changes().stream().map(c -> c.name() + ' ' + c.before() + " -> " + c.after()).toList();
        }
    }
}
