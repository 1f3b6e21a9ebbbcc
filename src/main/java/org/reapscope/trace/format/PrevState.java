package org.reapscope.trace.format;

import org.reapscope.trace.Payload;

/** The bits of {@code prev_state} as sched_switch reports them since Linux 4.14 (include/trace/events/sched.h). */
final class PrevState {

    private static final String LETTERS = "SDTtXZPI";
    private static final int PREEMPTED = 0x100;

    private PrevState() {}

    /** The lowest bit set names the state; none is runnable, {@code TASK_REPORT_MAX} is preempted. */
    static long ofBits(long bits) {
        int index = Long.numberOfTrailingZeros(bits & PREEMPTED - 1);
        return Payload.prevState(index < LETTERS.length() ? LETTERS.charAt(index) : 'R', (bits & PREEMPTED) != 0);
    }
}
