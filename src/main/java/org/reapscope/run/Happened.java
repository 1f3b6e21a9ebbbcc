package org.reapscope.run;

import java.util.List;

import org.reapscope.kernel.LinkedStep;

/**
 * A step that was taken.
 *
 * @param number from 1
 * @param task who took it
 * @param taskName the name of who took it
 * @param step the step
 * @param sentence what was done, with live values
 * @param changes the values that changed
 * @param properties the properties that hold from here on
 */
public record Happened(int number, int task, String taskName, LinkedStep step, String sentence, List<Change> changes,
        List<String> properties) {

    public Happened {
        changes = List.copyOf(changes);
        properties = List.copyOf(properties);
    }

    /** The step of a branch that leads to {@code depth}, which is at least 1. */
    public static Happened at(RunPath path, int depth) {
        int task = path.task(depth - 1);
        long[] before = path.state(depth - 1);
        long[] after = path.state(depth);
        List<String> begun = path.machine().spec().facts().stream().map(f -> f.name())
                .filter(f -> path.machine().holds(f, after, 0) && !path.machine().holds(f, before, 0)).toList();
        return new Happened(depth, task, path.machine().spec().tasks().get(task).name(), path.step(depth - 1),
                path.sentence(depth - 1), Change.between(path.machine(), before, after), begun);
    }

    /** What changed, short: {@code mm_users[victim] 3 → 2}. */
    public String changeText() {
        return ChangeText.of(changes);
    }
}
