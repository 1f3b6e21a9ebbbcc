package org.reapscope.export.format;

import java.io.IOException;
import java.io.OutputStream;

import org.reapscope.export.Document;
import org.reapscope.export.Exhibit;
import org.reapscope.export.Exporter;
import org.reapscope.export.Style;

/** A format that is made of lanes, wherever they come from. */
public abstract class LaneExporter implements Exporter {

    @Override
    public final boolean accepts(Document.Kind kind) {
        return kind != Document.Kind.LESSON;
    }

    @Override
    public final void write(Document document, Style style, OutputStream out) throws IOException, InterruptedException {
        switch (document) {
            case Document.Drawn drawn -> write(drawn.exhibit(), style, out);
            case Document.Pages pages -> throw new IllegalArgumentException("there are no lanes in " + pages.kind().title());
        }
    }

    /** Writes what is to be seen. */
    protected abstract void write(Exhibit exhibit, Style style, OutputStream out) throws IOException, InterruptedException;
}
