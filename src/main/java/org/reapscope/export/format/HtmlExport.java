package org.reapscope.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.reapscope.export.Exhibit;
import org.reapscope.export.Style;
import org.reapscope.export.report.TraceReport;

/** A report to be read in any browser, offline. */
final class HtmlExport extends LaneExporter {

    @Override
    public String id() {
        return "html";
    }

    @Override
    public String ending() {
        return "html";
    }

    @Override
    public String title() {
        return "report (HTML)";
    }

    @Override
    protected void write(Exhibit exhibit, Style style, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        TraceReport.write(exhibit, style, text);
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
