package org.reapscope.document.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.file.Hold;

/**
 * Sessions with changes that nobody has saved, one file for each capture, kept beside the settings while the program
 * runs. What a program that has died left there is found at the next start. Files carry a token of the program that
 * writes them, and it holds a file of that name as long as it runs, so two programs at once do not take each other's for
 * left behind. One thread at a time.
 */
public final class Journal {

    private static final int NAME_DIGITS = 16;
    private static final String HELD = ".running";

    /**
     * A session that was left behind.
     *
     * @param capture the capture's absolute path
     * @param session what was not saved
     */
    public record Left(Path capture, Session session) {}

    private final Path folder;
    private final String owner = Hold.newToken();
    private @Nullable Hold hold;

    /** The journal of this process in the folder of the settings. */
    public Journal(Path configFolder) {
        folder = configFolder.resolve("journal");
    }

    /**
     * Keeps what has changed, in one step. The session's source has the capture's absolute path. Notes that are kept of the
     * capture already stay until they are forgotten or deleted.
     */
    public void keep(Path capture, Session session, Collection<Session.Note> deleted) throws IOException {
        write(capture, kept(capture).map(before -> before.withNotesOf(session, deleted)).orElse(session));
    }

    private Optional<Session> kept(Path capture) throws IOException {
        Path file = file(capture);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SessionFile.readOwn(file));
        } catch (SessionException e) {
            setAside(file);
            return Optional.empty();
        }
    }

    private void write(Path capture, Session session) throws IOException {
        if (hold == null) {
            Files.createDirectories(folder);
            Hold made = Hold.make(() -> folder.resolve(owner + HELD));
            if (!made.locked()) {
                // Where the system has no locks nobody could tell later that this program has died.
                Files.deleteIfExists(made.file());
            }
            hold = made;
        }
        SessionFile.write(file(capture), session);
    }

    /** Forgets what was kept, since it is saved or no longer wanted. */
    public void forget(Path capture) throws IOException {
        Files.deleteIfExists(file(capture));
    }

    /**
     * Takes what programs that no longer run have left behind: it is this process's to keep or forget from now on. Where
     * several left notes on one capture none is lost. Files that cannot be understood are set aside.
     *
     * @throws IOException if something cannot be taken; what was left then stays where it is
     */
    public List<Left> takeLeftBehind() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Map<Path, Session> sessions = new LinkedHashMap<>();
        List<Path> taken = new ArrayList<>();
        for (Path file : leftBehind()) {
            try {
                Session session = SessionFile.readOwn(file);
                sessions.merge(Path.of(session.source().path()), session, Session::withNotesOf);
                taken.add(file);
            } catch (SessionException | InvalidPathException e) {
                setAside(file);
            } catch (IOException e) {
                // One that cannot be read now does not keep the others back; it stays for another start.
                continue;
            }
        }
        List<Left> result = new ArrayList<>();
        for (Map.Entry<Path, Session> left : sessions.entrySet()) {
            Path capture = left.getKey();
            write(capture, kept(capture).map(left.getValue()::withNotesOf).orElse(left.getValue()));
            result.add(new Left(capture, left.getValue()));
        }
        for (Path file : taken) {
            Files.deleteIfExists(file);
        }
        return result;
    }

    /** The sessions of programs that have died, the oldest first. */
    private List<Path> leftBehind() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.toList();
        }
        files.stream().filter(f -> f.toString().endsWith(HELD)).forEach(Hold::removeIfLetGo);
        return files.stream().filter(f -> SessionFile.named(f) && !owner(f).equals(owner) && !Files.exists(folder.resolve(owner(f) + HELD)))
                .sorted(Comparator.comparing(f -> f.toFile().lastModified())).toList();
    }

    private static void setAside(Path file) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        for (int n = 2; Files.exists(aside); n++) {
            aside = file.resolveSibling(file.getFileName() + "." + n + ".broken");
        }
        Files.move(file, aside);
    }

    private Path file(Path capture) {
        String name = ContentHash.of(capture.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
        return folder.resolve(owner + "-" + name.substring(0, NAME_DIGITS) + SessionFile.ENDING);
    }

    private static String owner(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, Math.max(0, name.indexOf('-')));
    }
}
