package org.reapscope.picture;

import org.reapscope.trace.lane.TimeColumns;

/** What the painters of one frame share. Reused from frame to frame, so that drawing allocates nothing. */
final class Frame {

    /** Nothing that is drawn for a moment reaches farther to its sides, in design pixels. */
    static final double REACH = 48;

    private static final int MOST_TICKS = 256;

    final Palette palette;
    final TimeColumns whole = new TimeColumns();
    final TimeColumns columns = new TimeColumns();
    final Crowds crowds = new Crowds();
    short[] masks = new short[0];
    int[] least = new int[0];
    int[] greatest = new int[0];
    Picture picture;
    Viewport viewport;
    RowLayout layout;
    Pen pen;
    /** From where on things are looked for that are drawn. */
    long startNs;
    /** Up to where. */
    long endNs;
    private int first;
    private int clipLeft;
    private int clipRight;
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
        whole.set(viewport.startNs(), viewport.endNs(), n);
        if (masks.length < n) {
            masks = new short[n];
            least = new int[n];
            greatest = new int[n];
        }
        tickCount = RulerPainter.ticks(picture, viewport, ticks);
        all();
    }

    /** Draws everything from now on. */
    void all() {
        only(0, viewport.plotWidth());
        clipLeft = 0;
        clipRight = viewport.width();
    }

    /** Draws some columns of the plot alone from now on; of things farther than {@link #REACH} from them nothing is looked for. */
    void only(int from, int to) {
        int n = viewport.plotWidth();
        first = Math.max(0, from - px(REACH));
        int end = Math.min(n, to + px(REACH));
        columns.setPart(whole, first, end);
        startNs = first == 0 ? viewport.startNs() : columns.startNs();
        endNs = end == n ? viewport.endNs() : columns.endNs();
        clipLeft = left() + from;
        clipRight = left() + to;
    }

    /** Where one of the {@link #columns} lies in the picture. */
    int columnX(int column) {
        return left() + first + column;
    }

    /** Whether anything between these is near enough to what is drawn. */
    boolean touches(int x1, int x2) {
        return x2 >= columnX(0) && x1 <= columnX(columns.count());
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

    /** How far to the left of the picture the grid begins. */
    int gridLeft() {
        return (int) viewport.gridStart() - viewport.gutter();
    }

    /** Left edge of the plot. */
    int left() {
        return viewport.gutter();
    }

    /** Restricts drawing to what scrolls, without the gutter. */
    void clipToBody() {
        int top = layout.bodyTop();
        clip(left(), top, viewport.plotWidth(), layout.bodyBottom(viewport) - top);
    }

    /** Restricts drawing to the lanes, scrolling or not, without the gutter. */
    void clipToLanes() {
        int top = layout.lanesTop();
        clip(left(), top, viewport.plotWidth(), layout.bodyBottom(viewport) - top);
    }

    /** Restricts drawing to what scrolls, with the gutter. */
    void clipToRows() {
        int top = layout.bodyTop();
        clip(0, top, viewport.width(), layout.bodyBottom(viewport) - top);
    }

    void clipToAll() {
        clip(0, 0, viewport.width(), viewport.height());
    }

    private void clip(int x, int y, int width, int height) {
        int from = Math.max(x, clipLeft);
        pen.clip(from, y, Math.min(x + width, clipRight) - from, height);
    }
}
