package org.reapscope.run;

import java.util.Arrays;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.TraceEvent;

/** The system call that a schedule leaves open: whoever reads about it wants to know what it returned. */
public final class OpenCall {

    private static final String ENTER = ":sys_enter_";
    private static final String EXIT = ":sys_exit_";
    private static final int MOST = 64;

    private OpenCall() {}

    /**
     * The schedule, and the steps by which the task that stepped last comes back from its system call, if it is in one and nobody
     * keeps it from it; else the schedule as it is.
     */
    public static int[] returned(Machine machine, int[] path) {
        if (path.length == 0) {
            return path;
        }
        int task = path[path.length - 1];
        long[] state = machine.initial();
        boolean inside = false;
        for (int stepping : path) {
            long[] after = state.clone();
            machine.step(after, 0, stepping);
            inside = stepping == task ? inside(machine, state, after, task, inside) : inside;
            state = after;
        }
        int[] longer = path;
        for (int more = 0; inside && more < MOST && machine.enabled(state, 0, task); more++) {
            long[] after = state.clone();
            machine.step(after, 0, task);
            inside = inside(machine, state, after, task, true);
            longer = Arrays.copyOf(longer, longer.length + 1);
            longer[longer.length - 1] = task;
            state = after;
        }
        return inside ? path : longer;
    }

    private static boolean inside(Machine machine, long[] before, long[] after, int task, boolean was) {
        boolean now = was;
        for (TraceEvent event : machine.traces(before, after, task)) {
            now = event.event().contains(ENTER) || now && !event.event().contains(EXIT);
        }
        return now;
    }
}
