package org.reapscope.ui.run;

import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;
import org.reapscope.picture.Role;
import org.reapscope.picture.run.Strip;

/** Draws a lane of lamps: bars whose height tells what is still open, and in words what the decisive step settled. */
final class LampPainter {

    private static final double LABEL_GAP = 8;

    private final Pencil pencil;
    private final StepColumns columns;
    private final double scale;

    LampPainter(Pencil pencil, StepColumns columns, double scale) {
        this.pencil = pencil;
        this.columns = columns;
        this.scale = scale;
    }

    void draw(PlacedLane placed) {
        pencil.font(11 * scale, false);
        pencil.text(pencil.fitting(placed.lane().title(), columns.left() - LABEL_GAP), columns.left() - LABEL_GAP, placed.middle(),
                TextAlignment.RIGHT, pencil.colour(Role.TEXT));
        pencil.rect(columns.left(), placed.y(), columns.right() - columns.left(), placed.height(), pencil.colour(Role.LANE));
        int from = columns.from();
        while (from < columns.to()) {
            Strip strip = placed.lane().at().apply(from);
            int to = from + columns.stride();
            while (to < columns.to() && same(strip, placed.lane().at().apply(to))) {
                to += columns.stride();
            }
            if (strip != null) {
                segment(placed, strip, from, to);
            }
            from = to;
        }
    }

    private void segment(PlacedLane placed, Strip strip, int from, int to) {
        double x = Math.max(columns.left(), columns.x(from));
        double width = Math.min(columns.right(), columns.x(to)) - x;
        double height = placed.height() * strip.share();
        pencil.rect(x, placed.y() + placed.height() - height, width, height, pencil.colour(strip.fill()));
        if (strip.text().isEmpty()) {
            return;
        }
        boolean decisive = from > 0 && from >= columns.first() && !same(strip, placed.lane().at().apply(from - 1));
        if (decisive) {
            pencil.flag(x + 5 * scale, placed.y(), 8 * scale, pencil.colour(Role.TEXT));
        }
        pencil.font(10 * scale, true);
        double indent = (decisive ? 13 : 5) * scale;
        pencil.text(pencil.fitting(strip.text(), width - indent), x + indent, placed.middle() - (strip.share() < 1 ? scale : 0),
                TextAlignment.LEFT, strip.share() < 1 ? pencil.colour(Role.TEXT) : pencil.inkOn(strip.fill()));
    }

    /** Says something beside the cursor. */
    void now(PlacedLane placed, int depth, String words) {
        double x = columns.x(depth);
        if (words.isEmpty() || x < columns.left() - 1 || x > columns.right()) {
            return;
        }
        pencil.font(10 * scale, true);
        double width = pencil.width(words) + 10 * scale;
        double left = x + 3 * scale + width <= columns.right() ? x + 3 * scale : x - 3 * scale - width;
        pencil.bar(left, placed.y() + scale, width, placed.height() - 2 * scale, pencil.colour(Role.BG));
        pencil.text(words, left + 5 * scale, placed.middle(), TextAlignment.LEFT, pencil.colour(Role.TEXT));
    }

    private static boolean same(@Nullable Strip one, @Nullable Strip other) {
        return one == null ? other == null : one.equals(other);
    }
}
