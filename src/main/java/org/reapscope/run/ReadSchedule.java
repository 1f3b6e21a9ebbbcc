package org.reapscope.run;

import java.util.List;
import java.util.Locale;

/**
 * A schedule as far as a text could be read as one.
 *
 * @param tasks who steps, step by step
 * @param unread the lines that are none, each with its number and why
 */
public record ReadSchedule(int[] tasks, List<String> unread) {

    private static final int MOST_TOLD = 3;

    /** Keeps copies. */
    public ReadSchedule {
        tasks = tasks.clone();
        unread = List.copyOf(unread);
    }

    @Override
    public int[] tasks() {
        return tasks.clone();
    }

    /** What was not read, in a sentence; empty if all was. */
    public String remark() {
        if (unread.isEmpty()) {
            return "";
        }
        int more = unread.size() - MOST_TOLD;
        return "Not read: " + String.join("; ", unread.subList(0, Math.min(MOST_TOLD, unread.size())))
                + (more > 0 ? String.format(Locale.ROOT, "; and %,d more %s", more, more == 1 ? "line" : "lines") : "") + ".";
    }
}
