package org.reapscope.settings.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Sessions as JSON, members in a fixed order. Unknown members are skipped, so that newer minor additions can be read. */
final class SessionJson {

    static final String FORMAT = "reapscope-session";
    static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private SessionJson() {}

    static String write(Session session) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        Session.Source source = session.source();
        ObjectNode from = root.putObject("source");
        from.put("path", source.path()).put("name", source.name()).put("bytes", source.bytes()).put("sha256", source.sha256());
        source.excerpt().ifPresent(text -> from.put("excerpt", text));
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
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new SessionException(name, line, "expected JSON, but " + e.getOriginalMessage().lines().findFirst().orElse("found none"),
                    "open the capture itself and save the session again");
        }
        if (!root.path("format").asText().equals(FORMAT)) {
            throw new SessionException(name, 0, "expected \"format\": \"" + FORMAT + "\"", "name a .reapscope.json file that this program saved");
        }
        if (root.path("version").asInt() != VERSION) {
            throw new SessionException(name, 0, "expected version " + VERSION + ", found " + root.path("version").asText("none"),
                    "open it with the version of the program that saved it");
        }
        Members members = new Members(name);
        JsonNode source = members.object(root, "source");
        JsonNode cursors = root.path("cursors");
        List<Session.Note> notes = new ArrayList<>();
        for (JsonNode note : root.path("notes")) {
            notes.add(new Session.Note(members.span(note, "notes"), note.path("text").asText()));
        }
        List<Session.SavedFinding> findings = new ArrayList<>();
        for (JsonNode f : root.path("findings")) {
            findings.add(new Session.SavedFinding(f.path("kind").asText(), f.path("severity").asText(),
                    members.span(f, "findings"), texts(f.path("tasks")), f.path("certainty").asText(), f.path("text").asText()));
        }
        return new Session(
                new Session.Source(source.path("path").asText(), members.text(source, "name"), source.path("bytes").asLong(),
                        source.path("sha256").asText().toLowerCase(Locale.ROOT),
                        source.has("excerpt") ? Optional.of(source.path("excerpt").asText()) : Optional.empty()),
                root.has("view") ? Optional.of(members.span(root.path("view"), "view")) : Optional.empty(),
                new Session.Cursors(time(cursors, "atNs"), time(cursors, "aNs"), time(cursors, "bNs")),
                notes,
                new Session.Lanes(texts(root.path("lanes").path("pinned")), texts(root.path("lanes").path("hidden"))),
                findings);
    }

    private static OptionalLong time(JsonNode node, String member) {
        return node.path(member).isIntegralNumber() ? OptionalLong.of(node.path(member).asLong()) : OptionalLong.empty();
    }

    private static List<String> texts(JsonNode array) {
        List<String> result = new ArrayList<>();
        array.forEach(t -> result.add(t.asText()));
        return result;
    }

    /** Members that must be there. */
    private record Members(String file) {

        JsonNode object(JsonNode node, String member) throws SessionException {
            if (!node.path(member).isObject()) {
                throw missing(member, "an object");
            }
            return node.path(member);
        }

        String text(JsonNode node, String member) throws SessionException {
            if (!node.path(member).isTextual()) {
                throw missing(member, "a text");
            }
            return node.path(member).asText();
        }

        Session.Span span(JsonNode node, String of) throws SessionException {
            if (!node.path("startNs").isIntegralNumber() || !node.path("endNs").isIntegralNumber()
                    || node.path("endNs").asLong() < node.path("startNs").asLong()) {
                throw missing(of, "integers startNs and endNs in order");
            }
            return new Session.Span(node.path("startNs").asLong(), node.path("endNs").asLong());
        }

        private SessionException missing(String member, String what) {
            return new SessionException(file, 0, "expected \"" + member + "\" to have " + what, "mend it in a text editor; the schema is session-1.json");
        }
    }
}
