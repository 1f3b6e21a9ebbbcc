package org.reapscope.picture;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Draws into SVG 1.1 that stands alone: no scripts, no fonts or files from elsewhere. Text is text. Names out of a capture
 * are escaped, and characters that XML cannot hold are replaced.
 */
public final class SvgPen implements Pen {

    private final StringBuilder body = new StringBuilder();
    private final StringBuilder patterns = new StringBuilder();
    private final Set<String> known = new LinkedHashSet<>();
    private final int width;
    private final int height;
    private int clips;
    private boolean clipped;

    public SvgPen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The picture as seen through the viewport, text and all. */
    public static String of(TimelinePainter painter, Picture picture, Viewport viewport, String title) {
        SvgPen pen = new SvgPen(viewport.width(), viewport.height());
        painter.paint(picture, viewport, pen);
        pen.labels(painter.labels(picture, viewport, Integer.MAX_VALUE), painter.palette());
        return pen.document(title);
    }

    @Override
    public void clip(int x, int y, int w, int h) {
        if (clipped) {
            body.append("</g>\n");
        }
        clipped = x > 0 || y > 0 || w < width || h < height;
        if (clipped) {
            clips++;
            patterns.append("<clipPath id=\"c").append(clips).append("\"><rect x=\"").append(x).append("\" y=\"").append(y)
                    .append("\" width=\"").append(w).append("\" height=\"").append(h).append("\"/></clipPath>\n");
            body.append("<g clip-path=\"url(#c").append(clips).append(")\">\n");
        }
    }

    @Override
    public void fill(int x, int y, int w, int h, int argb) {
        if (w > 0 && h > 0 && x < width && x + w > 0) {
            rect(Math.max(x, -1), y, Math.min(x + w, width + 1) - Math.max(x, -1), h).append(paint("fill", argb)).append("/>\n");
        }
    }

    @Override
    public void hatch(int x, int y, int w, int h, Hatch hatch, int scale, int argb) {
        if (w > 0 && h > 0 && x < width && x + w > 0) {
            rect(Math.max(x, -1), y, Math.min(x + w, width + 1) - Math.max(x, -1), h)
                    .append(" fill=\"url(#").append(pattern(hatch, scale, argb)).append(")\"/>\n");
        }
    }

    @Override
    public void outline(int x, int y, int w, int h, int thickness, int argb) {
        if (w <= 2 * thickness || h <= 2 * thickness) {
            fill(x, y, w, h, argb);
            return;
        }
        double inset = thickness / 2.0;
        body.append(String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%d\" fill=\"none\" stroke-width=\"%d\"",
                x + inset, y + inset, w - thickness, h - thickness, thickness)).append(paint("stroke", argb)).append("/>\n");
    }

    @Override
    public void line(int x1, int y1, int x2, int y2, int thickness, int dash, int argb) {
        body.append("<line x1=\"").append(x1).append("\" y1=\"").append(y1).append("\" x2=\"").append(x2).append("\" y2=\"")
                .append(y2).append("\" stroke-width=\"").append(thickness).append('"').append(paint("stroke", argb));
        if (dash > 0) {
            body.append(" stroke-dasharray=\"").append(dash).append('"');
        }
        body.append("/>\n");
    }

    @Override
    public void diamond(int x, int y, int radius, int argb) {
        path("M" + x + " " + (y - radius) + "L" + (x + radius) + " " + y + "L" + x + " " + (y + radius) + "L" + (x - radius) + " " + y, argb);
    }

    @Override
    public void triangle(int x1, int y1, int x2, int y2, int x3, int y3, int argb) {
        path("M" + x1 + " " + y1 + "L" + x2 + " " + y2 + "L" + x3 + " " + y3, argb);
    }

    /** Writes texts over what was drawn. */
    public void labels(List<Label> labels, Palette palette) {
        clip(0, 0, width, height);
        for (Label label : labels) {
            String anchor = switch (label.anchor()) {
                case START -> "start";
                case MIDDLE -> "middle";
                case END -> "end";
            };
            body.append("<text x=\"").append(label.x()).append("\" y=\"").append(label.baseline()).append("\" font-size=\"")
                    .append(label.size()).append("\" text-anchor=\"").append(anchor).append('"')
                    .append(label.bold() ? " font-weight=\"bold\"" : "").append(paint("fill", palette.argb(label.role())))
                    .append('>').append(escape(label.text())).append("</text>\n");
        }
    }

    /** The whole document. */
    public String document(String title) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 " + width
                + " " + height + "\" font-family=\"sans-serif\">\n<title>" + escape(title) + "</title>\n<defs>\n" + patterns + "</defs>\n" + body
                + (clipped ? "</g>\n" : "") + "</svg>\n";
    }

    /** Text that is safe in XML 1.0, in elements and in attributes. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xfffd);
            }
        });
        return out.toString();
    }

    /** What XML can hold, except marks that would turn the direction of what follows. */
    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.CONTROL
                && (c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000);
    }

    private StringBuilder rect(int x, int y, int w, int h) {
        return body.append("<rect x=\"").append(x).append("\" y=\"").append(y).append("\" width=\"").append(w)
                .append("\" height=\"").append(h).append('"');
    }

    private void path(String d, int argb) {
        body.append("<path d=\"").append(d).append("Z\"").append(paint("fill", argb)).append("/>\n");
    }

    private static String paint(String attribute, int argb) {
        String colour = String.format(Locale.ROOT, " %s=\"#%06x\"", attribute, argb & 0xffffff);
        return argb >>> 24 == 0xff ? colour
                : colour + String.format(Locale.ROOT, " %s-opacity=\"%.2f\"", attribute, (argb >>> 24) / 255.0);
    }

    private String pattern(Hatch hatch, int scale, int argb) {
        String id = String.format(Locale.ROOT, "%s%d-%08x", hatch.name().toLowerCase(Locale.ROOT), scale, argb);
        if (known.add(id)) {
            int side = hatch.side() * scale;
            StringBuilder lines = new StringBuilder();
            hatch.lines().forEach(l -> lines.append('M').append(l.x1()).append(' ').append(l.y1()).append('L').append(l.x2()).append(' ').append(l.y2()));
            StringBuilder ink = new StringBuilder(lines.isEmpty() ? "" : "<path d=\"" + lines + "\" fill=\"none\" stroke-width=\"" + Hatch.THICKNESS
                    + "\"" + paint("stroke", argb) + "/>");
            hatch.dots().forEach(d -> ink.append("<rect x=\"").append(d.x()).append("\" y=\"").append(d.y()).append("\" width=\"").append(d.width())
                    .append("\" height=\"").append(d.height()).append('"').append(paint("fill", argb)).append("/>"));
            patterns.append("<pattern id=\"").append(id).append("\" width=\"").append(side).append("\" height=\"").append(side)
                    .append("\" patternUnits=\"userSpaceOnUse\"><g transform=\"scale(").append(scale).append(")\">").append(ink)
                    .append("</g></pattern>\n");
        }
        return id;
    }
}
