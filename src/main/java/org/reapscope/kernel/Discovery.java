package org.reapscope.kernel;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds all classes of one kind in one package, so that a new path or patch is one new file and nothing else. */
public final class Discovery {

    private Discovery() {}

    /**
     * One instance of every final class that implements {@code type} in the package of {@code anchor}, in the order of
     * class names. Works from a directory of classes and from a jar.
     *
     * @throws IllegalStateException if a class has no public constructor without parameters
     */
    public static <T> List<T> of(Class<T> type, Class<?> anchor) {
        String own = anchor.getSimpleName() + ".class";
        URL url = Objects.requireNonNull(anchor.getResource(own), own);
        try {
            URI uri = url.toURI();
            if (uri.getScheme().equals("jar")) {
                return inJar(type, anchor, uri);
            }
            return instances(type, anchor, names(Path.of(uri).resolveSibling("")));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot list the classes beside " + anchor.getName(), e);
        }
    }

    private static <T> List<T> inJar(Class<T> type, Class<?> anchor, URI uri) throws IOException {
        String[] parts = uri.toString().split("!", 2);
        try (FileSystem jar = FileSystems.newFileSystem(URI.create(parts[0]), Map.of())) {
            Path folder = Objects.requireNonNull(jar.getPath(parts[1]).getParent());
            return instances(type, anchor, names(folder));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".class") && !n.contains("$") && !n.equals("package-info.class"))
                    .map(n -> n.substring(0, n.length() - ".class".length())).sorted().toList();
        }
    }

    private static <T> List<T> instances(Class<T> type, Class<?> anchor, List<String> names) {
        List<T> found = new ArrayList<>();
        for (String name : names) {
            try {
                Class<?> c = Class.forName(anchor.getPackageName() + "." + name, true, anchor.getClassLoader());
                if (type.isAssignableFrom(c) && Modifier.isFinal(c.getModifiers())) {
                    found.add(type.cast(c.getConstructor().newInstance()));
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(name + " needs a public constructor without parameters", e);
            }
        }
        return found;
    }
}
