package org.reapscope.document.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.reapscope.base.json.JsonFileException;
import org.reapscope.base.json.JsonValue;

/** Sessions as JSON, members in a fixed order. Unknown members are skipped, so that newer minor additions can be read. */
final class SessionJson {

    static final String FORMAT = "reapscope-session";
    static final int VERSION = 1;
    private static final String MEND = "mend it in a text editor (the schema is session-1.json), or open the capture itself and save the session again";
    private static final ObjectMapper JSON = new ObjectMapper();

    private SessionJson() {}

    static String write(Session session) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        write(root.putObject("source"), session.source());
        session.view().ifPresent(view -> span(root.putObject("view"), view));
        ObjectNode cursors = root.putObject("cursors");
        session.cursors().at().ifPresent(ns -> cursors.put("atNs", ns));
        session.cursors().a().ifPresent(ns -> cursors.put("aNs", ns));
        session.cursors().b().ifPresent(ns -> cursors.put("bNs", ns));
        ArrayNode notes = root.putArray("notes");
        session.notes().forEach(n -> span(notes.addObject(), n.span()).put("text", n.text()));
        ObjectNode lanes = root.putObject("lanes");
        session.lanes().pinned().forEach(lanes.putArray("pinned")::add);
        session.lanes().hidden().forEach(lanes.putArray("hidden")::add);
        ArrayNode findings = root.putArray("findings");
        session.findings().forEach(f -> finding(findings.addObject(), f));
        return root.toPrettyString() + "\n";
    }

    static void write(ObjectNode from, Session.Source source) {
        from.put("path", source.path()).put("name", source.name()).put("bytes", source.bytes()).put("sha256", source.sha256());
        source.excerpt().ifPresent(text -> from.put("excerpt", text));
    }

    private static ObjectNode span(ObjectNode node, Session.Span span) {
        return node.put("startNs", span.startNs()).put("endNs", span.endNs());
    }

    private static void finding(ObjectNode node, Session.SavedFinding finding) {
        node.put("kind", finding.kind()).put("severity", finding.severity());
        span(node, finding.span());
        finding.tasks().forEach(node.putArray("tasks")::add);
        node.put("certainty", finding.certainty()).put("text", finding.text());
    }

    /**
     * @param name of the file, for complaints
     * @throws SessionException if it is no session, or not one that this program can read
     */
    static Session read(String text, String name) throws SessionException {
        return read(text, name, SessionJson::session);
    }

    /** The same for a session of the kind {@code run}. */
    static RunSession readRun(String text, String name) throws SessionException {
        return read(text, name, RunSessionJson::read);
    }

    /** What is read of a session whose format and version are right. */
    @FunctionalInterface
    private interface Content<T> {

        T of(JsonValue root) throws JsonFileException;
    }

    private static <T> T read(String text, String name, Content<T> content) throws SessionException {
        try {
            JsonValue root = JsonValue.parse(name, text);
            check(root, name);
            return content.of(root);
        } catch (JsonFileException e) {
            throw new SessionException(String.valueOf(e.getMessage()), MEND);
        } catch (SessionException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("text in memory is read without fail", e);
        }
    }

    private static void check(JsonValue root, String name) throws JsonFileException, SessionException {
        if (!root.text("format", "").equals(FORMAT)) {
            throw new SessionException(name, 0, "expected \"format\": \"" + FORMAT + "\"", "name a .reapscope.json file that this program saved");
        }
        JsonValue version = root.get("version");
        if (version.number(0, Integer.MAX_VALUE) != VERSION) {
            throw new SessionException(name, 0, "expected version " + VERSION + ", found " + version.number(0, Integer.MAX_VALUE),
                    "open it with the version of the program that saved it");
        }
    }

    private static Session session(JsonValue root) throws JsonFileException {
        if (root.text("kind", "").equals(RunSessionJson.KIND)) {
            throw root.get("kind").wrong("this is a run of a scenario, not a session of a capture; name it to the command open");
        }
        Optional<JsonValue> cursors = member(root, "cursors");
        Optional<JsonValue> lanes = member(root, "lanes");
        List<Session.Note> notes = new ArrayList<>();
        for (JsonValue note : root.items("notes")) {
            notes.add(new Session.Note(span(note), note.text("text", "")));
        }
        List<Session.SavedFinding> findings = new ArrayList<>();
        for (JsonValue f : root.items("findings")) {
            findings.add(new Session.SavedFinding(f.text("kind", ""), f.text("severity", ""), span(f), f.texts("tasks"),
                    f.text("certainty", ""), f.text("text", "")));
        }
        return new Session(source(root.get("source")),
                root.has("view") ? Optional.of(span(root.get("view"))) : Optional.empty(),
                new Session.Cursors(time(cursors, "atNs"), time(cursors, "aNs"), time(cursors, "bNs")),
                notes, new Session.Lanes(texts(lanes, "pinned"), texts(lanes, "hidden")), findings);
    }

    static Session.Source source(JsonValue source) throws JsonFileException {
        return new Session.Source(source.has("path") ? path(source.get("path")) : "", path(source.get("name")), time(source, "bytes").orElse(0),
                source.text("sha256", "").toLowerCase(Locale.ROOT),
                source.has("excerpt") ? Optional.of(source.get("excerpt").text()) : Optional.empty());
    }

    /** Text that can be a file's path; what lies there is not looked at. */
    private static String path(JsonValue json) throws JsonFileException {
        if (json.text().indexOf(0) >= 0) {
            throw json.wrong("expected the path of a file; this cannot be one");
        }
        return json.text();
    }

    private static Optional<JsonValue> member(JsonValue json, String name) throws JsonFileException {
        return json.has(name) ? Optional.of(json.get(name)) : Optional.empty();
    }

    private static OptionalLong time(Optional<JsonValue> json, String name) throws JsonFileException {
        return json.isPresent() ? time(json.get(), name) : OptionalLong.empty();
    }

    private static OptionalLong time(JsonValue json, String name) throws JsonFileException {
        return json.has(name) ? OptionalLong.of(json.get(name).number(Long.MIN_VALUE, Long.MAX_VALUE)) : OptionalLong.empty();
    }

    private static List<String> texts(Optional<JsonValue> json, String name) throws JsonFileException {
        return json.isPresent() ? json.get().texts(name) : List.of();
    }

    private static Session.Span span(JsonValue json) throws JsonFileException {
        long start = json.get("startNs").number(Long.MIN_VALUE, Long.MAX_VALUE);
        long end = json.get("endNs").number(Long.MIN_VALUE, Long.MAX_VALUE);
        if (end < start) {
            throw json.get("endNs").wrong("expected a time from \"startNs\" on, which is " + start + ", found " + end);
        }
        return new Session.Span(start, end);
    }
}
