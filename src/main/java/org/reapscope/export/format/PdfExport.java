package org.reapscope.export.format;

import java.io.IOException;
import java.io.OutputStream;

import org.reapscope.export.Exhibit;
import org.reapscope.export.Style;
import org.reapscope.export.picture.Sheet;

/** The lanes as a vector picture for paper. */
final class PdfExport extends LaneExporter {

    @Override
    public String id() {
        return "pdf";
    }

    @Override
    public String ending() {
        return "pdf";
    }

    @Override
    public String title() {
        return "picture (PDF)";
    }

    @Override
    protected void write(Exhibit exhibit, Style style, OutputStream out) throws IOException {
        out.write(new Sheet(exhibit.sheet(), style.palette(), style.width(), 1).pdf());
    }
}
