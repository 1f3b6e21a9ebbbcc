package org.reapscope.base.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A file that its maker keeps locked while it works. The system lets the lock go when the maker dies, however it dies, so
 * nobody is taken for dead who lives, or for alive because another process has got his number.
 */
public final class Hold implements Closeable {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** What this process holds: the system drops its lock as soon as it opens such a file once more and closes it. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private boolean locked;

    private Hold(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** 16 hexadecimal digits that no other process has drawn. */
    public static String newToken() {
        return HexFormat.of().toHexDigits(RANDOM.nextLong());
    }

    /**
     * Makes a file that was not there and holds it. Where the system has no locks it is made all the same.
     *
     * @param names new names, of which one is tried after the other
     */
    public static Hold make(Supplier<Path> names, FileAttribute<?>... attributes) throws IOException {
        while (true) {
            Path given = names.get();
            Path file = given.toAbsolutePath().resolveSibling("").toRealPath().resolve(given.getFileName());
            OURS.add(file);
            try {
                Hold hold = new Hold(file, FileChannel.open(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), attributes));
                if (hold.lock()) {
                    return hold;
                }
                hold.close();
            } catch (FileAlreadyExistsException e) {
                OURS.remove(file);
            } catch (IOException e) {
                OURS.remove(file);
                throw e;
            }
        }
    }

    /** Whether it is ours: in the moment before it was locked somebody may have taken it for left behind, and away. */
    private boolean lock() {
        try {
            locked = channel.tryLock() != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
            return locked;
        } catch (IOException e) {
            return true;
        }
    }

    /** False where the system has no locks, so that others can tell nothing of this one. */
    public boolean locked() {
        return locked;
    }

    /** Removes a file that nobody holds any more. False if somebody does, or if nobody can tell. */
    public static boolean removeIfLetGo(Path given) {
        try {
            Path file = given.toAbsolutePath().resolveSibling("").toRealPath().resolve(given.getFileName());
            if (OURS.contains(file)) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS); FileLock lock = channel.tryLock()) {
                return lock != null && Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            return false;
        }
    }

    public Path file() {
        return file;
    }

    /** To write into it. */
    FileChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            OURS.remove(file);
        }
    }
}
