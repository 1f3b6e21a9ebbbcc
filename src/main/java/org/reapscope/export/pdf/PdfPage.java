package org.reapscope.export.pdf;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One page of a {@link PdfFile}: what is on it, and what that refers to. Distances are points from the top left. */
public final class PdfPage {

    private final double width;
    private final double height;
    private final StringBuilder content = new StringBuilder();
    private final Map<String, String> alphas = new LinkedHashMap<>();
    private final Map<String, Tile> tiles = new LinkedHashMap<>();

    /** A tiling pattern: its name, its dictionary without the length, its drawing. */
    record Tile(String name, String dictionary, String drawing) {}

    PdfPage(double width, double height) {
        this.width = width;
        this.height = height;
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** Writes one line of text. */
    public void text(double x, double baseline, String text, double size, boolean bold, int argb) {
        content.append("BT ").append(colour(argb, "rg")).append(bold ? "/F2 " : "/F1 ").append(number(size)).append(" Tf 1 0 0 1 ")
                .append(number(x)).append(' ').append(number(height - baseline)).append(" Tm (").append(escaped(text)).append(") Tj ET\n");
    }

    /** Writes one line in letters of one width (Courier), 0.6 of the size each. */
    public void code(double x, double baseline, String text, double size, int argb) {
        content.append("BT ").append(colour(argb, "rg")).append("/F3 ").append(number(size)).append(" Tf 1 0 0 1 ")
                .append(number(x)).append(' ').append(number(height - baseline)).append(" Tm (").append(escaped(text)).append(") Tj ET\n");
    }

    /** How wide a text is, in points. */
    public static double textWidth(String text, double size, boolean bold) {
        return Helvetica.width(text, size, bold);
    }

    /** Fills a rectangle. */
    public void fill(double x, double y, double w, double h, int argb) {
        content.append(colour(argb, "rg")).append(number(x)).append(' ').append(number(height - y - h)).append(' ').append(number(w))
                .append(' ').append(number(h)).append(" re f\n");
    }

    StringBuilder content() {
        return content;
    }

    Map<String, String> alphas() {
        return alphas;
    }

    Map<String, Tile> tiles() {
        return tiles;
    }

    /** The operators that choose a colour and its opacity; {@code rg} to fill, {@code RG} to stroke. */
    String colour(int argb, String operator) {
        int alpha = argb >>> 24;
        String name = String.format(Locale.ROOT, "A%02x", alpha);
        alphas.putIfAbsent(name, "<< /ca " + number(alpha / 255.0) + " /CA " + number(alpha / 255.0) + " >>");
        return "/" + name + " gs " + number((argb >>> 16 & 0xff) / 255.0) + " " + number((argb >>> 8 & 0xff) / 255.0) + " "
                + number((argb & 0xff) / 255.0) + " " + operator + " ";
    }

    /** A number as PDF has it: no exponent, no needless zeros. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        String trimmed = text.replaceFirst("\\.?0+$", "");
        return trimmed.equals("-0") ? "0" : trimmed;
    }

    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (byte letter : Helvetica.encode(text)) {
            int c = letter & 0xff;
            if (c == '(' || c == ')' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < 32 || c > 126) {
                out.append(String.format(Locale.ROOT, "\\%03o", c));
            } else {
                out.append((char) c);
            }
        }
        return out.toString();
    }
}
