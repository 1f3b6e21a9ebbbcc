package org.reapscope.ui.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javafx.scene.text.TextAlignment;

import org.reapscope.picture.Role;
import org.reapscope.run.GhostRun;
import org.reapscope.run.RunMarks;
import org.reapscope.ui.kit.Messages;

/**
 * The head of the picture: the numbers of the steps, a flag where a property begins to hold, the bracket over the steps
 * after which nobody finds the mm. Flags that would write over each other share two lines; what has no room is in the
 * narrator's line.
 */
final class ChartHead {

    /** Its height at scale 1. */
    static final double HEIGHT = 68;

    private static final double FIRST_LINE = 34;
    private static final double LINE = 13;
    private static final double BRACKET = 62;
    private static final int LINES = 2;

    private final Pencil pencil;
    private final StepColumns columns;
    private final double scale;
    private final double foot;

    /** @param foot where the lines of the grid end */
    ChartHead(Pencil pencil, StepColumns columns, double scale, double foot) {
        this.pencil = pencil;
        this.columns = columns;
        this.scale = scale;
        this.foot = foot;
    }

    /** The grid and its numbers. */
    void grid() {
        int every = 1;
        while (columns.pitch() * every < 46 * scale) {
            every = Integer.toString(every).startsWith("2") ? every / 2 * 5 : every * 2;
        }
        pencil.font(10 * scale, false);
        int last = (int) (columns.first() + columns.seen());
        for (int depth = columns.from() / every * every; depth <= last; depth += every) {
            double x = columns.x(depth);
            if (x >= columns.left() - 0.5) {
                pencil.line(x, 18 * scale, x, foot, pencil.colour(Role.GRID), 1);
                pencil.text(Integer.toString(depth), x, 10 * scale, TextAlignment.CENTER, pencil.colour(Role.TEXT_DIM));
            }
        }
    }

    /** Shades the steps after which process_mrelease can only fail although memory is left, and says so in a bracket. */
    void unreachable(RunMarks marks) {
        for (int from = marks.nextUnreachable(columns.from(), true); from >= 0 && from < columns.to();) {
            int to = marks.nextUnreachable(from, false);
            double x = columns.within(from);
            double end = columns.within(Math.min(to, columns.length()));
            double y = BRACKET * scale;
            pencil.rect(x, y, end - x, foot - y, pencil.colour(Role.ESRCH_SHADE, 0.5));
            pencil.line(x, y, end, y, pencil.colour(Role.ESRCH), 1.5);
            pencil.line(x, y, x, y + 6 * scale, pencil.colour(Role.ESRCH), 1.5);
            pencil.line(end, y, end, y + 6 * scale, pencil.colour(Role.ESRCH), 1.5);
            pencil.font(10 * scale, true);
            String words = pencil.fitting(Messages.text("run.esrch-window"), end - x - 8);
            if (!words.isEmpty()) {
                pencil.rect(x + 3, y - 6 * scale, pencil.width(words) + 6, 12 * scale, pencil.colour(Role.LANE_BG));
            }
            pencil.text(words, x + 6, y, TextAlignment.LEFT, pencil.colour(Role.ESRCH));
            from = marks.nextUnreachable(to, true);
        }
    }

    /** A flag for each step at which properties begin to hold. */
    void flags(RunModel model) {
        Map<Integer, List<PropertyNow>> bySince = new TreeMap<>();
        model.properties().stream().filter(p -> p.since() > 0).sorted(Comparator.comparing(PropertyNow::name))
                .forEach(p -> bySince.computeIfAbsent(p.since(), s -> new ArrayList<>()).add(p));
        double[] free = new double[LINES];
        pencil.font(10 * scale, true);
        bySince.forEach((since, begun) -> {
            double x = columns.x(since - 0.5);
            if (x < columns.left() || x > columns.right()) {
                return;
            }
            Role role = begun.stream().allMatch(p -> PropertyText.good(p.name())) ? Role.EXITING : Role.SEVERE;
            String words = String.join(", ", begun.stream().map(p -> PropertyText.title(p.name())).toList());
            double width = pencil.width(words) + 12 * scale;
            int line = line(free, x);
            pencil.flag(x, 19 * scale, 8 * scale, pencil.colour(role));
            if (line >= 0) {
                boolean leftward = x + width > columns.right() && x - width > free[line];
                double y = (FIRST_LINE + line * LINE) * scale;
                String fits = leftward ? words : pencil.fitting(words, columns.right() - x - 8 * scale);
                pencil.line(x, 26 * scale, x, y, pencil.colour(role, 0.6), 1);
                pencil.text(fits, leftward ? x - 4 * scale : x + 4 * scale, y, leftward ? TextAlignment.RIGHT : TextAlignment.LEFT,
                        pencil.colour(role));
                free[line] = leftward ? x + 8 * scale : x + width;
            }
        });
    }

    /** The step at which the ghost and the run part. */
    void parting(GhostRun ghost, double cursorX) {
        int step = ghost.firstDifference();
        double x = columns.x(step - 1);
        if (step == 0 || x < columns.left() || x > columns.right()) {
            return;
        }
        pencil.dashes(5, 4);
        pencil.line(x, 18 * scale, x, foot, pencil.colour(Role.ACCENT), 1.5);
        pencil.dashes();
        pencil.font(10 * scale, true);
        String words = Messages.text("run.ghost-parts", ghost.title());
        double width = pencil.width(words) + 10;
        boolean covered = Math.abs(cursorX - x - width / 2) < width / 2 + 40 * scale;
        double left = x + width <= columns.right() && !covered ? x : Math.max(0, Math.min(x, cursorX - 36 * scale) - width);
        double y = foot + 8 * scale;
        pencil.bar(left, y - 8 * scale, width, 16 * scale, pencil.colour(Role.ACCENT));
        pencil.text(words, left + 5, y, TextAlignment.LEFT, pencil.inkOn(Role.ACCENT));
    }

    private static int line(double[] free, double x) {
        for (int line = 0; line < free.length; line++) {
            if (x >= free[line]) {
                return line;
            }
        }
        return -1;
    }
}
