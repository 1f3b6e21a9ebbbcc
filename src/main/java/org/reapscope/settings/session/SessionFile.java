package org.reapscope.settings.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.reapscope.input.InputFile;
import org.reapscope.input.NotTextException;
import org.reapscope.input.TextFile;
import org.reapscope.json.JsonHead;
import org.reapscope.settings.AtomicFile;

/** {@code .reapscope.json} files. */
public final class SessionFile {

    /** How their names end. */
    public static final String ENDING = ".reapscope.json";
    /** The largest file that can be one: notes and an excerpt, not a capture. */
    private static final int LARGEST_BYTES = 256_000_000;

    private SessionFile() {}

    /** Whether a file is one, by its name or by what it says. */
    public static boolean is(Path file) {
        return named(file) || JsonHead.of(file).format().equals(SessionJson.FORMAT);
    }

    /** Whether a file is meant to be one. */
    public static boolean named(Path file) {
        return file.getFileName().toString().endsWith(ENDING);
    }

    /**
     * Reads one.
     *
     * @throws SessionException if it is none; the message says how to mend it
     * @throws IOException if it cannot be read
     */
    public static Session read(Path file) throws IOException {
        try {
            return SessionJson.read(TextFile.read(file, file.toString(), LARGEST_BYTES), InputFile.shown(file));
        } catch (NotTextException e) {
            throw new SessionException(InputFile.shown(file), e.line(), e.what(), e.mend());
        }
    }

    /** Writes one, in one step: a crash leaves the old file or the new. */
    public static void write(Path file, Session session) throws IOException {
        AtomicFile.write(file, SessionJson.write(session).getBytes(StandardCharsets.UTF_8));
    }

    /** The path that a session in {@code session}'s folder has for this capture: relative if it lies in or below it. */
    public static String reference(Path session, Path capture) {
        Path folder = session.toAbsolutePath().normalize().getParent();
        Path file = capture.toAbsolutePath().normalize();
        Path chosen = folder != null && file.startsWith(folder) ? folder.relativize(file) : file;
        return chosen.toString().replace('\\', '/');
    }

    /** Where a session's capture is now: where it was, or beside the session. */
    public static Optional<Path> capture(Path session, Session.Source source) {
        Path was = session.resolveSibling(source.path().isEmpty() ? source.name() : source.path());
        Path beside = session.resolveSibling(source.name());
        return Files.isRegularFile(was) ? Optional.of(was) : Files.isRegularFile(beside) ? Optional.of(beside) : Optional.empty();
    }
}
