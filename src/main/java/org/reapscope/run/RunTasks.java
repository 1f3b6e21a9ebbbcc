package org.reapscope.run;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.TaskSpec;

/** What a trace calls the tasks of a machine. */
final class RunTasks {

    private final Machine machine;

    RunTasks(Machine machine) {
        this.machine = machine;
    }

    /** The command name. */
    String comm(int task) {
        return task == RunEvents.INIT ? "init" : task(task).comm();
    }

    /** The thread id; 0 for the idle task, 1 for init. */
    int pid(int task) {
        return task == Placement.IDLE ? 0 : task == RunEvents.INIT ? 1 : task(task).pid();
    }

    /** The process id; 0 for the idle task, 1 for init. */
    int tgid(int task) {
        return task < 0 ? pid(task) : pidOfGroup(task(task).group());
    }

    /** The process id of a thread group. */
    int pidOfGroup(int group) {
        return task(leaderOf(group)).pid();
    }

    /** The first task of a thread group, which leads it; the first of all for a group without tasks. */
    int leaderOf(int group) {
        for (int t = 0; t < machine.tasks(); t++) {
            if (task(t).group() == group) {
                return t;
            }
        }
        return 0;
    }

    private TaskSpec task(int task) {
        return machine.spec().tasks().get(task);
    }
}
