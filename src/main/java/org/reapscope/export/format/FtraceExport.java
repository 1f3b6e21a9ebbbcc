package org.reapscope.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import org.reapscope.export.Document;
import org.reapscope.export.Exporter;
import org.reapscope.export.Style;

/** A run as the text that ftrace would have printed, for tools that read captures. */
final class FtraceExport implements Exporter {

    @Override
    public String id() {
        return "ftrace";
    }

    @Override
    public String ending() {
        return "ftrace.txt";
    }

    @Override
    public String title() {
        return "capture as ftrace prints it";
    }

    @Override
    public boolean accepts(Document.Kind kind) {
        return kind == Document.Kind.RUN;
    }

    @Override
    public void write(Document document, Style style, OutputStream out) throws IOException {
        switch (document) {
            case Document.Run run -> {
                Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                run.run().writeFtrace(text);
                text.flush();
            }
            case Document.Capture _, Document.Pages _ -> throw new IllegalArgumentException(document.kind().title() + " is not run by the machine");
        }
    }
}
