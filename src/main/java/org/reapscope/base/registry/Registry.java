package org.reapscope.base.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One instance of every class of a kind that a package holds: the class file is the registration. Works on a folder of
 * classes and on a jar alike; sub-packages are not looked into.
 */
public final class Registry {

    private static final String CLASS = ".class";

    private Registry() {}

    /**
     * One instance of every top-level, concrete class of {@code packageName} that is a {@code kind}, by class name.
     *
     * @throws IllegalStateException if one of them has no constructor without arguments
     */
    public static <T> List<T> instances(Class<T> kind, String packageName) {
        try {
            return instances(kind, packageName, Path.of(kind.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same, where the classes are listed by the folder or jar {@code code}. */
    static <T> List<T> instances(Class<T> kind, String packageName, Path code) {
        try {
            if (Files.isDirectory(code)) {
                return instances(kind, packageName, names(code, packageName));
            }
            try (FileSystem jar = FileSystems.newFileSystem(code)) {
                return instances(kind, packageName, names(jar.getPath("/"), packageName));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the classes of " + packageName + " cannot be listed", e);
        }
    }

    private static List<String> names(Path root, String packageName) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(packageName.replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(CLASS) && name.indexOf('$') < 0 && !name.startsWith("package-info"))
                    .map(name -> name.substring(0, name.length() - CLASS.length()))
                    .sorted()
                    .toList();
        }
    }

    private static <T> List<T> instances(Class<T> kind, String packageName, List<String> names) {
        List<T> result = new ArrayList<>();
        try {
            for (String name : names) {
                Class<?> type = Class.forName(packageName + "." + name, false, kind.getClassLoader());
                if (kind.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    var constructor = type.getDeclaredConstructor();
                    constructor.setAccessible(true);
                    result.add(kind.cast(constructor.newInstance()));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every " + kind.getSimpleName() + " needs a constructor without arguments", e);
        }
        return List.copyOf(result);
    }
}
