package org.reapscope.picture;

import org.reapscope.trace.lane.TimeColumns;

/** What the painters of one frame share. Reused from frame to frame, so that drawing allocates nothing. */
final class Frame {

    private static final int MOST_TICKS = 256;

    final Palette palette;
    final TimeColumns columns = new TimeColumns();
    short[] masks = new short[0];
    int[] least = new int[0];
    int[] greatest = new int[0];
    Picture picture;
    Viewport viewport;
    RowLayout layout;
    Pen pen;
    private final int[] ticks = new int[MOST_TICKS];
    private int tickCount;

    Frame(Palette palette, Picture picture, Viewport viewport, RowLayout layout, Pen pen) {
        this.palette = palette;
        this.picture = picture;
        this.viewport = viewport;
        this.layout = layout;
        this.pen = pen;
    }

    void begin(Picture newPicture, Viewport newViewport, RowLayout newLayout, Pen newPen) {
        picture = newPicture;
        viewport = newViewport;
        layout = newLayout;
        pen = newPen;
        int n = viewport.plotWidth();
        columns.set(viewport.startNs(), viewport.endNs(), n);
        if (masks.length < n) {
            masks = new short[n];
            least = new int[n];
            greatest = new int[n];
        }
        tickCount = RulerPainter.ticks(picture, viewport, ticks);
    }

    int argb(Role role) {
        return palette.argb(role);
    }

    int px(double design) {
        return viewport.px(design);
    }

    /** The empty background of a row, with the lines of time. */
    void strip(int y, int height, Role role) {
        pen.fill(left(), y, viewport.plotWidth(), height, argb(role));
        grid(y, height);
    }

    /** The lines of time from one height to another. */
    void grid(int y, int height) {
        for (int i = 0; i < tickCount; i++) {
            pen.fill(ticks[i], y, px(1), height, argb(Role.GRID));
        }
    }

    /** Left edge of the plot. */
    int left() {
        return viewport.gutter();
    }

    /** Restricts drawing to what scrolls, without the gutter. */
    void clipToBody() {
        int top = layout.bodyTop();
        pen.clip(left(), top, viewport.plotWidth(), layout.bodyBottom(viewport) - top);
    }

    /** Restricts drawing to the lanes, scrolling or not, without the gutter. */
    void clipToLanes() {
        int top = layout.lanesTop();
        pen.clip(left(), top, viewport.plotWidth(), layout.bodyBottom(viewport) - top);
    }

    void clipToAll() {
        pen.clip(0, 0, viewport.width(), viewport.height());
    }
}
