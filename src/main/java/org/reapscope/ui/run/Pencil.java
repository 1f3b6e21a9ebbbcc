package org.reapscope.ui.run;

import java.util.EnumMap;
import java.util.Map;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

import org.reapscope.picture.Palette;
import org.reapscope.picture.Role;

/** Draws on a canvas in the colours of a palette. */
final class Pencil {

    private static final double CHAR_SHARE = 0.56;
    private static final double HATCH = 7;
    private static final String FAMILY = "Inter";

    private final GraphicsContext g;
    private final Palette palette;
    private final Map<Role, Color> colours = new EnumMap<>(Role.class);
    private double size = 11;

    Pencil(GraphicsContext g, Palette palette) {
        this.g = g;
        this.palette = palette;
        g.setTextBaseline(VPos.CENTER);
    }

    Color colour(Role role) {
        return colours.computeIfAbsent(role, r -> colour(palette.argb(r)));
    }

    Color colour(Role role, double opacity) {
        return colour(role).deriveColor(0, 1, 1, opacity);
    }

    Color inkOn(Role role) {
        return colour(palette.inkOn(role));
    }

    void rect(double x, double y, double width, double height, Color fill) {
        g.setFill(fill);
        g.fillRect(x, y, width, height);
    }

    void bar(double x, double y, double width, double height, Color fill) {
        g.setFill(fill);
        g.fillRoundRect(x, y, width, height, 5, 5);
    }

    void line(double x1, double y1, double x2, double y2, Color stroke, double width) {
        g.setStroke(stroke);
        g.setLineWidth(width);
        g.strokeLine(x1, y1, x2, y2);
    }

    void frame(double x, double y, double width, double height, Color stroke, double thick) {
        g.setStroke(stroke);
        g.setLineWidth(thick);
        g.strokeRect(x, y, width, height);
    }

    /** Diagonals over a rectangle, rising to the right or falling. */
    void hatch(double x, double y, double width, double height, boolean rising, Color stroke) {
        g.setStroke(stroke);
        g.setLineWidth(1.2);
        g.beginPath();
        for (double offset = HATCH / 2; offset < width + height; offset += HATCH) {
            double start = Math.max(0, offset - height);
            double end = Math.min(width, offset);
            double low = offset - start;
            double high = offset - end;
            g.moveTo(x + start, y + (rising ? low : height - low));
            g.lineTo(x + end, y + (rising ? high : height - high));
        }
        g.stroke();
    }

    void dots(double x, double y, double width, double height, Color fill) {
        g.setFill(fill);
        for (double dy = 2; dy < height - 1; dy += 5) {
            for (double dx = 3; dx < width - 1; dx += 6) {
                g.fillRect(x + dx, y + dy, 2, 2);
            }
        }
    }

    void dashes(double... lengths) {
        g.setLineDashes(lengths);
    }

    void diamond(double x, double y, double radius, Color fill, Color outline) {
        double[] xs = {x, x + radius, x, x - radius};
        double[] ys = {y - radius, y, y + radius, y};
        g.setFill(fill);
        g.fillPolygon(xs, ys, xs.length);
        g.setStroke(outline);
        g.setLineWidth(1.5);
        g.strokePolygon(xs, ys, xs.length);
    }

    void diamondOutline(double x, double y, double radius, Color outline) {
        g.setStroke(outline);
        g.setLineWidth(1.5);
        g.strokePolygon(new double[] {x, x + radius, x, x - radius}, new double[] {y - radius, y, y + radius, y}, 4);
    }

    /** The head of an arrow that ends at the second point. */
    void arrowHead(double x1, double y1, double x2, double y2, double size, Color fill) {
        double angle = Math.atan2(y2 - y1, x2 - x1);
        g.setFill(fill);
        g.fillPolygon(new double[] {x2, x2 - size * Math.cos(angle - 0.45), x2 - size * Math.cos(angle + 0.45)},
                new double[] {y2, y2 - size * Math.sin(angle - 0.45), y2 - size * Math.sin(angle + 0.45)}, 3);
    }

    void flag(double x, double y, double height, Color fill) {
        double half = height * 0.55;
        g.setFill(fill);
        g.fillPolygon(new double[] {x - half, x + half, x}, new double[] {y, y, y + height}, 3);
    }

    void font(double newSize, boolean bold) {
        size = newSize;
        g.setFont(Font.font(FAMILY, bold ? FontWeight.SEMI_BOLD : FontWeight.NORMAL, newSize));
    }

    void text(String text, double x, double y, TextAlignment align, Color fill) {
        g.setFill(fill);
        g.setTextAlign(align);
        g.fillText(text, x, y);
    }

    /** About how wide a text is in the present font. */
    double width(String text) {
        return text.length() * size * CHAR_SHARE;
    }

    /** As much of a text as fits into a width; empty if that is too little to read. */
    String fitting(String text, double width) {
        int fits = (int) (width / (size * CHAR_SHARE));
        return text.length() <= fits ? text : fits < 5 ? "" : text.substring(0, fits - 1) + "…";
    }

    private static Color colour(int argb) {
        return Color.rgb(argb >>> 16 & 0xff, argb >>> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
    }
}
