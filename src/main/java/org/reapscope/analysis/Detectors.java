package org.reapscope.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All detectors there are: every public class of {@code org.reapscope.analysis.detector} that is one, by name. */
public final class Detectors {

    private static final String PACKAGE = "org.reapscope.analysis.detector";

    private static final List<Detector> ALL = List.copyOf(load());

    private Detectors() {}

    /** By the name of their classes. */
    public static List<Detector> all() {
        return ALL;
    }

    private static List<Detector> load() {
        try {
            Path code = Path.of(location());
            if (Files.isDirectory(code)) {
                return load(code);
            }
            try (FileSystem jar = FileSystems.newFileSystem(code)) {
                return load(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the detectors cannot be listed", e);
        }
    }

    private static List<Detector> load(Path root) throws IOException {
        List<Detector> result = new ArrayList<>();
        try (Stream<Path> files = Files.list(root.resolve(PACKAGE.replace('.', '/')))) {
            for (String file : files.map(path -> path.getFileName().toString()).sorted().toList()) {
                if (file.endsWith(".class") && file.indexOf('$') < 0 && !file.startsWith("package-info")) {
                    Class<?> type = Class.forName(PACKAGE + "." + file.substring(0, file.length() - ".class".length()));
                    if (Detector.class.isAssignableFrom(type) && Modifier.isPublic(type.getModifiers())) {
                        result.add((Detector) type.getConstructor().newInstance());
                    }
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a detector needs a public constructor without arguments", e);
        }
        return result;
    }

    private static URI location() {
        try {
            return Detectors.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
