package org.reapscope.ui.run;

import org.reapscope.kernel.Wait;
import org.reapscope.run.Choice;
import org.reapscope.trace.lane.TaskState;

/**
 * One task at the present step.
 *
 * @param task its index
 * @param name its name
 * @param pid its thread id
 * @param state what it does
 * @param cpu the CPU it sits on, -1 if on none
 * @param choice what it would do next
 */
public record RunTask(int task, String name, int pid, TaskState state, int cpu, Choice choice) {

    /** Function and id of its next step, or that it is done. */
    public String place() {
        return choice.step().map(s -> s.step().function() + " · " + s.step().id()).orElse("done");
    }

    /** Its state in words. */
    public String stateTitle() {
        boolean spins = choice.blocked().filter(b -> b.waits() == Wait.SPIN).isPresent();
        return spins ? "spinning" : choice.step().isEmpty() && state == TaskState.SLEEPING ? "finished" : state.title();
    }
}
