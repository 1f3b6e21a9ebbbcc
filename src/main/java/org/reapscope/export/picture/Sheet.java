package org.reapscope.export.picture;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.analysis.ClockFigures;
import org.reapscope.export.pdf.PdfFile;
import org.reapscope.export.pdf.PdfPen;
import org.reapscope.picture.Label;
import org.reapscope.picture.Legend;
import org.reapscope.picture.NameColumn;
import org.reapscope.picture.OffsetPen;
import org.reapscope.picture.Palette;
import org.reapscope.picture.Pen;
import org.reapscope.picture.Picture;
import org.reapscope.picture.Role;
import org.reapscope.picture.SvgPen;
import org.reapscope.picture.TimelinePainter;
import org.reapscope.picture.Viewport;
import org.reapscope.trace.Trace;

/**
 * A timeline laid out to be taken out of the program: title, lanes in full height, cursors, legend, and where it is from.
 * Draws with any pen; the same content gives the same drawing. One thread at a time.
 */
public final class Sheet {

    private static final int MARGIN = 20;
    private static final int GUTTER = 190;
    private static final int TITLE = 17;
    private static final int BODY = 12;
    private static final int SMALL = 10;
    private static final double POINTS = 0.75;

    /**
     * What a sheet shows.
     *
     * @param picture the lanes
     * @param startNs time at the left edge of the plot
     * @param endNs time at its right edge
     * @param title one line
     * @param remarks lines below the title
     * @param cursors lines over all lanes
     * @param provenance lines at the foot: from which file or run, made by what
     */
    public record Content(Picture picture, long startNs, long endNs, String title, List<String> remarks, List<Cursor> cursors,
            List<String> provenance) {

        public Content {
            remarks = List.copyOf(remarks);
            cursors = List.copyOf(cursors);
            provenance = List.copyOf(provenance);
        }
    }

    /** A line over all lanes at a time, with a letter. */
    public record Cursor(String name, long ns) {}

    private final Content content;
    private final Palette palette;
    private final TimelinePainter painter;
    private final Viewport viewport;
    private final Legend legend;
    private final List<Label> labels = new ArrayList<>();
    private final int top;
    private final int legendTop;
    private final int height;

    /**
     * Lays a sheet out.
     *
     * @param width of the sheet in design pixels, at least 400
     * @param scale pixels to a design pixel, 1 to 4
     */
    public Sheet(Content content, Palette palette, int width, double scale) {
        this.content = content;
        this.palette = palette;
        painter = new TimelinePainter(palette);
        Viewport whole = new Viewport(content.startNs(), content.endNs(), (int) Math.round(width * scale), 1, 0, 0, scale);
        int inner = whole.width() - 2 * whole.px(MARGIN);
        int y = whole.px(MARGIN) + whole.px(TITLE);
        y = text(whole, y, TITLE, List.of(content.title()), Role.TEXT, true);
        y = text(whole, y, BODY, content.remarks(), Role.TEXT_DIM, false);
        top = y - whole.px(4);
        viewport = new Viewport(content.startNs(), content.endNs(), inner, painter.layout(content.picture(), scale).fullHeight(),
                Math.max(whole.px(GUTTER), NameColumn.width(content.picture(), inner, scale)), 0, scale);
        legend = Legend.of(content.picture(), viewport, palette, inner);
        legendTop = top + viewport.height() + whole.px(14);
        y = legendTop + legend.height() + whole.px(SMALL + 8);
        painter.labels(content.picture(), viewport, Integer.MAX_VALUE).forEach(label -> add(label, whole.px(MARGIN), top));
        legend.labels().forEach(label -> add(label, whole.px(MARGIN), legendTop));
        content.cursors().forEach(this::tag);
        y = text(whole, y, SMALL, content.provenance(), Role.TEXT_DIM, false);
        height = y + whole.px(MARGIN) - whole.px(SMALL);
    }

    /** Its width in pixels. */
    public int width() {
        return viewport.width() + 2 * margin();
    }

    /** Its height in pixels. */
    public int height() {
        return height;
    }

    public Palette palette() {
        return palette;
    }

    public String title() {
        return content.title();
    }

    /** Its texts; they stand over everything that is drawn. */
    public List<Label> labels() {
        return List.copyOf(labels);
    }

    /** Draws everything but texts. */
    public void paint(Pen target) {
        JoiningPen pen = new JoiningPen(target);
        pen.clip(0, 0, width(), height);
        pen.fill(0, 0, width(), height, palette.argb(Role.BG));
        painter.paint(content.picture(), viewport, new OffsetPen(pen, margin(), top, viewport.width(), viewport.height()));
        pen.clip(0, 0, width(), height);
        for (Cursor cursor : content.cursors()) {
            int x = margin() + viewport.x(cursor.ns());
            if (shown(cursor)) {
                pen.fill(x, top, viewport.px(1.5), viewport.height(), palette.argb(Role.ACCENT));
                pen.fill(x, top, viewport.px(15), viewport.px(16), palette.argb(Role.ACCENT));
            }
        }
        legend.paint(new OffsetPen(pen, margin(), legendTop, viewport.width(), Math.max(1, legend.height())));
        pen.clip(0, 0, width(), height);
        pen.flush();
    }

    /** The sheet as an SVG document. */
    public String svg() {
        SvgPen pen = new SvgPen(width(), height);
        paint(pen);
        pen.labels(labels, palette);
        return pen.document(content.title());
    }

    /** The sheet as a PDF of one page, a design pixel being 0.75 points, as in CSS. */
    public byte[] pdf() {
        double points = POINTS / viewport.scale();
        PdfFile file = new PdfFile(content.title());
        PdfPen pen = new PdfPen(file.page(width() * points, height * points), points, 0, 0);
        paint(pen);
        pen.labels(labels, palette);
        pen.end();
        return file.bytes();
    }

    private int margin() {
        return viewport.px(MARGIN);
    }

    private boolean shown(Cursor cursor) {
        return cursor.ns() >= viewport.startNs() && cursor.ns() <= viewport.endNs();
    }

    private void tag(Cursor cursor) {
        if (shown(cursor)) {
            labels.add(new Label(margin() + viewport.x(cursor.ns()) + viewport.px(8), top + viewport.px(12), viewport.px(20), viewport.px(11),
                    cursor.name(), palette.inkOn(Role.ACCENT), Label.Anchor.MIDDLE, true));
        }
    }

    /** Sets lines of text, wrapped, and says where the next baseline would be. */
    private int text(Viewport whole, int firstBaseline, int size, List<String> lines, Role role, boolean bold) {
        int room = whole.width() - 2 * whole.px(MARGIN);
        int letters = Math.max(20, (int) (room / (whole.px(size) * 0.52)));
        int y = firstBaseline;
        for (String line : lines) {
            for (String part : TextLines.wrapped(line, letters)) {
                labels.add(new Label(whole.px(MARGIN), y, room, whole.px(size), part, role, Label.Anchor.START, bold));
                y += whole.px(size * 1.45);
            }
        }
        return y;
    }

    private void add(Label label, int dx, int dy) {
        labels.add(new Label(label.x() + dx, label.baseline() + dy, label.maxWidth(), label.size(), label.text(), label.role(),
                label.anchor(), label.bold()));
    }

    /** How far two cursors are apart, in words; empty unless there are two. */
    public static String distance(Trace trace, List<Cursor> cursors) {
        return cursors.size() != 2 ? "" : cursors.get(0).name() + " to " + cursors.get(1).name() + ": "
                + ClockFigures.of(trace).length(Math.abs(cursors.get(1).ns() - cursors.get(0).ns()));
    }
}
