package org.reapscope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.TaskSpec;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.object.TaskFields;

/** How a run stands where it ends: what process_mrelease returned to whom, and which memory is free. */
public final class RunEnd {

    private static final String CALL = "process_mrelease";
    private static final double PAGES_PER_MIB = 256;

    private RunEnd() {}

    /** In words: {@code lmkd's process_mrelease returned -ESRCH, 4 MiB of victim are not freed}; empty where neither is known. */
    public static String of(Machine machine, long[] state) {
        List<String> parts = new ArrayList<>();
        for (int task = 0; task < machine.tasks(); task++) {
            TaskSpec spec = machine.spec().tasks().get(task);
            List<String> values = returned(machine, state, task);
            boolean calls = machine.program(task).stream().anyMatch(s -> s.step().function().equals(CALL));
            if (!values.isEmpty()) {
                parts.add(spec.name() + "'s " + CALL + " returned " + String.join(" and ", values));
            } else if (calls) {
                parts.add(spec.name() + "'s " + CALL + " has not returned");
            }
        }
        for (int mm = 0; mm < RunMm.count(machine); mm++) {
            RunMm memory = RunMm.of(machine, state, mm);
            int held = memory.mapped() + memory.gathered();
            parts.add(held == 0 ? "the memory of " + memory.name() + " is freed" : size(held) + " of " + memory.name() + " not freed");
        }
        return String.join(", ", parts);
    }

    private static List<String> returned(Machine machine, long[] state, int task) {
        List<String> values = new ArrayList<>();
        if (flagged(machine, state, task, TaskFields.GOT_ESRCH)) {
            values.add("-ESRCH");
        }
        if (flagged(machine, state, task, TaskFields.GOT_EINVAL)) {
            values.add("-EINVAL");
        }
        if (flagged(machine, state, task, TaskFields.GOT_OK)) {
            values.add("0");
        }
        return values;
    }

    private static boolean flagged(Machine machine, long[] state, int task, Field field) {
        return machine.knows(field, task) && machine.value(state, 0, field, task) != 0;
    }

    private static String size(int pages) {
        return String.format(Locale.ROOT, pages % PAGES_PER_MIB == 0 ? "%.0f MiB" : "%.1f MiB", pages / PAGES_PER_MIB);
    }
}
