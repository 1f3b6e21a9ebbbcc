package org.reapscope.document.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.reapscope.base.file.AtomicFile;
import org.reapscope.base.file.FileName;

/**
 * The lines that sessions bring along, as files that can be opened like any capture. They lie in a folder of the program's
 * own: opening a session writes nothing beside it. The last {@value #KEPT} stay.
 */
public final class ExcerptFolder {

    static final int KEPT = 12;
    private static final int DIGITS = 16;
    private static final String ENDING = ".excerpt.txt";

    private final Path folder;

    /** The one among the settings. */
    public ExcerptFolder(Path configFolder) {
        folder = configFolder.toAbsolutePath().normalize().resolve("excerpts");
    }

    /** Whether a capture is an excerpt from here. */
    public boolean holds(Path capture) {
        return capture.startsWith(folder);
    }

    /**
     * The file with an excerpt, called after the capture that it is from. The same lines have the same file.
     *
     * @throws IOException if it cannot be written
     */
    Path file(Session.Source source, String excerpt) throws IOException {
        byte[] lines = excerpt.getBytes(StandardCharsets.UTF_8);
        Path of = folder.resolve(ContentHash.of(lines).substring(0, DIGITS));
        String stem = source.name().replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit} ._-]", "_");
        // A scenario keeps its name, which is its id.
        Path file = of.resolve(stem.endsWith(".json") ? stem : FileName.of(stem, ENDING));
        if (!Files.exists(file) || Files.size(file) != lines.length) {
            AtomicFile.write(file, lines);
        }
        Files.setLastModifiedTime(of, FileTime.from(Instant.now()));
        forgetOld();
        return file;
    }

    private void forgetOld() throws IOException {
        List<Path> old;
        try (Stream<Path> all = Files.list(folder)) {
            old = all.filter(f -> f.getFileName().toString().matches("[0-9a-f]{" + DIGITS + "}"))
                    .sorted(Comparator.comparing((Path f) -> f.toFile().lastModified()).reversed()).skip(KEPT).toList();
        }
        for (Path one : old) {
            try (Stream<Path> files = Files.list(one)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(one);
        }
    }
}
