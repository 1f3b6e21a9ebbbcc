package org.reapscope.base.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * What a name stands for when something is to be written there.
 *
 * @param path the name at the end of all links; need not exist for a file
 * @param kind what is there
 */
record Target(Path path, Kind kind) {

    /** What can be written to, and how. */
    enum Kind {
        /** A regular file, or nothing yet: replaced. */
        FILE,
        /** A device, a FIFO, or what a program holds open: written to. */
        STREAM,
        /** A socket of this machine: connected to. */
        SOCKET,
        FOLDER
    }

    static final String IS_FOLDER = "is a folder; name a file in it";

    private static final int MOST_LINKS = 40;
    private static final Path PROC = Path.of("/proc");
    private static final int TYPE = 0170000;
    private static final int SOCKET_TYPE = 0140000;

    /**
     * Follows links. What a link below /proc leads to is what a program holds open, as /dev/stdout is: it may have no name,
     * or be half written by others, so the link itself is what is written to.
     */
    static Target of(Path given) throws IOException {
        Path at = given.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(at); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemException(given.toString(), null, "is a link that leads back to itself; name a file");
            }
            Path folder = at.resolveSibling("").toRealPath();
            if (folder.startsWith(PROC)) {
                return new Target(at, Kind.STREAM);
            }
            at = folder.resolve(Files.readSymbolicLink(at));
        }
        return new Target(at, kind(at));
    }

    private static Kind kind(Path at) throws IOException {
        if (at.getFileName() == null) {
            return Kind.FOLDER;
        }
        if (!Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
            return Kind.FILE;
        }
        BasicFileAttributes attributes = Files.readAttributes(at, BasicFileAttributes.class);
        if (!attributes.isOther()) {
            return attributes.isDirectory() ? Kind.FOLDER : Kind.FILE;
        }
        boolean unix = at.getFileSystem().supportedFileAttributeViews().contains("unix");
        return unix && ((int) Files.getAttribute(at, "unix:mode") & TYPE) == SOCKET_TYPE ? Kind.SOCKET : Kind.STREAM;
    }

    /** Whether what is written here comes to a terminal. */
    boolean isTerminal() {
        try {
            return kind == Kind.STREAM && path.toRealPath().toString().matches("/dev/(tty.*|pts/.*|console)");
        } catch (IOException e) {
            // A pipe that a program holds open has no path.
            return false;
        }
    }

    /** Whether this is the program's own standard output. */
    boolean isStandardOutput() throws IOException {
        Path output = Path.of("/dev/stdout");
        return kind == Kind.STREAM && path.startsWith(PROC) && Files.exists(output) && Files.isSameFile(path, output);
    }
}
