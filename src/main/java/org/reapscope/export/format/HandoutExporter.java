package org.reapscope.export.format;

import java.io.IOException;
import java.io.OutputStream;

import org.reapscope.export.Document;
import org.reapscope.export.Exporter;
import org.reapscope.export.Handout;
import org.reapscope.export.Style;
import org.reapscope.export.report.RunHandout;

/** Paper for a class, of a lesson or of a run, with the answers apart. */
abstract class HandoutExporter implements Exporter {

    /** Of lanes on a page of paper. */
    private static final int PICTURE_WIDTH = 760;

    @Override
    public final boolean accepts(Document.Kind kind) {
        return kind != Document.Kind.CAPTURE;
    }

    @Override
    public final void write(Document document, Style style, OutputStream out) throws IOException {
        write(switch (document) {
            case Document.Run run -> RunHandout.of(run.run());
            case Document.Pages pages -> pages.handout();
            case Document.Capture capture -> throw new IllegalArgumentException("no handout is made of " + capture.kind().title());
        }, style.ofWidth(PICTURE_WIDTH), out);
    }

    abstract void write(Handout handout, Style style, OutputStream out) throws IOException;
}
