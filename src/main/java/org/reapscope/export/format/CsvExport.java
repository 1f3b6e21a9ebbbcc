package org.reapscope.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.reapscope.export.Exhibit;
import org.reapscope.export.Exporter;
import org.reapscope.export.Style;

/** A table of values for spreadsheets and scripts. */
final class CsvExport implements Exporter {

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String ending() {
        return "csv";
    }

    @Override
    public String title() {
        return "table (CSV)";
    }

    @Override
    public void write(Exhibit exhibit, Style style, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        style.table().write(exhibit, text);
        text.flush();
    }
}
