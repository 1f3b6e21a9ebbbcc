package org.reapscope.app.picture;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.reapscope.export.Document;
import org.reapscope.export.Exporter;

/** Every format in which the program writes: what menus, save dialogs, the command line and its help offer. */
public final class Formats {

    private static final List<Exporter> ALL = Stream.concat(Exporter.all().stream(), Stream.of(new PngExport(false), new PngExport(true)))
            .sorted(Comparator.comparing(Exporter::ending)).toList();

    private Formats() {}

    /** All of them, by ending. */
    public static List<Exporter> all() {
        return ALL;
    }

    /** Those that can be made of such a document, by ending. */
    public static List<Exporter> of(Document.Kind kind) {
        return ALL.stream().filter(format -> format.accepts(kind)).toList();
    }

    /** The one with this id. */
    public static Optional<Exporter> named(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }

    /** The one of these whose ending a file's name has: the longest that fits. */
    public static Optional<Exporter> ending(String name, List<Exporter> formats) {
        return formats.stream().filter(format -> name.endsWith("." + format.ending())).max(Comparator.comparingInt(format -> format.ending().length()));
    }
}
