package org.reapscope.document.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.reapscope.base.file.AtomicFile;
import org.reapscope.base.file.InputFile;
import org.reapscope.base.file.NotTextException;
import org.reapscope.base.file.TextFile;
import org.reapscope.base.json.JsonHead;

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
     * @throws SessionException if it is none, or names a capture outside of its folder; the message says how to mend it
     * @throws IOException if it cannot be read
     */
    public static Session read(Path file) throws IOException {
        Session session = readOwn(file);
        new SourceNames(file, session.source()).check();
        return session;
    }

    /** Reads one that the program itself keeps, whose capture may be anywhere. */
    static Session readOwn(Path file) throws IOException {
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

    /**
     * The path that a session in {@code session}'s folder has for this capture: relative if it lies in or below it, else
     * empty, since no session leads out of its folder.
     */
    public static String reference(Path session, Path capture) {
        Path folder = session.toAbsolutePath().normalize().getParent();
        Path file = capture.toAbsolutePath().normalize();
        if (folder == null || !file.startsWith(folder)) {
            return "";
        }
        return StreamSupport.stream(folder.relativize(file).spliterator(), false).map(Path::toString).collect(Collectors.joining("/"));
    }

    /**
     * Where a session's capture is now: where it was, or beside the session.
     *
     * @throws SessionException if its names, or links below them, lead out of the session's folder
     */
    public static Optional<Path> capture(Path session, Session.Source source) throws IOException {
        return new SourceNames(session, source).file();
    }

    /** The same, or the lines that the session brings along as a file among the settings. Nothing is written elsewhere. */
    public static Optional<Path> captureOrExcerpt(Path session, Session.Source source, ExcerptFolder excerpts) throws IOException {
        Optional<Path> capture = capture(session, source);
        return capture.isPresent() || source.excerpt().isEmpty() ? capture : Optional.of(excerpts.file(source, source.excerpt().get()));
    }
}
