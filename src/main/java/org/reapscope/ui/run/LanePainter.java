package org.reapscope.ui.run;

import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

import org.jspecify.annotations.Nullable;
import org.reapscope.picture.Role;
import org.reapscope.picture.run.RunLane;
import org.reapscope.picture.run.Strip;

/** Draws one lane: its name at the left, its strips over the steps, equal neighbours as one. */
final class LanePainter {

    private static final double LABEL_GAP = 8;
    private static final double LEAST_TEXT = 9;

    private final Pencil pencil;
    private final StepColumns columns;
    private final double scale;

    LanePainter(Pencil pencil, StepColumns columns, double scale) {
        this.pencil = pencil;
        this.columns = columns;
        this.scale = scale;
    }

    /** What happens at a run of equal steps. */
    private interface Segment {
        void draw(Strip strip, int from, int to);
    }

    void draw(PlacedLane placed) {
        boolean address = placed.lane().group() == RunLane.Group.ADDRESS_SPACE;
        label(placed, address);
        pencil.rect(columns.left(), placed.y(), columns.right() - columns.left(), placed.height(), pencil.colour(Role.LANE));
        segments(placed.lane(), (strip, from, to) -> strip(placed, strip, from, to, address));
    }

    /** Draws what another course shows in the same lane, where that is not the same: thin below, or outlined in the address space. */
    void ghost(PlacedLane placed, RunLane other) {
        boolean address = placed.lane().group() == RunLane.Group.ADDRESS_SPACE;
        RunLane differing = new RunLane(other.group(), other.title(), other.detail(), other.units(),
                step -> same(placed.lane().at().apply(step), other.at().apply(step)) ? null : other.at().apply(step));
        segments(differing, (strip, from, to) -> {
            double x = columns.within(from);
            double width = Math.max(1, columns.within(to) - x);
            if (address) {
                pencil.dashes(4, 3);
                pencil.frame(x + 0.5, placed.y() + 1, width - 1, placed.height() - 2, pencil.colour(Role.ACCENT), 1);
                pencil.dashes();
            } else {
                double thick = Math.max(4, placed.height() * 0.26);
                double y = placed.y() + placed.height() - thick;
                pencil.rect(x, y - 1.5, width, thick + 1.5, pencil.colour(Role.LANE_BG));
                pencil.rect(x, y, width, thick, pencil.colour(strip.fill()));
                pencil.rect(x, y, Math.min(2, width), thick, pencil.colour(Role.ACCENT));
            }
        });
    }

    private void segments(RunLane lane, Segment segment) {
        int stride = columns.stride();
        int from = columns.from();
        while (from < columns.to()) {
            Strip strip = lane.at().apply(from);
            int to = from + stride;
            while (to < columns.to() && same(strip, lane.at().apply(to))) {
                to += stride;
            }
            if (strip != null) {
                segment.draw(strip, from, Math.min(to, columns.to()));
            }
            from = to;
        }
    }

    private void label(PlacedLane placed, boolean address) {
        double x = columns.left() - LABEL_GAP;
        boolean two = address && !placed.lane().title().isEmpty() && placed.height() >= 26 * scale;
        if (!placed.lane().title().isEmpty()) {
            pencil.font(11 * scale, false);
            pencil.text(pencil.fitting(placed.lane().title(), columns.left() - LABEL_GAP - 4), x,
                    two ? placed.middle() - 6 * scale : placed.middle(), TextAlignment.RIGHT, pencil.colour(Role.TEXT));
        }
        if (two || address && placed.lane().title().isEmpty() && placed.height() >= 11 * scale) {
            pencil.font(9 * scale, false);
            pencil.text(placed.lane().detail(), x, two ? placed.middle() + 7 * scale : placed.middle(), TextAlignment.RIGHT,
                    pencil.colour(Role.TEXT_DIM));
        }
    }

    private void strip(PlacedLane placed, Strip strip, int from, int to, boolean address) {
        double x = columns.within(from);
        double width = columns.within(to) - x;
        double gap = !address && columns.pitch() >= 4 ? 1 : 0;
        double height = placed.height() * strip.share();
        double y = placed.y() + placed.height() - height;
        fill(strip, x + gap / 2, y, Math.max(1, width - gap), height, address);
        boolean tall = placed.height() >= LEAST_TEXT * scale && (height >= LEAST_TEXT * scale || strip.share() < 0.5);
        if (address && placed.lane().title().isEmpty() || !tall) {
            return;
        }
        boolean above = strip.share() < 0.5;
        boolean bare = address || above || strip.cue() == Strip.Cue.OUTLINE;
        pencil.font(10 * scale, !address && !above);
        String text = pencil.fitting(strip.text(), width - 8);
        if (address && strip.cue() != Strip.Cue.PLAIN) {
            pencil.text(text.equals(strip.text()) ? text : "", x + width - 5, y + height / 2, TextAlignment.RIGHT, pencil.colour(Role.TEXT_DIM));
            return;
        }
        Color ink = bare ? pencil.colour(Role.TEXT_DIM) : pencil.inkOn(strip.fill());
        pencil.text(text, x + 5, above ? placed.y() + (placed.height() - height) / 2 : y + height / 2, TextAlignment.LEFT, ink);
    }

    private void fill(Strip strip, double x, double y, double width, double height, boolean address) {
        Color colour = pencil.colour(strip.fill());
        if (strip.cue() == Strip.Cue.OUTLINE) {
            pencil.frame(x + 0.5, y + 0.5, Math.max(0, width - 1), height - 1, colour, 1);
            return;
        }
        if (address || width < 4) {
            pencil.rect(x, y, width, height, colour);
        } else {
            pencil.bar(x, y, width, height, colour);
        }
        Color ink = pencil.inkOn(strip.fill()).deriveColor(0, 1, 1, 0.28);
        switch (strip.cue()) {
            case HATCH -> pencil.hatch(x, y, width, height, true, ink);
            case BACK_HATCH -> pencil.hatch(x, y, width, height, false, ink);
            case CROSS_HATCH -> {
                pencil.hatch(x, y, width, height, true, ink);
                pencil.hatch(x, y, width, height, false, ink);
            }
            case DOTS -> pencil.dots(x, y, width, height, ink);
            case PLAIN, OUTLINE -> { }
        }
    }

    private static boolean same(@Nullable Strip one, @Nullable Strip other) {
        return one == null ? other == null : one.equals(other);
    }
}
