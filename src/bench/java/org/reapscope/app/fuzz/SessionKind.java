package org.reapscope.app.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.reapscope.document.session.Session;
import org.reapscope.document.session.SessionFile;

/** Sessions: read, their capture looked for, written elsewhere and read back. */
final class SessionKind implements Kind {

    private final List<byte[]> seeds;
    private final Path copy;

    /** @param folder beside the folder in which files are opened */
    SessionKind(Path folder) throws IOException {
        copy = Files.createDirectories(folder).resolve("copy" + SessionFile.ENDING);
        Session.Source file = new Session.Source("captures/shared.txt", "shared.txt", 4711, "ab".repeat(32), Optional.empty());
        Session.Source excerpt = new Session.Source("", "shared.txt", 4711, "", Optional.of("# tracer: nop\n lmkd-41 [000] 1.000000: x: y\n"));
        Session full = new Session(file, Optional.of(new Session.Span(1_000, 2_000)),
                new Session.Cursors(OptionalLong.of(1_500), OptionalLong.of(1_100), OptionalLong.empty()),
                List.of(new Session.Note(new Session.Span(1_000, 1_000), "here"), new Session.Note(new Session.Span(1_200, 1_300), "\u00e4\n\t\"")),
                new Session.Lanes(List.of("task:41:0"), List.of("cpu:0", "mm:7")),
                List.of(new Session.SavedFinding("esrch-harmful", "severe", new Session.Span(1_400, 1_410), List.of("lmkd-41"), "certain", "It failed.")));
        Session small = new Session(excerpt, Optional.empty(), new Session.Cursors(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()),
                List.of(), new Session.Lanes(List.of(), List.of()), List.of());
        seeds = List.of(text(full), text(small));
    }

    private byte[] text(Session session) throws IOException {
        SessionFile.write(copy, session);
        return Files.readAllBytes(copy);
    }

    @Override
    public String id() {
        return "session";
    }

    @Override
    public String fileName() {
        return "work" + SessionFile.ENDING;
    }

    @Override
    public List<byte[]> seeds() {
        return seeds;
    }

    @Override
    public List<String> words() {
        return List.of("null", "true", "[]", "{}", "\"\"", "\"format\"", "\"version\"", "\"source\"", "\"path\"", "\"name\"", "\"excerpt\"", "\"view\"",
                "\"startNs\"", "\"endNs\"", "\"cursors\"", "\"notes\"", "\"text\"", "\"lanes\"", "\"pinned\"", "\"hidden\"", "\"findings\"",
                "\"../../x\"", "\"/\"", "\"\\u0000\"", "\"a\\nb\"", "\"" + "n".repeat(5_000) + "\"");
    }

    @Override
    public List<Mutation> mutations() {
        return Mutation.OF_JSON;
    }

    @Override
    public void open(Path file) throws Exception {
        Session session = SessionFile.read(file);
        SessionFile.capture(file, session.source());
        SessionFile.write(copy, session);
        Session again = SessionFile.read(copy);
        if (!again.equals(session) && new String(Files.readAllBytes(file), StandardCharsets.UTF_8).indexOf('\ufffd') < 0) {
            throw new Broken("what is written does not read back equal");
        }
    }
}
