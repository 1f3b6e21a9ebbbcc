package org.reapscope.run;

import java.util.List;
import java.util.stream.Collectors;


/** Changed values in a line of text. */
public final class ChangeText {

    private ChangeText() {}

    /** {@code mm_users[victim] 3 → 2, task.mm[victim-1] 1 → 0}; empty if nothing changed. */
    public static String of(List<Change> changes) {
        return changes.stream().map(c -> c.name() + " " + c.before() + " → " + c.after()).collect(Collectors.joining(", "));
    }
}
