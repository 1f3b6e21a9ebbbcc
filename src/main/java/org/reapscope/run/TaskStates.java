package org.reapscope.run;

import org.reapscope.kernel.Blocked;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.object.MmView;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.TaskView;
import org.reapscope.trace.lane.TaskState;

/** What tasks of a machine do, in the words of traces. */
final class TaskStates {

    private TaskStates() {}

    /** What a task does that takes a step. */
    static TaskState stepping(Machine machine, long[] after, int task) {
        return exiting(machine, after, task) ? TaskState.EXITING : TaskState.RUNNING;
    }

    /** What a task does that takes no step, on a CPU or not. */
    static TaskState standing(Machine machine, long[] state, int task, boolean onCpu) {
        TaskView view = new TaskView(machine, state, 0, task);
        if (machine.done(state, 0, task)) {
            return switch (view.value(TaskFields.EXIT_STATE)) {
                case TaskFields.ZOMBIE -> TaskState.ZOMBIE;
                case TaskFields.DEAD -> TaskState.DEAD;
                default -> TaskState.SLEEPING;
            };
        }
        if (view.runnable()) {
            boolean exiting = exiting(machine, state, task);
            return onCpu ? exiting ? TaskState.EXITING : TaskState.RUNNING
                    : exiting ? TaskState.EXITING_RUNNABLE : TaskState.RUNNABLE;
        }
        return view.blocked().map(TaskStates::waiting).orElse(TaskState.UNKNOWN);
    }

    private static TaskState waiting(Blocked blocked) {
        return blocked.waits() == Wait.SPIN ? TaskState.RUNNING : blocked.lock() != null ? TaskState.UNINTERRUPTIBLE_LOCK
                : switch (blocked.waits()) {
                    case IDLE, INTERRUPTIBLE -> TaskState.SLEEPING;
                    case SPIN -> TaskState.RUNNING;
                    case KILLABLE, UNINTERRUPTIBLE -> TaskState.UNINTERRUPTIBLE;
                    case FROZEN -> TaskState.FROZEN;
                    case ZOMBIE -> TaskState.ZOMBIE;
                };
    }

    private static boolean exiting(Machine machine, long[] state, int task) {
        int value = new TaskView(machine, state, 0, task).value(TaskFields.EXITING);
        return value != MmView.UNKNOWN && value != 0;
    }
}
