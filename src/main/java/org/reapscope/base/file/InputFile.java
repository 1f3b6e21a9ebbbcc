package org.reapscope.base.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * What a person names as input: a file, or something that can be read only once (standard input, a pipe, a file of tracefs).
 * The latter is copied into a temporary file, which goes when the program ends, also by Ctrl+C; so all input can be looked
 * at before it is read, read twice, and its lines shown later. Any thread may ask.
 */
public final class InputFile {

    private static final String STANDARD_INPUT = "standard input";
    private static final Set<String> OF_STANDARD_INPUT = Set.of("-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0");
    /** File systems whose files have no size, come out anew at every reading, and some of them only once. */
    private static final Set<String> OF_THE_KERNEL = Set.of("proc", "sysfs", "tracefs", "debugfs");
    /** The type in the mode of a file, and that of a pipe. */
    private static final int TYPE = 0xf000;
    private static final int FIFO = 0x1000;
    private static final int BLOCK = 1 << 18;
    private static final long LEAST_FREE = 64L << 20;

    /** What was copied, by its source. */
    private static final Map<Object, Path> COPIES = new ConcurrentHashMap<>();
    /** No two threads may read one pipe. */
    private static final Object READING = new Object();

    private InputFile() {}

    /** Whether it can be read only once. */
    public static boolean isStream(Path given) {
        return OF_STANDARD_INPUT.contains(given.toString()) || isPipe(given);
    }

    /**
     * A file with what was named: itself if it is a file that stays, else the copy of all that comes out of it. Waits for
     * its end. What is not there is left as it is, for others to complain of.
     *
     * @throws IOException if nothing comes, or it cannot be kept; says so
     */
    public static Path of(Path given) throws IOException {
        if (!isStream(given)) {
            return given;
        }
        boolean standard = OF_STANDARD_INPUT.contains(given.toString());
        Object source = standard ? System.in : given.toAbsolutePath();
        synchronized (READING) {
            Path known = COPIES.get(source);
            if (known == null) {
                known = standard ? copied(System.in, STANDARD_INPUT) : copied(given);
                COPIES.put(source, known);
            }
            return known;
        }
    }

    /** A temporary file with this text under this name, as if it had come through a pipe. */
    public static Path holding(byte[] content, String name) throws IOException {
        Path file = temporary(name.matches("[. ]*") ? "excerpt" : name.replaceAll("[/\\\\\\x00-\\x1f]", "_"));
        Files.write(file, content);
        COPIES.put(file, file);
        return file;
    }

    /** Whether it is a copy, which goes when the program ends. */
    public static boolean isCopy(Path file) {
        return COPIES.containsValue(file);
    }

    /** What a file is called before people: a copy as its source was. */
    public static String shown(Path file) {
        return isCopy(file) ? String.valueOf(file.getFileName()) : file.toString();
    }

    /** The folder from which a file names others: of a copy the one that the program was started in. */
    public static @Nullable Path folder(Path file) {
        return isCopy(file) ? Path.of("").toAbsolutePath() : file.toAbsolutePath().getParent();
    }

    private static Path copied(Path given) throws IOException {
        if (!Files.isRegularFile(given) && type(given) != FIFO) {
            throw new IOException(given + ": this is a device or a socket; name a file, a pipe, or - for standard input");
        }
        String name = String.valueOf(given.getFileName());
        try (InputStream in = Files.newInputStream(given)) {
            return copied(in, name.matches("[0-9]+") ? "pipe " + name : name);
        }
    }

    private static Path copied(InputStream in, String name) throws IOException {
        Path file = temporary(name);
        long size = 0;
        try (var out = Files.newOutputStream(file)) {
            byte[] block = new byte[BLOCK];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                out.write(block, 0, n);
                size += n;
                if (Files.getFileStore(file).getUsableSpace() < LEAST_FREE) {
                    throw new IOException(name + ": there is no room for it in the folder for temporary files (" + System.getProperty("java.io.tmpdir")
                            + "), where it is kept while the program runs; name another one with REAPSCOPE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
                }
            }
        }
        if (size == 0) {
            throw new IOException(name + ": is empty: nothing came through the pipe; look whether the command before it prints to its standard output");
        }
        return file;
    }

    /** In a folder of its own, so that its name can be what people are to read. */
    private static Path temporary(String name) throws IOException {
        Path folder = Files.createTempDirectory("reapscope-");
        folder.toFile().deleteOnExit();
        Path file = folder.resolve(name);
        file.toFile().deleteOnExit();
        return file;
    }

    /** Pipes and devices; and what the kernel makes up at every reading, which looks like an empty file. */
    private static boolean isPipe(Path given) {
        try {
            return Files.isRegularFile(given) ? Files.size(given) == 0 && OF_THE_KERNEL.contains(Files.getFileStore(given).type())
                    : Files.exists(given) && !Files.isDirectory(given);
        } catch (IOException e) {
            return false;
        }
    }

    /** The type of a file; that of a pipe where the system knows no types. */
    private static int type(Path given) {
        try {
            return (Integer) Files.getAttribute(given, "unix:mode") & TYPE;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return FIFO;
        }
    }
}
