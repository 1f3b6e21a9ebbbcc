package org.reapscope.view.stepper;

import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;
import org.reapscope.paint.Role;
import org.reapscope.viewmodel.run.RunLane;
import org.reapscope.viewmodel.run.Strip;

/** Draws one lane: its name at the left, its strips over the steps, equal neighbours as one. */
final class LanePainter {

    private static final double LABEL_GAP = 8;

    private final Pencil pencil;
    private final Columns columns;
    private final double scale;

    LanePainter(Pencil pencil, Columns columns, double scale) {
        this.pencil = pencil;
        this.columns = columns;
        this.scale = scale;
    }

    void draw(PlacedLane placed) {
        boolean address = placed.lane().group() == RunLane.Group.ADDRESS_SPACE;
        label(placed, address);
        pencil.rect(columns.left(), placed.y(), columns.right() - columns.left(), placed.height(), pencil.colour(Role.LANE));
        int from = columns.from();
        while (from < columns.to()) {
            Strip strip = placed.lane().at().apply(from);
            int to = from + 1;
            while (to < columns.to() && same(strip, placed.lane().at().apply(to))) {
                to++;
            }
            if (strip != null) {
                strip(placed, strip, from, to, address);
            }
            from = to;
        }
    }

    private void label(PlacedLane placed, boolean address) {
        double x = columns.left() - LABEL_GAP;
        boolean two = address && !placed.lane().title().isEmpty() && placed.height() >= 26 * scale;
        if (!placed.lane().title().isEmpty()) {
            pencil.font(11 * scale, false);
            pencil.text(pencil.fitting(placed.lane().title(), columns.left() - LABEL_GAP), x,
                    two ? placed.middle() - 6 * scale : placed.middle(), TextAlignment.RIGHT, pencil.colour(Role.TEXT));
        }
        if (two || address && placed.lane().title().isEmpty() && placed.height() >= 11 * scale) {
            pencil.font(9 * scale, false);
            pencil.text(placed.lane().detail(), x, two ? placed.middle() + 7 * scale : placed.middle(), TextAlignment.RIGHT,
                    pencil.colour(Role.TEXT_DIM));
        }
    }

    private void strip(PlacedLane placed, Strip strip, int from, int to, boolean address) {
        double x = Math.max(columns.left(), columns.x(from));
        double width = Math.min(columns.right(), columns.x(to)) - x;
        double height = placed.height() * strip.share();
        double y = placed.y() + placed.height() - height;
        if (address) {
            pencil.rect(x, y, width, height, pencil.colour(strip.fill()));
        } else {
            pencil.bar(x + 0.5, y, Math.max(1, width - 1), height, pencil.colour(strip.fill()));
        }
        if (address && placed.lane().title().isEmpty() || height < 9 * scale) {
            return;
        }
        pencil.font(10 * scale, !address);
        String text = pencil.fitting(strip.text(), width - 8);
        Color ink = address ? pencil.colour(Role.TEXT_DIM) : pencil.inkOn(strip.fill());
        pencil.text(text, x + 5, y + height / 2, TextAlignment.LEFT, ink);
    }

    private static boolean same(@Nullable Strip one, @Nullable Strip other) {
        return one == null ? other == null : one.equals(other);
    }
}
