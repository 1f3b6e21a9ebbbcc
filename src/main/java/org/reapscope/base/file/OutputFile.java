package org.reapscope.base.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/**
 * A file that somebody wants written from others: never one of those, under whatever name, for the reader would be left
 * with neither.
 */
public final class OutputFile {

    private final Path target;

    private OutputFile(Path target) {
        this.target = target;
    }

    /**
     * Looks, before any work is done, whether it can be written.
     *
     * @param inputs the files that are read, also those that need not be there
     * @throws FileSystemException if it is one of the inputs, a folder, or in none that is there; says how to mend it
     */
    public static OutputFile of(Path target, Collection<Path> inputs) throws IOException {
        Target found = Target.of(target);
        if (found.kind() == Target.Kind.FOLDER) {
            throw new FileSystemException(target.toString(), null, Target.IS_FOLDER);
        }
        Path folder = found.path().getParent();
        if (folder != null && !Files.exists(folder)) {
            throw new FileSystemException(target.toString(), null, "there is no folder " + folder + "; make it, or choose another place");
        }
        for (Path input : inputs) {
            if (Files.isRegularFile(found.path()) && Files.exists(input) && Files.isSameFile(found.path(), input)) {
                throw new FileSystemException(target.toString(), null, "is the input " + (input.equals(target) ? "itself" : input + " under another name")
                        + ", which would be lost; name another file for the output");
            }
        }
        return new OutputFile(target);
    }

    /** Writes it, as {@link AtomicFile} does. */
    public void write(byte[] content) throws IOException {
        AtomicFile.write(target, content);
    }
}
