package org.reapscope.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A schedule as a small picture: a row for each task in the order of their first steps, a bar for each run of steps. */
final class WitnessBars {

    private static final double WIDTH = 96;
    private static final double ROW = 4;
    private static final double BAR = 3;
    private static final double NARROWEST = 1;

    private WitnessBars() {}

    /** The bars as an SVG path, {@value #WIDTH} units wide. */
    static String path(int[] schedule) {
        List<Integer> rows = new ArrayList<>();
        StringBuilder path = new StringBuilder();
        double step = WIDTH / Math.max(1, schedule.length);
        for (int i = 0; i < schedule.length;) {
            int run = i;
            while (run < schedule.length && schedule[run] == schedule[i]) {
                run++;
            }
            if (!rows.contains(schedule[i])) {
                rows.add(schedule[i]);
            }
            double width = Math.max(NARROWEST, (run - i) * step - 0.5);
            path.append(String.format(Locale.ROOT, "M%.1f %.1fh%.1fv%.1fh-%.1fz", i * step, rows.indexOf(schedule[i]) * ROW, width, BAR, width));
            i = run;
        }
        return path.toString();
    }
}
