package org.reapscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

import org.reapscope.base.registry.Registry;

/**
 * A format in which a document leaves the program. One class a format, in {@code export.format}: being there is the
 * registration. Same document and style, same bytes; text out of a capture is escaped as the format demands.
 */
public interface Exporter {

    /** As on the command line: {@code svg}. */
    String id();

    /** How its files' names end, without the dot. */
    String ending();

    /** For people: {@code picture (SVG)}. */
    String title();

    /** Whether this can be made of such a document. */
    boolean accepts(Document.Kind kind);

    /**
     * Writes the document, which it accepts. The stream is left open. Not to be called on the JavaFX thread.
     *
     * @throws IOException if the capture's lines cannot be read any more, or the stream fails
     * @throws IllegalArgumentException if the style asks for a table that this document does not have; says so
     */
    void write(Document document, Style style, OutputStream out) throws IOException, InterruptedException;

    /** What of the document it leaves out in this style, as a sentence; nothing if it is whole or only a part was meant. */
    default Optional<String> leftOut(Document document, Style style) {
        return Optional.empty();
    }

    /** Those that need no window system, by class name. */
    static List<Exporter> all() {
        return All.EXPORTERS;
    }

    /** The registry, read once. */
    final class All {
        private static final List<Exporter> EXPORTERS = Registry.instances(Exporter.class, "org.reapscope.export.format");

        private All() {}
    }
}
