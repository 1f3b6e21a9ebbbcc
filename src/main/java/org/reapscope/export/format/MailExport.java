package org.reapscope.export.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.reapscope.export.Document;
import org.reapscope.export.Exhibit;
import org.reapscope.export.Exporter;
import org.reapscope.export.MailDiagram;
import org.reapscope.export.Style;
import org.reapscope.export.TraceDiagram;

/** The columns of a kernel mail: of a run, or of the time between two cursors, or of the kill that is meant, or of the span. */
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
    public boolean accepts(Document.Kind kind) {
        return kind != Document.Kind.LESSON;
    }

    @Override
    public void write(Document document, Style style, OutputStream out) throws IOException {
        out.write((switch (document) {
            case Document.Run run -> run.run().mail();
            case Document.Capture capture -> diagram(capture.exhibit()).toString();
            case Document.Pages pages -> throw new IllegalArgumentException("there is no race in " + pages.kind().title());
        }).getBytes(StandardCharsets.UTF_8));
    }

    private static MailDiagram diagram(Exhibit exhibit) {
        if (exhibit.sheet().cursors().size() == 2) {
            long a = exhibit.sheet().cursors().getFirst().ns();
            long b = exhibit.sheet().cursors().getLast().ns();
            return TraceDiagram.of(exhibit.trace(), exhibit.trace().rowAtOrAfter(Math.min(a, b)), exhibit.trace().rowAtOrAfter(Math.max(a, b) + 1));
        }
        return exhibit.kill() == null ? TraceDiagram.of(exhibit.trace(), exhibit.fromRow(), exhibit.toRow()) : TraceDiagram.of(exhibit.trace(), exhibit.kill());
    }
}
