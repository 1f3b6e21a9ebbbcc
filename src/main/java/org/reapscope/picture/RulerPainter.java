package org.reapscope.picture;

import java.util.List;
import java.util.Locale;

/** Draws the time axis and writes its figures. */
final class RulerPainter {

    private static final int SPACING = 90;

    private RulerPainter() {}

    /** Writes where the ticks stand, as many as fit, and says how many. */
    static int ticks(Picture picture, Viewport viewport, int[] out) {
        long step = stepNs(picture, viewport);
        int n = 0;
        for (long t = firstTick(picture, viewport, step); t <= viewport.endNs() && n < out.length; t += step) {
            out[n++] = viewport.x(t);
        }
        return n;
    }

    static void ruler(Frame frame, int y, int height) {
        Viewport viewport = frame.viewport;
        frame.pen.fill(frame.left(), y, viewport.plotWidth(), height, frame.argb(Role.LANE_BG));
        frame.pen.fill(frame.left(), y + height - frame.px(1), viewport.plotWidth(), frame.px(1), frame.argb(Role.GRID));
        frame.grid(y + height - frame.px(6), frame.px(6));
        TiePainter.paint(frame, y + height);
    }

    static void labels(Picture picture, Viewport viewport, int y, int height, List<Label> out) {
        long step = stepNs(picture, viewport);
        int size = viewport.px(11);
        for (long t = firstTick(picture, viewport, step); t <= viewport.endNs(); t += step) {
            int x = viewport.x(t);
            if (x >= viewport.gutter()) {
                out.add(new Label(x, y + height - viewport.px(9), viewport.px(SPACING), size, picture.axis().label(t, step),
                        Role.TEXT_DIM, Label.Anchor.MIDDLE, false));
            }
        }
    }

    /** A length of time with three figures or so: {@code 5.79 ms}. */
    static String duration(long ns) {
        double unit = ns >= 1_000_000_000L ? 1e9 : ns >= 1_000_000 ? 1e6 : ns >= 1000 ? 1e3 : 1;
        String name = unit == 1e9 ? "s" : unit == 1e6 ? "ms" : unit == 1e3 ? "µs" : "ns";
        double value = ns / unit;
        int digits = unit == 1 || value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f %s", value, name);
    }

    private static long stepNs(Picture picture, Viewport viewport) {
        return picture.axis().step(viewport.nsPerPixel() * viewport.px(SPACING));
    }

    private static long firstTick(Picture picture, Viewport viewport, long step) {
        long first = picture.axis().origin() + Math.floorDiv(viewport.startNs() - picture.axis().origin(), step) * step;
        return first < viewport.startNs() ? first + step : first;
    }
}
