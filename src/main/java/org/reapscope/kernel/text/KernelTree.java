package org.reapscope.kernel.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.reapscope.base.file.TextFile;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;

/**
 * Kernel text in files that mirror the kernel's own tree.
 *
 * @param files texts by path, {@code kernel/exit.c}, in the order of the paths
 */
public record KernelTree(Map<String, String> files) {

    private static final String ROOT = "org/reapscope/linux";
    private static final int LARGEST = 4_000_000;

    public KernelTree {
        files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** The tree that comes with the program: Linux 6.18, unpatched. */
    public static KernelTree baseline() {
        return new KernelTree(resources(".*\\.(c|h|cpp)"));
    }

    /** The tree of another release: 6.18 with what makes it that release. */
    public static KernelTree of(Profile profile) {
        String series = resources("profiles/.*\\.patch").get("profiles/" + profile.id() + ".patch");
        return series == null ? baseline() : TextPatch.read(profile.id() + ".patch", series).applied(baseline());
    }

    private static Map<String, String> resources(String pattern) {
        try {
            Path code = Path.of(KernelTree.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(code)) {
                return read(code.resolve(ROOT), pattern);
            }
            try (FileSystem jar = FileSystems.newFileSystem(code)) {
                return read(jar.getPath("/").resolve(ROOT), pattern);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the kernel text cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The {@code .c}, {@code .cpp} and {@code .h} files of a folder.
     *
     * @throws IOException if one cannot be read
     */
    public static KernelTree of(Path folder) throws IOException {
        return new KernelTree(read(folder, ".*\\.(c|h|cpp)"));
    }

    private static Map<String, String> read(Path folder, String pattern) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(f -> folder.relativize(f).toString().matches(pattern) && Files.isRegularFile(f)).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), TextFile.read(file, file.toString(), LARGEST));
            }
        }
        return files;
    }

    /**
     * The programs that the tree is.
     *
     * @throws KernelTextException at the first mistake
     */
    public List<Program> programs() {
        return KernelText.programs(files);
    }
}
