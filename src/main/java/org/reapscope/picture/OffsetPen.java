package org.reapscope.picture;

/** Draws with another pen, shifted; clips never reach out of a frame of the given size. */
public final class OffsetPen implements Pen {

    private final Pen pen;
    private final int dx;
    private final int dy;
    private final int width;
    private final int height;

    /** What is drawn at 0, 0 comes to lie at {@code dx}, {@code dy}; the frame is {@code width} by {@code height} pixels. */
    public OffsetPen(Pen pen, int dx, int dy, int width, int height) {
        this.pen = pen;
        this.dx = dx;
        this.dy = dy;
        this.width = width;
        this.height = height;
        clip(0, 0, width, height);
    }

    @Override
    public void clip(int x, int y, int w, int h) {
        int left = Math.clamp(x, 0, width);
        int top = Math.clamp(y, 0, height);
        pen.clip(left + dx, top + dy, Math.clamp((long) x + w, left, width) - left, Math.clamp((long) y + h, top, height) - top);
    }

    @Override
    public void fill(int x, int y, int w, int h, int argb) {
        pen.fill(x + dx, y + dy, w, h, argb);
    }

    @Override
    public void hatch(int x, int y, int w, int h, Hatch hatch, int scale, int argb) {
        pen.hatch(x + dx, y + dy, w, h, hatch, scale, argb);
    }

    @Override
    public void outline(int x, int y, int w, int h, int thickness, int argb) {
        pen.outline(x + dx, y + dy, w, h, thickness, argb);
    }

    @Override
    public void line(int x1, int y1, int x2, int y2, int thickness, int dash, int argb) {
        pen.line(x1 + dx, y1 + dy, x2 + dx, y2 + dy, thickness, dash, argb);
    }

    @Override
    public void diamond(int x, int y, int radius, int argb) {
        pen.diamond(x + dx, y + dy, radius, argb);
    }

    @Override
    public void triangle(int x1, int y1, int x2, int y2, int x3, int y3, int argb) {
        pen.triangle(x1 + dx, y1 + dy, x2 + dx, y2 + dy, x3 + dx, y3 + dy, argb);
    }
}
