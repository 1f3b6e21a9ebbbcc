package org.reapscope.base.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The files that one gets from a good one by a single mistake: a key taken away, a value of the wrong kind, something twice. */
public final class Mutations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OF_THE_PROGRAM = Pattern.compile(
            "Exception|Error\\b|java\\.|org\\.|\\bIndex \\d|out of bounds|Cannot invoke|No enum|for input string|Input length|\\bclass\\b|StreamRead");
    private static final List<String> VALUES = List.of("null", "true", "-1", "0", "2.5", "7", "1e300", "99999999999999999999",
            "\"\"", "\"xyz\"", "\" \"", "\"\\u0000\"", "\"0x\"", "[]", "[null]", "[\"xyz\"]", "[[]]", "{}", "{\"xyz\": 1}");

    /**
     * One of them.
     *
     * @param name what was done where
     * @param text the file
     */
    public record Mutant(String name, String text) {}

    private Mutations() {}

    /** A file beside this class. */
    public static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Mutations.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All mistakes, in an order that does not change. */
    public static List<Mutant> of(String good) throws IOException {
        JsonNode root = JSON.readTree(good);
        List<JsonPointer> places = new ArrayList<>();
        collect(root, JsonPointer.empty(), places);
        List<Mutant> mutants = new ArrayList<>();
        for (JsonPointer place : places) {
            change(root, place, "without", mutants, Mutations::remove);
            for (String value : VALUES) {
                JsonNode other = JSON.readTree(value);
                change(root, place, value + " for", mutants, (parent, key) -> replace(parent, key, other));
            }
            JsonNode here = root.at(place);
            if (here.isArray() && !here.isEmpty()) {
                change(root, place, "the first one twice in", mutants, (parent, key) -> ((ArrayNode) child(parent, key)).add(here.get(0)));
            } else if (here.isObject()) {
                change(root, place, "an unknown key in", mutants, (parent, key) -> ((ObjectNode) child(parent, key)).put("xyz", 1));
            }
        }
        return mutants;
    }

    /** What was said of a mistake is for people: file and line, one line of text, nothing of the program's insides. */
    public static void assertClear(String file, Mutant mutant, Throwable e) {
        String message = String.valueOf(e.getMessage());
        String context = mutant.name() + ": " + message;
        assertTrue(message.matches(Pattern.quote(file) + ":\\d+: .{10,}"), context);
        assertForPeople(context);
    }

    /** The same where no line can be named. */
    public static void assertForPeople(String message) {
        assertEquals(1, message.lines().count(), message);
        assertFalse(OF_THE_PROGRAM.matcher(message).find(), message);
    }

    @FunctionalInterface
    private interface Change {
        void apply(JsonNode parent, String key);
    }

    private static void change(JsonNode root, JsonPointer place, String what, List<Mutant> mutants, Change change) {
        JsonNode copy = root.deepCopy();
        change.apply(copy.at(place.head()), place.last().getMatchingProperty());
        mutants.add(new Mutant(what + " " + place, copy.toPrettyString()));
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
        node.fieldNames().forEachRemaining(name -> {
            places.add(at.appendProperty(name));
            collect(node.get(name), at.appendProperty(name), places);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(at.appendIndex(i));
            collect(node.get(i), at.appendIndex(i), places);
        }
    }

    private static JsonNode child(JsonNode parent, String key) {
        return parent.isArray() ? parent.get(Integer.parseInt(key)) : parent.get(key);
    }

    private static void remove(JsonNode parent, String key) {
        if (parent instanceof ArrayNode array) {
            array.remove(Integer.parseInt(key));
        } else {
            ((ObjectNode) parent).remove(key);
        }
    }

    private static void replace(JsonNode parent, String key, JsonNode value) {
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(key), value);
        } else {
            ((ObjectNode) parent).set(key, value);
        }
    }
}
