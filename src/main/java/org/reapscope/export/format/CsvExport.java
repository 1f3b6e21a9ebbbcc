package org.reapscope.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.reapscope.export.Document;
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
    public boolean accepts(Document.Kind kind) {
        return kind != Document.Kind.LESSON;
    }

    @Override
    public void write(Document document, Style style, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        style.table().write(document, text);
        text.flush();
    }

    @Override
    public Optional<String> leftOut(Document document, Style style) {
        return switch (document) {
            case Document.Drawn drawn -> style.table().leftOut(drawn.exhibit());
            case Document.Pages _ -> Optional.empty();
        };
    }
}
