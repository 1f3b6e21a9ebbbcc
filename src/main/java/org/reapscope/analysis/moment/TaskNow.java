package org.reapscope.analysis.moment;

import org.reapscope.trace.lane.TaskState;

/**
 * A task at a moment.
 *
 * @param task its id
 * @param label {@code comm-tid}
 * @param state what it does
 * @param cpu the CPU it is on, -1 if on none
 * @param sinceNs how long it has been in this state; -1 where that is not known
 * @param ofVictim whether it belongs to the process whose kill the moment is in
 */
public record TaskNow(int task, String label, TaskState state, int cpu, long sinceNs, boolean ofVictim) {}
