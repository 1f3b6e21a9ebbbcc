package org.reapscope.run;

import org.reapscope.kernel.Machine;
import org.reapscope.trace.lane.TaskState;

/** What lanes are drawn from: the states of a machine from depth 0 to the last. Step {@code i} leads from depth {@code i} to {@code i + 1}. */
public interface Course {

    Machine machine();

    /** How many steps it has. */
    int length();

    /** The state at a depth; not to be changed. */
    long[] state(int depth);

    /** Whether a task takes a step there. */
    boolean steps(int step, int task);

    /** What a task does while a step is taken. */
    TaskState during(int step, int task);
}
