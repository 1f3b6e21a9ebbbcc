package org.reapscope.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.reapscope.export.Exhibit;
import org.reapscope.export.Exporter;
import org.reapscope.export.MailDiagram;
import org.reapscope.export.Style;
import org.reapscope.export.TraceDiagram;

/** The kill that is meant, or the span, as the columns of a kernel mail. */
final class MailExport implements Exporter {

    @Override
    public String id() {
        return "mail";
    }

    @Override
    public String ending() {
        return "mail.txt";
    }

    @Override
    public String title() {
        return "diagram for a mail";
    }

    @Override
    public void write(Exhibit exhibit, Style style, OutputStream out) throws IOException {
        MailDiagram diagram = exhibit.kill() == null ? TraceDiagram.of(exhibit.trace(), exhibit.fromRow(), exhibit.toRow())
                : TraceDiagram.of(exhibit.trace(), exhibit.kill());
        out.write(diagram.toString().getBytes(StandardCharsets.UTF_8));
    }
}
