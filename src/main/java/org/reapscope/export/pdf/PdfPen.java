package org.reapscope.export.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPatternContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.util.Matrix;
import org.reapscope.picture.Hatch;
import org.reapscope.picture.Label;
import org.reapscope.picture.Palette;
import org.reapscope.picture.Pen;

/** Draws pictures as vectors into a rectangle of a PDF page. */
public final class PdfPen implements Pen {

    /** A hatch as it is used: {@code step} pixels to a design pixel. */
    private record Tile(Hatch hatch, int step, int argb) {}

    private final PdfPage page;
    private final Matrix matrix;
    private final Map<Tile, COSName> tiles = new HashMap<>();
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
        matrix = new Matrix((float) scale, 0, 0, (float) -scale, (float) left, (float) (page.height() - top));
        save();
        page.draw(content -> content.transform(matrix));
    }

    /** Ends the drawing; the pen cannot be used after that. */
    public void end() {
        clip(0, 0, -1, -1);
        restore();
    }

    /** A rectangle of negative size lifts the clip. */
    @Override
    public void clip(int x, int y, int width, int height) {
        if (clipped) {
            restore();
        }
        clipped = width >= 0;
        if (clipped) {
            save();
            page.draw(content -> {
                content.addRect(x, y, width, height);
                content.clip();
            });
        }
    }

    @Override
    public void fill(int x, int y, int width, int height, int argb) {
        if (width > 0 && height > 0) {
            page.inFill(argb);
            page.draw(content -> {
                content.addRect(x, y, width, height);
                content.fill();
            });
        }
    }

    @Override
    public void hatch(int x, int y, int width, int height, Hatch hatch, int step, int argb) {
        if (width > 0 && height > 0) {
            COSName tile = tiles.computeIfAbsent(new Tile(hatch, step, argb), this::tile);
            page.opaque(0xff);
            page.draw(content -> {
                content.setNonStrokingColor(new PDColor(tile, new PDPattern(page.page().getResources())));
                content.addRect(x, y, width, height);
                content.fill();
            });
            page.forgetColours();
        }
    }

    @Override
    public void outline(int x, int y, int width, int height, int thickness, int argb) {
        if (width <= 2 * thickness || height <= 2 * thickness) {
            fill(x, y, width, height, argb);
            return;
        }
        float inset = thickness / 2f;
        page.inStroke(argb);
        page.draw(content -> {
            content.setLineWidth(thickness);
            content.setLineDashPattern(new float[0], 0);
            content.addRect(x + inset, y + inset, width - thickness, height - thickness);
            content.stroke();
        });
    }

    @Override
    public void line(int x1, int y1, int x2, int y2, int thickness, int dash, int argb) {
        page.inStroke(argb);
        page.draw(content -> {
            content.setLineWidth(thickness);
            content.setLineDashPattern(dash > 0 ? new float[] {dash} : new float[0], 0);
            content.moveTo(x1, y1);
            content.lineTo(x2, y2);
            content.stroke();
        });
    }

    @Override
    public void diamond(int x, int y, int radius, int argb) {
        polygon(argb, x, y - radius, x + radius, y, x, y + radius, x - radius, y);
    }

    @Override
    public void triangle(int x1, int y1, int x2, int y2, int x3, int y3, int argb) {
        polygon(argb, x1, y1, x2, y2, x3, y3);
    }

    private void polygon(int argb, int... corners) {
        page.inFill(argb);
        page.draw(content -> {
            content.moveTo(corners[0], corners[1]);
            for (int i = 2; i < corners.length; i += 2) {
                content.lineTo(corners[i], corners[i + 1]);
            }
            content.fill();
        });
    }

    /** Writes texts over what was drawn, no wider than they may be. */
    public void labels(List<Label> labels, Palette palette) {
        clip(0, 0, -1, -1);
        for (Label label : labels) {
            List<Run> runs = Run.of(label.bold() ? Typeface.BOLD : Typeface.REGULAR, label.text());
            double natural = runs.stream().mapToDouble(Run::width).sum() * label.size();
            double squeeze = Math.min(1, label.maxWidth() / Math.max(1, natural));
            double x = switch (label.anchor()) {
                case START -> label.x();
                case MIDDLE -> label.x() - natural * squeeze / 2;
                case END -> label.x() - natural * squeeze;
            };
            page.write(runs, label.size(), new Matrix((float) squeeze, 0, 0, -1, (float) x, label.baseline()), palette.argb(label.role()));
        }
    }

    private void save() {
        page.draw(content -> content.saveGraphicsState());
    }

    private void restore() {
        page.draw(content -> content.restoreGraphicsState());
        page.forgetColours();
    }

    private COSName tile(Tile tile) {
        int side = tile.hatch().side() * tile.step();
        PDTilingPattern pattern = new PDTilingPattern();
        pattern.setPaintType(PDTilingPattern.PAINT_COLORED);
        pattern.setTilingType(PDTilingPattern.TILING_CONSTANT_SPACING);
        pattern.setBBox(new PDRectangle(side, side));
        pattern.setXStep(side);
        pattern.setYStep(side);
        pattern.setMatrix(matrix.createAffineTransform());
        pattern.setResources(new PDResources());
        float red = (tile.argb() >>> 16 & 0xff) / 255f;
        float green = (tile.argb() >>> 8 & 0xff) / 255f;
        float blue = (tile.argb() & 0xff) / 255f;
        try (PDPatternContentStream ink = new PDPatternContentStream(pattern)) {
            ink.transform(Matrix.getScaleInstance(tile.step(), tile.step()));
            ink.setGraphicsStateParameters(page.file().opacity(tile.argb() >>> 24));
            ink.setStrokingColor(red, green, blue);
            ink.setNonStrokingColor(red, green, blue);
            ink.setLineWidth(Hatch.THICKNESS);
            for (Hatch.Line line : tile.hatch().lines()) {
                ink.moveTo(line.x1(), line.y1());
                ink.lineTo(line.x2(), line.y2());
            }
            if (!tile.hatch().lines().isEmpty()) {
                ink.stroke();
            }
            for (Hatch.Dot dot : tile.hatch().dots()) {
                ink.addRect(dot.x(), dot.y(), dot.width(), dot.height());
                ink.fill();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PDResources resources = page.page().getResources();
        return resources.add(pattern);
    }
}
