package org.reapscope.base.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The one way to a file: everything that the program writes under a name goes through here. A regular file is replaced in
 * one step, so that whoever reads it sees the old content or the new, also after a crash in between; devices, pipes and
 * sockets are written to.
 */
public final class AtomicFile {

    private AtomicFile() {}

    /**
     * Writes {@code content} to {@code target}. A file is written beside it, forced to the disk and moved over it; it keeps
     * its permissions and, where that is allowed, its owner. A link stays a link: what it leads to is written. Makes the
     * folders that are missing. What a program that was killed has left in the folder is swept away.
     *
     * @throws FileSystemException if it cannot be written, in one line with the file's name; a file is then as it was
     */
    public static void write(Path target, byte[] content) throws IOException {
        Target found = Target.of(target);
        try {
            switch (found.kind()) {
                case FILE -> replace(found.path(), content);
                case STREAM, SOCKET -> OpenEnd.write(found, content);
                case FOLDER -> throw new FileSystemException(target.toString());
            }
        } catch (IOException e) {
            throw new FileSystemException(target.toString(), null, found.kind() == Target.Kind.FOLDER ? Target.IS_FOLDER : why(target, e));
        }
    }

    private static void replace(Path target, byte[] content) throws IOException {
        Path folder = Files.createDirectories(target.getParent());
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
        Beside.sweep(folder);
        try (Beside beside = Beside.in(folder, FileAccess.of(target))) {
            beside.write(content);
            beside.moveTo(target);
        }
    }

    /** In the words of a person, for the system names the file beside, or a folder, or nothing. */
    private static String why(Path target, IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "may not be written" + (target.endsWith(Path.of(denied.getFile()).getFileName()) ? "" : " in this folder")
                    + "; check the permissions, or choose another place";
            case FileAlreadyExistsException file -> "cannot be written: " + file.getFile() + " is a file and no folder; choose another place";
            case NoSuchFileException _ -> "cannot be written: its folder is gone; choose another place";
            case FileSystemException system when system.getReason() != null -> "is not written: " + system.getReason() + "; choose another place";
            default -> "is not written: " + e.getMessage() + "; choose another place";
        };
    }
}
