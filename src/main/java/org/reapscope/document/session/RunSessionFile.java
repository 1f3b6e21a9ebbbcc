package org.reapscope.document.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import org.reapscope.base.file.InputFile;
import org.reapscope.base.file.OutputFile;
import org.reapscope.base.file.TextFile;
import org.reapscope.base.job.Progress;
import org.reapscope.base.json.JsonHead;

/** {@code .reapscope.json} files that hold a run of a scenario. */
public final class RunSessionFile {

    private static final int LARGEST_BYTES = 64_000_000;

    private RunSessionFile() {}

    /** Whether a file says that it is one. */
    public static boolean is(Path file) {
        return JsonHead.of(file).format().equals(SessionJson.FORMAT) && kind(file).equals(RunSessionJson.KIND);
    }

    private static String kind(Path file) {
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                parser.nextToken();
                if (member.equals("kind")) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Reads one.
     *
     * @throws SessionException if it is none, or names a scenario outside of its folder; the message says how to mend it
     * @throws IOException if it cannot be read
     */
    public static RunSession read(Path file) throws IOException {
        RunSession session = SessionJson.readRun(TextFile.read(file, file.toString(), LARGEST_BYTES), InputFile.shown(file));
        new SourceNames(file, session.source()).check();
        return session;
    }

    /**
     * Writes one, in one step: a crash leaves the old file or the new.
     *
     * @param open the files that may not be written over
     */
    public static void write(Path file, RunSession session, Collection<Path> open) throws IOException {
        OutputFile.of(file, open).write(RunSessionJson.write(session).getBytes(StandardCharsets.UTF_8));
    }

    /** What a session in {@code session} says of its scenario: where it is, and its text, for those who do not have the file. */
    public static Session.Source source(Path session, Path scenario) throws IOException {
        return new Session.Source(SessionFile.reference(session, scenario), scenario.getFileName().toString(), Files.size(scenario),
                ContentHash.of(scenario, Progress.NONE), Optional.of(Files.readString(scenario)));
    }

    /** The scenario of a session: a file, and whether it is still what the session was saved of. */
    public record Found(Path scenario, boolean same) {}

    /**
     * Looks for the scenario of a session: beside it; then the same one among those that are known; then a known one of its
     * name; at last the text that the session brings along, as a file among the settings.
     *
     * @param known files that this person has opened, and samples
     * @throws SessionException if its names lead out of the session's folder
     */
    public static Optional<Found> scenario(Path session, Session.Source source, Collection<Path> known, ExcerptFolder excerpts) throws IOException {
        Optional<Path> beside = SessionFile.capture(session, source);
        if (beside.isPresent()) {
            return Optional.of(new Found(beside.get(), same(beside.get(), source)));
        }
        Path otherwise = null;
        for (Path file : known) {
            if (file.endsWith(source.name()) && Files.isRegularFile(file)) {
                if (same(file, source)) {
                    return Optional.of(new Found(file, true));
                }
                otherwise = otherwise == null ? file : otherwise;
            }
        }
        if (otherwise != null || source.excerpt().isEmpty()) {
            return Optional.ofNullable(otherwise).map(file -> new Found(file, false));
        }
        return Optional.of(new Found(excerpts.file(source, source.excerpt().get()), true));
    }

    private static boolean same(Path file, Session.Source source) throws IOException {
        return ContentHash.of(file, Progress.NONE).equals(source.sha256());
    }
}
