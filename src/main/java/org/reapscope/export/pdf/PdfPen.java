package org.reapscope.export.pdf;

import java.util.List;
import java.util.Locale;

import org.reapscope.picture.Hatch;
import org.reapscope.picture.Label;
import org.reapscope.picture.Palette;
import org.reapscope.picture.Pen;

/** Draws pictures as vectors into a rectangle of a PDF page. */
public final class PdfPen implements Pen {

    private final PdfPage page;
    private final StringBuilder out;
    private final double scale;
    private final double left;
    private final double top;
    private boolean clipped;

    /**
     * A pen for a part of a page.
     *
     * @param scale points to a pixel
     * @param left where the pixel 0, 0 comes to lie, in points from the left
     * @param top and from the top
     */
    public PdfPen(PdfPage page, double scale, double left, double top) {
        this.page = page;
        this.out = page.content();
        this.scale = scale;
        this.left = left;
        this.top = top;
        out.append("q ").append(matrix()).append(" cm\n");
    }

    private String matrix() {
        return String.join(" ", PdfPage.number(scale), "0", "0", PdfPage.number(-scale), PdfPage.number(left),
                PdfPage.number(page.height() - top));
    }

    /** Ends the drawing; the pen cannot be used after that. */
    public void end() {
        clip(0, 0, -1, -1);
        out.append("Q\n");
    }

    /** A rectangle of negative size lifts the clip. */
    @Override
    public void clip(int x, int y, int width, int height) {
        if (clipped) {
            out.append("Q\n");
        }
        clipped = width >= 0;
        if (clipped) {
            out.append("q ");
            rect(x, y, width, height).append(" W n\n");
        }
    }

    @Override
    public void fill(int x, int y, int width, int height, int argb) {
        if (width > 0 && height > 0) {
            out.append(page.colour(argb, "rg"));
            rect(x, y, width, height).append(" f\n");
        }
    }

    @Override
    public void hatch(int x, int y, int width, int height, Hatch hatch, int step, int argb) {
        if (width > 0 && height > 0) {
            out.append("/Pattern cs /").append(tile(hatch, step, argb)).append(" scn ");
            rect(x, y, width, height).append(" f\n");
        }
    }

    @Override
    public void outline(int x, int y, int width, int height, int thickness, int argb) {
        if (width <= 2 * thickness || height <= 2 * thickness) {
            fill(x, y, width, height, argb);
            return;
        }
        double inset = thickness / 2.0;
        out.append(page.colour(argb, "RG")).append(thickness).append(" w [] 0 d ").append(PdfPage.number(x + inset)).append(' ')
                .append(PdfPage.number(y + inset)).append(' ').append(width - thickness).append(' ').append(height - thickness).append(" re S\n");
    }

    @Override
    public void line(int x1, int y1, int x2, int y2, int thickness, int dash, int argb) {
        out.append(page.colour(argb, "RG")).append(thickness).append(" w [").append(dash > 0 ? Integer.toString(dash) : "").append("] 0 d ")
                .append(x1).append(' ').append(y1).append(" m ").append(x2).append(' ').append(y2).append(" l S\n");
    }

    @Override
    public void diamond(int x, int y, int radius, int argb) {
        out.append(page.colour(argb, "rg")).append(x).append(' ').append(y - radius).append(" m ").append(x + radius).append(' ').append(y)
                .append(" l ").append(x).append(' ').append(y + radius).append(" l ").append(x - radius).append(' ').append(y).append(" l f\n");
    }

    @Override
    public void triangle(int x1, int y1, int x2, int y2, int x3, int y3, int argb) {
        out.append(page.colour(argb, "rg")).append(x1).append(' ').append(y1).append(" m ").append(x2).append(' ').append(y2).append(" l ")
                .append(x3).append(' ').append(y3).append(" l f\n");
    }

    /** Writes texts over what was drawn, no wider than they may be. */
    public void labels(List<Label> labels, Palette palette) {
        clip(0, 0, -1, -1);
        for (Label label : labels) {
            double natural = Helvetica.width(label.text(), label.size(), label.bold());
            double squeeze = Math.min(1, label.maxWidth() / Math.max(1, natural));
            double x = switch (label.anchor()) {
                case START -> label.x();
                case MIDDLE -> label.x() - natural * squeeze / 2;
                case END -> label.x() - natural * squeeze;
            };
            out.append("BT ").append(page.colour(palette.argb(label.role()), "rg")).append(label.bold() ? "/F2 " : "/F1 ")
                    .append(label.size()).append(" Tf ").append(PdfPage.number(squeeze)).append(" 0 0 -1 ").append(PdfPage.number(x)).append(' ')
                    .append(label.baseline()).append(" Tm (").append(PdfPage.escaped(label.text())).append(") Tj ET\n");
        }
    }

    private StringBuilder rect(int x, int y, int width, int height) {
        return out.append(x).append(' ').append(y).append(' ').append(width).append(' ').append(height).append(" re");
    }

    private String tile(Hatch hatch, int step, int argb) {
        String key = String.format(Locale.ROOT, "%s %d %08x %s", hatch, step, argb, matrix());
        return page.tiles().computeIfAbsent(key, k -> {
            int side = (hatch == Hatch.DOTS ? 4 : 8) * step;
            String ink = switch (hatch) {
                case RISING -> "2 w -1 5 m 5 -1 l -1 13 m 13 -1 l 3 13 m 13 3 l S";
                case FALLING -> "2 w -1 3 m 5 9 l -1 -5 m 13 9 l 3 -1 m 9 5 l S";
                case DOTS -> "0 0 2 2 re f";
                case SPARSE -> "0 4 2 1 re f";
            };
            return new PdfPage.Tile("P" + page.tiles().size(), "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 "
                    + side + " " + side + "] /XStep " + side + " /YStep " + side + " /Matrix [" + matrix() + "]",
                    step + " 0 0 " + step + " 0 0 cm " + page.colour(argb, "rg") + page.colour(argb, "RG") + ink);
        }).name();
    }
}
