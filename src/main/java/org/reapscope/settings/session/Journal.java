package org.reapscope.settings.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * Sessions with changes that nobody has saved, one file for each capture, kept beside the settings while the program
 * runs. What a program that has died left there is found at the next start. Files carry the process that writes them, so
 * two programs at once do not take each other's for left behind.
 */
public final class Journal {

    private static final int NAME_DIGITS = 16;

    /**
     * A session that was left behind.
     *
     * @param capture the capture's absolute path
     * @param session what was not saved
     */
    public record Left(Path capture, Session session) {}

    private final Path folder;
    private final long pid;

    /** The journal of this process in the folder of the settings. */
    public Journal(Path configFolder) {
        this(configFolder, ProcessHandle.current().pid());
    }

    Journal(Path configFolder, long pid) {
        folder = configFolder.resolve("journal");
        this.pid = pid;
    }

    /** Keeps what has changed, in one step. The session's source has the capture's absolute path. */
    public void keep(Path capture, Session session) throws IOException {
        SessionFile.write(file(pid, capture), session);
    }

    /** Forgets what was kept, since it is saved or no longer wanted. */
    public void forget(Path capture) throws IOException {
        Files.deleteIfExists(file(pid, capture));
    }

    /**
     * Takes what programs that no longer run have left behind: it is this process's to keep or forget from now on. Files
     * that cannot be understood stay where they are.
     */
    public List<Left> takeLeftBehind() throws IOException {
        return takeLeftBehind(other -> ProcessHandle.of(other).isPresent());
    }

    List<Left> takeLeftBehind(LongPredicate alive) throws IOException {
        List<Left> result = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return result;
        }
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(f -> SessionFile.named(f) && owner(f) != pid && owner(f) >= 0 && !alive.test(owner(f))).sorted().toList();
        }
        for (Path file : files) {
            try {
                Session session = SessionFile.read(file);
                Path capture = Path.of(session.source().path());
                keep(capture, session);
                Files.deleteIfExists(file);
                result.add(new Left(capture, session));
            } catch (SessionException e) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".broken"));
            }
        }
        return result;
    }

    private Path file(long owner, Path capture) {
        String name = ContentHash.of(capture.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
        return folder.resolve(owner + "-" + name.substring(0, NAME_DIGITS) + SessionFile.ENDING);
    }

    private static long owner(Path file) {
        String name = file.getFileName().toString();
        int dash = name.indexOf('-');
        return dash > 0 && name.substring(0, dash).chars().allMatch(c -> c >= '0' && c <= '9') && dash < 19
                ? Long.parseLong(name.substring(0, dash)) : -1;
    }
}
