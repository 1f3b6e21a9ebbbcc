package org.reapscope.picture;

import java.util.Arrays;
import java.util.List;

import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.SpanLane;

/**
 * Where the rows of a picture lie, in physical pixels. A ruler that comes first stays at the top and an overview that
 * comes last stays at the bottom; so do the picture's sticky rows, below the ruler. What is between them scrolls.
 */
public final class RowLayout {

    private static final int GAP = 6;
    private static final double SPAN = 13;
    private static final double LEAST_SPANS = 20;
    private static final double MOST_SPANS = 65;
    private static final double TABLE = 26;

    private final Picture picture;
    private final double scale;
    private final int[] tops;
    private final int[] heights;
    private final int ruler;
    private final int header;
    private final int footer;
    private final int body;
    private final int[] rowOfTask;
    private final long counters;

    RowLayout(Picture picture, double scale) {
        this.picture = picture;
        this.scale = scale;
        List<Row> rows = picture.rows();
        counters = rows.stream().filter(row -> row instanceof Row.Rss).count();
        tops = new int[rows.size()];
        heights = new int[rows.size()];
        rowOfTask = new int[picture.trace().tasks().size()];
        Arrays.fill(rowOfTask, -1);
        int y = 0;
        int pins = 0;
        for (int i = 0; i < rows.size(); i++) {
            switch (rows.get(i)) {
                case Row.States(LaneId.TaskLane lane, String _, int _) -> rowOfTask[lane.task()] = i;
                case Row.Course(LaneId.TaskLane lane, Doings _, Strips _, String _) -> rowOfTask[lane.task()] = i;
                default -> { }
            }
            heights[i] = px(design(rows.get(i)));
            int taken = heights[i] + px(tight(rows.get(i)) ? 0 : GAP);
            tops[i] = pinned(i) ? pins : y;
            pins += pinned(i) ? taken : 0;
            y += sticky(i) ? 0 : taken;
        }
        body = y;
        ruler = rows.isEmpty() || !atTop(0) ? 0 : heights[0];
        header = ruler + (pins == 0 ? 0 : pins + px(GAP));
        footer = rows.isEmpty() || !atBottom(rows.size() - 1) ? 0 : heights[rows.size() - 1] + 2 * px(GAP);
    }

    /** Whether it is the layout of this picture at this scale. */
    boolean fits(Picture other, double otherScale) {
        return picture == other && scale == otherScale;
    }

    /** Height of all that scrolls. */
    public int contentHeight() {
        return body;
    }

    /** Height of the picture in which nothing need scroll. */
    public int fullHeight() {
        return header + body + footer;
    }

    /** How far one can scroll in a picture of this height. */
    public int maxScroll(int height) {
        return Math.max(0, body - (height - header - footer));
    }

    /** Top of all lanes, sticky or not. */
    public int lanesTop() {
        return ruler;
    }

    /** Top of what scrolls. */
    public int bodyTop() {
        return header;
    }

    /** Bottom of what scrolls, exclusive. */
    public int bodyBottom(Viewport viewport) {
        return Math.max(header, viewport.height() - footer);
    }

    /** Top of a row in the picture. */
    public int y(int row, Viewport viewport) {
        if (atTop(row)) {
            return 0;
        }
        if (pinned(row)) {
            return ruler + tops[row];
        }
        return atBottom(row) ? viewport.height() - footer + viewport.px(GAP) : header + tops[row] - viewport.scrollY();
    }

    public int height(int row) {
        return heights[row];
    }

    /** Whether any of the row is in sight. */
    boolean visible(int row, Viewport viewport) {
        int y = y(row, viewport);
        return sticky(row) || y + heights[row] > header && y < bodyBottom(viewport);
    }

    /** The row at a height of the picture, -1 if there is none. */
    public int rowAt(int y, Viewport viewport) {
        for (int row = 0; row < tops.length; row++) {
            boolean inside = sticky(row) || y >= header && y < bodyBottom(viewport);
            int top = y(row, viewport);
            if (inside && y >= top && y < top + heights[row]) {
                return row;
            }
        }
        return -1;
    }

    /** The row of a task's states, -1 if it has none. */
    public int rowOfTask(int task) {
        return task >= 0 && task < rowOfTask.length ? rowOfTask[task] : -1;
    }

    /** Whether the row is among those that stay below the ruler. */
    public boolean pinned(int row) {
        return row > 0 && row <= picture.sticky() && atTop(0);
    }

    /** Whether a row that scrolls is out of sight above. */
    boolean above(int row, Viewport viewport) {
        return !sticky(row) && y(row, viewport) + heights[row] / 2 < header;
    }

    private boolean sticky(int row) {
        return atTop(row) || pinned(row) || atBottom(row);
    }

    private static boolean tight(Row row) {
        return row instanceof Row.Heading || row instanceof Row.Fold;
    }

    private boolean atTop(int row) {
        return row == 0 && picture.rows().get(0) instanceof Row.Ruler;
    }

    private boolean atBottom(int row) {
        return row == picture.rows().size() - 1 && picture.rows().get(row) instanceof Row.Overview;
    }

    private double design(Row row) {
        return switch (row) {
            case Row.Ruler ignored -> 26;
            case Row.Heading ignored -> 24;
            case Row.States(LaneId.CpuLane cpu, String ignored, int _) -> 20;
            case Row.States ignored -> 24;
            case Row.Course ignored -> 27;
            case Row.Values ignored -> 18;
            case Row.Fold ignored -> 22;
            case Row.Spans spans -> Math.clamp(SPAN * depths(spans.id()), LEAST_SPANS, MOST_SPANS);
            case Row.Waits waits -> Math.clamp(SPAN * waits.waiters().size(), LEAST_SPANS, MOST_SPANS);
            case Row.Rss ignored -> counters > 2 ? 72 : 110;
            case Row.Addresses addresses -> addresses.space().grain() > 0 ? Math.clamp(TABLE * addresses.space().tables(), 96, 280)
                    : counters > 0 ? 180 : 264;
            case Row.Overview ignored -> 26;
        };
    }

    private int depths(LaneId id) {
        return picture.lanes().lane(id) instanceof SpanLane lane ? lane.depths() : 1;
    }

    private int px(double design) {
        return Math.max(1, (int) Math.round(design * scale));
    }
}
