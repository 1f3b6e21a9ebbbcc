package org.reapscope.document.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.reapscope.base.file.Untrusted;

/**
 * The names by which a session calls its capture. A session may come from anybody, so they lead to files in its own folder
 * or below it, and nowhere else: on this system or on any other.
 */
final class SourceNames {

    private static final int LONGEST_SHOWN = 120;

    private final Path session;
    private final Session.Source source;

    SourceNames(Path session, Session.Source source) {
        this.session = session;
        this.source = source;
    }

    /**
     * Looks at the names alone.
     *
     * @throws SessionException for {@code ..}, for absolute names of any system, and for what is no name
     */
    void check() throws IOException {
        if (leadsOut(source.path())) {
            throw refused("path", source.path(), "");
        }
        if (leadsOut(source.name())) {
            throw refused("name", source.name(), "");
        }
    }

    /**
     * The file that is there under one of the names.
     *
     * @throws SessionException if links lead it out of the folder
     */
    Optional<Path> file() throws IOException {
        check();
        Optional<Path> named = file("path", source.path());
        return named.isPresent() ? named : file("name", source.name());
    }

    private Optional<Path> file(String member, String name) throws IOException {
        Path file = session.resolveSibling(name);
        if (name.isEmpty() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        if (!file.toRealPath().startsWith(session.toAbsolutePath().resolveSibling("").toRealPath())) {
            throw refused(member, name, " through a link");
        }
        return Optional.of(file);
    }

    private static boolean leadsOut(String name) {
        try {
            Path path = Path.of(name);
            return path.getRoot() != null || name.startsWith("/") || name.startsWith("\\") || name.matches("(?s)[A-Za-z]:[/\\\\].*")
                    || Arrays.asList(name.split("[/\\\\]", -1)).contains("..");
        } catch (InvalidPathException e) {
            return true;
        }
    }

    private SessionException refused(String member, String name, String how) throws IOException {
        String shown = Untrusted.shown(name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "…" : name);
        return new SessionException(session.toString(), line(member), "\"" + member + "\" of the source is \"" + shown
                + "\", which leads out of the folder of the session" + how,
                "put the capture beside the session and write its name alone there");
    }

    /** The line where a member of the source has its value; 0 if it has none. */
    private int line(String member) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(session.toFile())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean ofSource = parser.currentName().equals("source");
                parser.nextToken();
                while (ofSource && parser.nextToken() == JsonToken.FIELD_NAME) {
                    boolean wanted = parser.currentName().equals(member);
                    parser.nextToken();
                    if (wanted) {
                        return parser.currentTokenLocation().getLineNr();
                    }
                    parser.skipChildren();
                }
                parser.skipChildren();
            }
            return 0;
        }
    }
}
