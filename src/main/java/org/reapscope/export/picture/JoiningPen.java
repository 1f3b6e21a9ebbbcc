package org.reapscope.export.picture;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.picture.Hatch;
import org.reapscope.picture.Pen;

/**
 * Joins columns of one pixel that continue each other into rectangles. Painters of curves draw column by column; in a vector
 * picture that would be thousands of slivers, with seams between them wherever it is scaled.
 */
final class JoiningPen implements Pen {

    private static final int MOST = 8;

    private record Rect(int x, int y, int w, int h, int argb) {}

    private final Pen pen;
    private final List<Rect> open = new ArrayList<>();

    JoiningPen(Pen pen) {
        this.pen = pen;
    }

    /** Draws what is not drawn yet. */
    void flush() {
        open.forEach(r -> pen.fill(r.x, r.y, r.w, r.h, r.argb));
        open.clear();
    }

    @Override
    public void fill(int x, int y, int w, int h, int argb) {
        if (w != 1 || h <= 0) {
            flush();
            pen.fill(x, y, w, h, argb);
            return;
        }
        for (int i = 0; i < open.size(); i++) {
            Rect r = open.get(i);
            if (r.x + r.w == x && r.y == y && r.h == h && r.argb == argb) {
                open.set(i, new Rect(r.x, y, r.w + 1, h, argb));
                return;
            }
        }
        if (open.size() == MOST || open.stream().anyMatch(r -> x < r.x + r.w && y < r.y + r.h && r.y < y + h)) {
            flush();
        }
        open.add(new Rect(x, y, 1, h, argb));
    }

    @Override
    public void clip(int x, int y, int w, int h) {
        flush();
        pen.clip(x, y, w, h);
    }

    @Override
    public void hatch(int x, int y, int w, int h, Hatch hatch, int scale, int argb) {
        flush();
        pen.hatch(x, y, w, h, hatch, scale, argb);
    }

    @Override
    public void outline(int x, int y, int w, int h, int thickness, int argb) {
        flush();
        pen.outline(x, y, w, h, thickness, argb);
    }

    @Override
    public void line(int x1, int y1, int x2, int y2, int thickness, int dash, int argb) {
        flush();
        pen.line(x1, y1, x2, y2, thickness, dash, argb);
    }

    @Override
    public void diamond(int x, int y, int radius, int argb) {
        flush();
        pen.diamond(x, y, radius, argb);
    }

    @Override
    public void triangle(int x1, int y1, int x2, int y2, int x3, int y3, int argb) {
        flush();
        pen.triangle(x1, y1, x2, y2, x3, y3, argb);
    }
}
