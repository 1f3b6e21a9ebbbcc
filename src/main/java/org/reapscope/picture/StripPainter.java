package org.reapscope.picture;

import java.util.List;

/** Draws the strips of a row; what another run shows there, thin below them. */
final class StripPainter {

    private static final int HATCH_ALPHA = 0x80;
    private static final double GHOST = 0.3;
    private static final double LEAST_WIDTH = 12;

    private StripPainter() {}

    static void paint(Frame frame, Row.Values row, int y, int height) {
        frame.strip(y, height, Role.LANE);
        for (int i = first(frame, row.strips()); i < row.strips().pieces().size(); i++) {
            Strips.Piece piece = row.strips().pieces().get(i);
            if (piece.startNs() >= frame.endNs) {
                break;
            }
            piece(frame, piece, y, height);
        }
        ghost(frame, row.ghost(), y, height);
    }

    private static int first(Frame frame, Strips strips) {
        return strips.firstEndingAfter(frame.startNs);
    }

    private static void piece(Frame frame, Strips.Piece piece, int y, int height) {
        int x = Math.max(frame.left(), frame.viewport.x(piece.startNs()));
        int width = Math.max(1, Math.min(frame.viewport.width(), frame.viewport.x(piece.endNs())) - x - (frame.viewport.px(1) - 1));
        Strip strip = piece.strip();
        int tall = Math.max(frame.px(2), (int) Math.round(height * strip.share()));
        int top = y + height - tall;
        frame.pen.fill(x, top, width, tall, frame.argb(strip.fill()));
        int ink = frame.palette.argb(frame.palette.inkOn(strip.fill()), HATCH_ALPHA);
        switch (strip.cue()) {
            case PLAIN -> { }
            case HATCH -> frame.pen.hatch(x, top, width, tall, Hatch.RISING, frame.px(1), ink);
            case CROSS_HATCH -> {
                frame.pen.hatch(x, top, width, tall, Hatch.RISING, frame.px(1), ink);
                frame.pen.hatch(x, top, width, tall, Hatch.FALLING, frame.px(1), ink);
            }
        }
        frame.pen.fill(x, y, frame.px(1), height, frame.argb(Role.LANE_BG));
        if (strip.settles()) {
            frame.pen.fill(x, y, frame.px(1.5), height, frame.argb(Role.TEXT));
            frame.pen.triangle(x, y, x, y + frame.px(8), x + frame.px(8), y + frame.px(4), frame.argb(Role.TEXT));
        }
    }

    /** Thin below what the run itself shows, with a tick where it begins. */
    static void ghost(Frame frame, Strips ghost, int y, int height) {
        for (int i = first(frame, ghost); i < ghost.pieces().size() && ghost.pieces().get(i).startNs() < frame.endNs; i++) {
            Strips.Piece piece = ghost.pieces().get(i);
            int x = Math.max(frame.left(), frame.viewport.x(piece.startNs()));
            int width = Math.max(1, Math.min(frame.viewport.width(), frame.viewport.x(piece.endNs())) - x);
            int thick = Math.max(frame.px(4), (int) Math.round(height * GHOST));
            frame.pen.fill(x, y + height - thick - frame.px(1.5), width, thick + frame.px(1.5), frame.argb(Role.LANE_BG));
            frame.pen.fill(x, y + height - thick, width, thick, frame.argb(piece.strip().fill()));
            frame.pen.fill(x, y + height - thick, Math.min(width, frame.px(2)), thick, frame.argb(Role.ACCENT));
        }
    }

    static void labels(Frame frame, Row.Values row, int y, int height, int budget, List<Label> out) {
        int size = Math.min(frame.px(11), height - frame.px(2));
        for (int i = first(frame, row.strips()); i < row.strips().pieces().size() && out.size() < budget; i++) {
            Strips.Piece piece = row.strips().pieces().get(i);
            if (piece.startNs() >= frame.viewport.endNs()) {
                break;
            }
            int indent = frame.px(piece.strip().settles() ? 12 : 5);
            int x = Math.max(frame.left(), frame.viewport.x(piece.startNs())) + indent;
            int width = Math.min(frame.viewport.width(), frame.viewport.x(piece.endNs())) - x - frame.px(3);
            String text = width < frame.px(LEAST_WIDTH) && piece.strip().text().length() > 2 ? "" : Label.fitted(piece.strip().text(), width, size);
            if (!text.isEmpty() && size >= frame.px(8)) {
                Role ink = piece.strip().share() < 0.7 || piece.strip().fill() == Role.UNKNOWN ? Role.TEXT : frame.palette.inkOn(piece.strip().fill());
                out.add(new Label(x, y + (height + size) / 2 - frame.px(1), width, size, text, ink, Label.Anchor.START, false));
            }
        }
    }
}
