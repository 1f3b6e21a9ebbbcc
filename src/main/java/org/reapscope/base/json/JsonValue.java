package org.reapscope.base.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import org.jspecify.annotations.Nullable;
import org.reapscope.base.file.TextFile;

/**
 * A value of a hand-written JSON file that knows its file, line and field. Every reading method says what it expects and
 * throws a {@link JsonFileException} that tells how to mend the file. Comments as in Java are allowed.
 */
public final class JsonValue {

    /** Bytes of a file, letters of a text. */
    private static final int LARGEST = 256_000_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(NotJson.DEEPEST).maxStringLength(LARGEST).build())
            .build();

    private static final int LONGEST_FOUND = 60;

    private final String file;
    private final int line;
    private final String field;
    private final @Nullable Object value;

    private JsonValue(String file, int line, String field, @Nullable Object value) {
        this.file = file;
        this.line = line;
        this.field = field;
        this.value = value;
    }

    /** Reads a file in UTF-8 or UTF-16. */
    public static JsonValue read(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        return parse(name, TextFile.read(path, name, LARGEST));
    }

    /** Reads text; {@code file} is only named in messages. */
    public static JsonValue parse(String file, String text) throws IOException {
        if (text.startsWith("# tracer:")) {
            throw new JsonFileException(file, 1, "", "is the text of a trace, not JSON; name it to analyze, diagram, convert or open");
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            return parse(file, parser);
        }
    }

    private static JsonValue parse(String file, JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw new JsonFileException(file, 0, "", "is empty; expected a JSON object in { }");
            }
            JsonValue value = value(file, parser, "");
            if (parser.nextToken() != null) {
                throw new JsonFileException(file, parser.currentTokenLocation().getLineNr(), "", "more text after the end of the object");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw NotJson.complaint(file, parser.currentLocation().getLineNr(), e);
        }
    }

    private static JsonValue value(String file, JsonParser parser, String field) throws IOException {
        int line = parser.currentTokenLocation().getLineNr();
        Object value = switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    JsonValue member = value(file, parser, field.isEmpty() ? name : field + "." + name);
                    if (members.putIfAbsent(name, member) != null) {
                        throw member.wrong("stands here a second time; keep one of the two");
                    }
                }
                yield members;
            }
            case START_ARRAY -> {
                List<JsonValue> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(file, parser, field + "[" + items.size() + "]"));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
        return new JsonValue(file, line, field, value);
    }

    /** An error about this value. */
    public JsonFileException wrong(String problem) {
        return new JsonFileException(file, line, field, problem);
    }

    /** Whether this object has the field. */
    public boolean has(String name) throws JsonFileException {
        return members().containsKey(name);
    }

    /** The field of this object, which must be there. */
    public JsonValue get(String name) throws JsonFileException {
        JsonValue member = members().get(name);
        if (member == null) {
            throw wrong("expected the field \"" + name + "\", which is missing; add it");
        }
        return member;
    }

    /** Refuses fields that mean nothing: they are most often spelling mistakes. */
    public JsonValue only(String... names) throws JsonFileException {
        Set<String> known = Set.of(names);
        for (Map.Entry<String, JsonValue> member : members().entrySet()) {
            if (!known.contains(member.getKey()) && !member.getKey().equals("$schema")) {
                throw member.getValue().wrong("is not a field of this object; the fields are " + String.join(", ", names));
            }
        }
        return this;
    }

    /** Whether it is text. */
    public boolean isText() {
        return value instanceof String;
    }

    /** Text. */
    public String text() throws JsonFileException {
        if (value instanceof String text) {
            return text;
        }
        throw wrong("expected text in quotes, found " + found());
    }

    /** The text of a field, or {@code otherwise} if it is not there. */
    public String text(String name, String otherwise) throws JsonFileException {
        return has(name) ? get(name).text() : otherwise;
    }

    /** The text of a field that is one of these, or {@code otherwise} if it is not there. */
    public String oneOf(String name, String otherwise, Iterable<String> allowed) throws JsonFileException {
        if (!has(name)) {
            return otherwise;
        }
        String text = get(name).text();
        for (String option : allowed) {
            if (option.equals(text)) {
                return text;
            }
        }
        throw get(name).wrong("'" + text + "' is not one of " + String.join(", ", allowed));
    }

    /** A whole number. */
    public long number(long min, long max) throws JsonFileException {
        try {
            if (value instanceof BigDecimal number) {
                long exact = number.longValueExact();
                if (exact >= min && exact <= max) {
                    return exact;
                }
            }
        } catch (ArithmeticException e) {
            throw wrong("expected a whole number from " + min + " to " + max + ", found " + found());
        }
        throw wrong("expected a whole number from " + min + " to " + max + ", found " + found());
    }

    /** The whole number of a field, or {@code otherwise} if it is not there. */
    public int number(String name, int min, int max, int otherwise) throws JsonFileException {
        return has(name) ? (int) get(name).number(min, max) : otherwise;
    }

    /** True or false of a field, false if it is not there. */
    public boolean flag(String name) throws JsonFileException {
        if (!has(name)) {
            return false;
        }
        if (get(name).value instanceof Boolean flag) {
            return flag;
        }
        throw get(name).wrong("expected true or false, found " + get(name).found());
    }

    /** The number of a field, whole or not, or {@code otherwise} if it is not there. */
    public double decimal(String name, double otherwise) throws JsonFileException {
        if (!has(name)) {
            return otherwise;
        }
        if (get(name).value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        throw get(name).wrong("expected a number, found " + get(name).found());
    }

    /** The names of this object's fields, in their order. */
    public Set<String> names() throws JsonFileException {
        return members().keySet();
    }

    /** The items of this list. */
    @SuppressWarnings("unchecked")
    public List<JsonValue> items() throws JsonFileException {
        if (value instanceof List<?> items) {
            return (List<JsonValue>) items;
        }
        throw wrong("expected a list in [ ], found " + found());
    }

    /** The items of a field, none if it is not there. */
    public List<JsonValue> items(String name) throws JsonFileException {
        return has(name) ? get(name).items() : List.of();
    }

    /** The texts of a field's items, none if it is not there; one text may stand without brackets. */
    public List<String> texts(String name) throws JsonFileException {
        if (has(name) && get(name).value instanceof String text) {
            return List.of(text);
        }
        List<String> texts = new ArrayList<>();
        for (JsonValue item : items(name)) {
            texts.add(item.text());
        }
        return List.copyOf(texts);
    }

    @SuppressWarnings("unchecked")
    private Map<String, JsonValue> members() throws JsonFileException {
        if (value instanceof Map<?, ?> members) {
            return (Map<String, JsonValue>) members;
        }
        throw wrong("expected an object in { }, found " + found());
    }

    private String found() {
        return switch (value) {
            case null -> "null";
            case String text -> "\"" + (text.length() > LONGEST_FOUND ? text.substring(0, LONGEST_FOUND) + "..." : text) + "\"";
            case Map<?, ?> _ -> "an object";
            case List<?> _ -> "a list";
            default -> value.toString();
        };
    }
}
