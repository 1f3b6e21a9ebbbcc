package org.reapscope.kernel.object;

import java.util.Optional;

import org.reapscope.kernel.Blocked;
import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Field;

/**
 * A task in one state, for showing.
 *
 * @param machine whose state
 * @param state the words
 * @param offset where the state begins
 * @param task which one
 */
public record TaskView(Machine machine, long[] state, int offset, int task) {

    /** A field of the task, or {@link MmView#UNKNOWN} if the machine does not keep it. */
    public int value(Field field) {
        return machine.knows(field, task) ? machine.value(state, offset, field, task) : MmView.UNKNOWN;
    }

    /** Its next step, or nothing once it is done. */
    public Optional<LinkedStep> next() {
        return machine.next(state, offset, task);
    }

    /** Whether it can take its next step. */
    public boolean runnable() {
        return machine.enabled(state, offset, task);
    }

    /** Why it cannot. */
    public Optional<Blocked> blocked() {
        return machine.blockedOn(state, offset, task);
    }

    /** How it waits, or nothing if it can run; a task that is done is a zombie. */
    public Optional<Wait> waits() {
        if (machine.done(state, offset, task)) {
            return Optional.of(Wait.ZOMBIE);
        }
        if (value(TaskFields.FROZEN) == 1) {
            return Optional.of(Wait.FROZEN);
        }
        return blocked().map(Blocked::waits);
    }
}
