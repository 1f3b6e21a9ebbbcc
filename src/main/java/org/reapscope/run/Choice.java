package org.reapscope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.reapscope.kernel.Blocked;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.Machine;

/**
 * What a task would do next, and what keeps it from doing so.
 *
 * @param task the task
 * @param step its next step; empty if it is done
 * @param enabled whether it can be taken now
 * @param sentence what it would do, with live values; empty if it cannot be taken
 * @param changes what it would change; empty if it cannot be taken
 * @param blocked who holds what, where a lock is what keeps it
 * @param obstacle what keeps it from stepping, in words; empty if nothing does
 */
public record Choice(int task, Optional<LinkedStep> step, boolean enabled, String sentence, List<Change> changes,
        Optional<Blocked> blocked, String obstacle) {

    public Choice {
        changes = List.copyOf(changes);
    }

    /** The choice that a task has in a state. O(cells). */
    public static Choice of(Machine machine, long[] state, int task) {
        Optional<LinkedStep> step = machine.next(state, 0, task);
        if (step.isEmpty()) {
            return new Choice(task, step, false, "", List.of(), Optional.empty(), "it is done");
        }
        if (!machine.enabled(state, 0, task)) {
            Optional<Blocked> blocked = machine.blockedOn(state, 0, task);
            return new Choice(task, step, false, "", List.of(), blocked, obstacle(machine, step.get(), blocked));
        }
        long[] after = state.clone();
        machine.step(after, 0, task);
        return new Choice(task, step, true, machine.sentence(state, after, task), Change.between(machine, state, after),
                Optional.empty(), "");
    }

    /** The choices of all tasks, by task. */
    public static List<Choice> all(Machine machine, long[] state) {
        List<Choice> choices = new ArrayList<>();
        for (int task = 0; task < machine.tasks(); task++) {
            choices.add(of(machine, state, task));
        }
        return choices;
    }

    private static String obstacle(Machine machine, LinkedStep step, Optional<Blocked> blocked) {
        Lock lock = blocked.map(Blocked::lock).orElse(null);
        return lock == null
                ? "waits in " + step.step().function() + ": " + step.step().title()
                : "waits for " + lock.name() + held(machine, blocked.get());
    }

    private static String held(Machine machine, Blocked blocked) {
        String holders = names(machine, blocked.holders());
        String ahead = names(machine, blocked.ahead());
        return (holders.isEmpty() ? "" : ", held by " + holders)
                + (ahead.isEmpty() ? "" : ", behind " + ahead + " in its queue");
    }

    private static String names(Machine machine, List<Integer> tasks) {
        return tasks.stream().map(t -> machine.spec().tasks().get(t).name()).collect(Collectors.joining(" and "));
    }
}
