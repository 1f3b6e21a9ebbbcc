package org.reapscope.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.reapscope.export.Exhibit;
import org.reapscope.export.Style;
import org.reapscope.export.picture.Sheet;

/** The lanes as a vector picture for the web. */
final class SvgExport extends LaneExporter {

    @Override
    public String id() {
        return "svg";
    }

    @Override
    public String ending() {
        return "svg";
    }

    @Override
    public String title() {
        return "picture (SVG)";
    }

    @Override
    protected void write(Exhibit exhibit, Style style, OutputStream out) throws IOException {
        out.write(new Sheet(exhibit.sheet(), style.palette(), style.width(), 1).svg().getBytes(StandardCharsets.UTF_8));
    }
}
