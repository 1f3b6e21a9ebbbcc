package org.reapscope.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.reapscope.export.Excerpt;
import org.reapscope.export.Exhibit;
import org.reapscope.export.Style;

/** The original lines of the span, which any reader of such captures opens. */
final class ExcerptExport extends LaneExporter {

    @Override
    public String id() {
        return "excerpt";
    }

    @Override
    public String ending() {
        return "txt";
    }

    @Override
    public String title() {
        return "excerpt of the capture";
    }

    @Override
    protected void write(Exhibit exhibit, Style style, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Excerpt.write(exhibit.trace(), exhibit.fromRow(), exhibit.toRow(), text);
        text.flush();
    }
}
