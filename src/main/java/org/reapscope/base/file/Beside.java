package org.reapscope.base.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/**
 * The file beside the one that is to be replaced. Its name is short whatever that of the other is, tells that it is ours,
 * and is nobody else's; it is held as long as it is written, so that what a killed program left can be told and removed.
 */
final class Beside implements Closeable {

    private static final Pattern NAME = Pattern.compile("\\.reapscope-[0-9a-f]{16}\\.new");

    private final Hold hold;
    private final FileAccess access;
    private boolean moved;

    private Beside(Hold hold, FileAccess access) {
        this.hold = hold;
        this.access = access;
    }

    /** Makes one in a folder. Not a temporary file of the library: those are their owner's alone, and what is saved is shared. */
    static Beside in(Path folder, FileAccess access) throws IOException {
        return new Beside(Hold.make(() -> folder.resolve(".reapscope-" + Hold.newToken() + ".new"), access.whileWritten()), access);
    }

    /** Removes what programs have left in a folder that were killed while they wrote. What cannot be removed stays. */
    static void sweep(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, f -> NAME.matcher(f.getFileName().toString()).matches())) {
            for (Path file : files) {
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    Hold.removeIfLetGo(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Nobody asked for this; whoever writes there next tries again.
            return;
        }
    }

    void write(byte[] content) throws IOException {
        FileChannel channel = hold.channel();
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        access.giveTo(hold.file());
        channel.force(true);
    }

    /** Takes the place of {@code target} in one step. */
    void moveTo(Path target) throws IOException {
        try {
            Files.move(hold.file(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(hold.file(), target, StandardCopyOption.REPLACE_EXISTING);
        }
        moved = true;
    }

    @Override
    public void close() throws IOException {
        try (hold) {
            if (!moved) {
                Files.deleteIfExists(hold.file());
            }
        }
    }
}
