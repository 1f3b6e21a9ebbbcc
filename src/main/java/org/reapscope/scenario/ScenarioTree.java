package org.reapscope.scenario;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The text of a scenario file as a tree that a form changes: each change gives another tree. Places are named as in
 * {@link org.reapscope.base.json.JsonFileException#field}, {@code processes[0].vmas[1].kind}. Fields that nobody knows stay.
 */
public final class ScenarioTree {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern PART = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");

    private final ObjectNode root;

    private ScenarioTree(ObjectNode root) {
        this.root = root;
    }

    /**
     * Reads text.
     *
     * @throws IOException if it is no JSON object, or has comments, which no tree keeps
     */
    public static ScenarioTree of(String text) throws IOException {
        if (MAPPER.readTree(text) instanceof ObjectNode object) {
            return new ScenarioTree(object);
        }
        throw new IOException("expected an object in { }");
    }

    /** The text, as the samples are written. */
    public String text() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withSeparators(DefaultPrettyPrinter.DEFAULT_SEPARATORS
                .withObjectFieldValueSpacing(com.fasterxml.jackson.core.util.Separators.Spacing.AFTER)).withArrayIndenter(indenter).withObjectIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that was read cannot be written", e);
        }
    }

    /** The text or number there; empty if there is none. */
    public String at(String place) {
        JsonNode node = node(root, place);
        return node == null || node.isContainerNode() || node.isNull() ? "" : node.asText();
    }

    /** The texts of the list there; of a single text that one. */
    public List<String> texts(String place) {
        JsonNode node = node(root, place);
        List<String> texts = new ArrayList<>();
        if (node instanceof ArrayNode array) {
            array.forEach(item -> texts.add(item.asText()));
        } else if (node != null && node.isTextual()) {
            texts.add(node.asText());
        }
        return texts;
    }

    public boolean flag(String place) {
        JsonNode node = node(root, place);
        return node != null && node.asBoolean();
    }

    public boolean has(String place) {
        return node(root, place) != null;
    }

    /** How many items the list there has; 0 if there is none. */
    public int count(String place) {
        return node(root, place) instanceof ArrayNode array ? array.size() : 0;
    }

    /** With a text there; without the field if the text is empty. */
    public ScenarioTree with(String place, String text) {
        return put(place, text.isEmpty() ? null : MAPPER.getNodeFactory().textNode(text));
    }

    /** With a whole number there; what is none is kept as text, so that the reader complains of it. */
    public ScenarioTree withNumber(String place, String typed) {
        String text = typed.strip();
        return put(place, text.isEmpty() ? null : text.matches("-?\\d{1,9}") ? MAPPER.getNodeFactory().numberNode(Integer.parseInt(text))
                : MAPPER.getNodeFactory().textNode(text));
    }

    /** With true there, or without the field. */
    public ScenarioTree withFlag(String place, boolean on) {
        return put(place, on ? MAPPER.getNodeFactory().booleanNode(true) : null);
    }

    /** With a list of texts there, or without the field if there are none. */
    public ScenarioTree with(String place, List<String> texts) {
        ArrayNode array = MAPPER.createArrayNode();
        texts.forEach(array::add);
        return put(place, texts.isEmpty() ? null : array);
    }

    /** Without what is there. */
    public ScenarioTree without(String place) {
        return put(place, null);
    }

    /** With one item more at the end of a list, given as JSON. */
    public ScenarioTree withItem(String list, String json) {
        return changed(list, items -> {
            try {
                return items.add(MAPPER.readTree(json));
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(json, e);
            }
        });
    }

    /** Without the item of that number; without the list if it was the last. */
    public ScenarioTree withoutItem(String list, int item) {
        return changed(list, items -> {
            items.remove(item);
            return items;
        });
    }

    /** With an item moved to another place in its list, as far as it goes. */
    public ScenarioTree moved(String list, int from, int by) {
        return changed(list, items -> {
            JsonNode item = items.remove(from);
            return items.insert(Math.clamp((long) from + by, 0, items.size()), item);
        });
    }

    private ScenarioTree changed(String list, UnaryOperator<ArrayNode> edit) {
        ArrayNode items = edit.apply(node(root, list) instanceof ArrayNode array ? array.deepCopy() : MAPPER.createArrayNode());
        return put(list, items.isEmpty() ? null : items);
    }

    private ScenarioTree put(String place, @Nullable JsonNode value) {
        int dot = place.lastIndexOf('.');
        String name = place.substring(dot + 1);
        if (dot > 0 && node(root, place.substring(0, dot)) == null) {
            return value == null ? this : put(place.substring(0, dot), MAPPER.createObjectNode()).put(place, value);
        }
        ObjectNode copy = root.deepCopy();
        if (node(copy, dot < 0 ? "" : place.substring(0, dot)) instanceof ObjectNode object) {
            if (value == null) {
                object.remove(name);
            } else {
                object.set(name, value);
            }
        }
        return new ScenarioTree(copy);
    }

    private static @Nullable JsonNode node(JsonNode from, String place) {
        JsonNode node = from;
        Matcher parts = PART.matcher(place);
        while (node != null && parts.find()) {
            node = parts.group(1) != null ? node.get(parts.group(1)) : node.get(Integer.parseInt(parts.group(2)));
        }
        return node;
    }
}
