package org.reapscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

import org.reapscope.base.registry.Registry;

/**
 * A format in which an exhibit leaves the program. One class a format, in {@code export.format}: being there is the
 * registration. Same exhibit and style, same bytes; text out of the capture is escaped as the format demands.
 */
public interface Exporter {

    /** As on the command line: {@code svg}. */
    String id();

    /** How its files' names end, without the dot. */
    String ending();

    /** For people: {@code picture (SVG)}. */
    String title();

    /**
     * Writes the exhibit. The stream is left open.
     *
     * @throws IOException if the capture's lines cannot be read any more, or the stream fails
     */
    void write(Exhibit exhibit, Style style, OutputStream out) throws IOException;

    /** All formats, by class name. */
    static List<Exporter> all() {
        return All.EXPORTERS;
    }

    /** The format with this id. */
    static Optional<Exporter> named(String id) {
        return all().stream().filter(exporter -> exporter.id().equals(id)).findFirst();
    }

    /** The registry, read once. */
    final class All {
        private static final List<Exporter> EXPORTERS = Registry.instances(Exporter.class, "org.reapscope.export.format");

        private All() {}
    }
}
