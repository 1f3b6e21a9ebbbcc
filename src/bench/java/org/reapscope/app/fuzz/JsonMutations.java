package org.reapscope.app.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BaseJsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Changes of what JSON says; it stays JSON, so that what reads its meaning is reached. What is no JSON stays as it is. */
final class JsonMutations {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final List<Long> NUMBERS = List.of(0L, 1L, -1L, 2L, 7L, 16L, 64L, 65L, 1000L, 100_000L, 1L << 31, Long.MAX_VALUE, Long.MIN_VALUE);

    static final List<Mutation> ALL = List.of(
            new Mutation("a member taken out", (b, stock, dice) -> changed(b, dice, (place, all) -> place.remove())),
            new Mutation("a value made a number", (b, stock, dice) -> changed(b, dice, (place, all) -> place.put(MAKE.numberNode(dice.of(NUMBERS))))),
            new Mutation("a number one off", (b, stock, dice) -> changed(b, dice, (place, all) -> {
                if (place.value().isIntegralNumber()) {
                    place.put(MAKE.numberNode(place.value().asLong() + (dice.oneIn(2) ? 1 : -1)));
                }
            })),
            new Mutation("a value made a word", (b, stock, dice) -> changed(b, dice,
                    (place, all) -> place.put(MAKE.textNode(dice.of(stock.words()).replace("\"", ""))))),
            new Mutation("a value made something else", (b, stock, dice) -> changed(b, dice, (place, all) -> place.put(dice.of(
                    List.<JsonNode>of(MAKE.nullNode(), MAKE.booleanNode(true), MAKE.arrayNode(), MAKE.objectNode(), MAKE.textNode("")))))),
            new Mutation("a value put elsewhere", (b, stock, dice) -> changed(b, dice, (place, all) -> place.put(dice.of(all).value().deepCopy()))),
            new Mutation("a value of another file", (b, stock, dice) -> changed(b, dice, (place, all) -> {
                JsonNode other = read(dice.of(stock.seeds()));
                if (other != null) {
                    List<Place> theirs = places(other);
                    List<Place> named = theirs.stream().filter(p -> p.key().equals(place.key())).toList();
                    place.put(dice.of(named.isEmpty() ? theirs : named).value());
                }
            })),
            new Mutation("a value doubled", (b, stock, dice) -> changed(b, dice, (place, all) -> {
                if (place.parent() instanceof ArrayNode list) {
                    list.insert(place.index(), place.value().deepCopy());
                }
            })),
            new Mutation("a value in a list", (b, stock, dice) -> changed(b, dice, (place, all) -> place.put(MAKE.arrayNode().add(place.value().deepCopy())))),
            new Mutation("a text changed", (b, stock, dice) -> changed(b, dice, (place, all) -> {
                if (place.value().isTextual()) {
                    byte[] text = place.value().asText().getBytes(StandardCharsets.ISO_8859_1);
                    byte[] other = dice.of(all).value().asText().getBytes(StandardCharsets.ISO_8859_1);
                    Mutation.Stock texts = new Mutation.Stock(List.of(other, text), stock.words());
                    place.put(MAKE.textNode(new String(dice.of(WordMutations.ALL).change().of(text, texts, dice), StandardCharsets.ISO_8859_1)));
                }
            })));

    private JsonMutations() {}

    /** A place where a value stands: in an object under a key, or in a list at an index. */
    private record Place(BaseJsonNode parent, String key, int index) {

        JsonNode value() {
            JsonNode value = parent instanceof ObjectNode object ? object.get(key) : parent.get(index);
            return value == null ? MAKE.nullNode() : value;
        }

        void put(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(key, value);
            } else if (parent instanceof ArrayNode list) {
                list.set(index, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(key);
            } else if (parent instanceof ArrayNode list) {
                list.remove(index);
            }
        }
    }

    private interface TreeChange {
        void at(Place place, List<Place> all);
    }

    private static byte[] changed(byte[] bytes, Dice dice, TreeChange change) {
        JsonNode root = read(bytes);
        List<Place> places = root == null ? List.of() : places(root);
        if (places.isEmpty()) {
            return bytes;
        }
        change.at(dice.of(places), places);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            return bytes;
        }
    }

    private static @Nullable JsonNode read(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            return null;
        }
    }

    private static List<Place> places(JsonNode root) {
        List<Place> places = new ArrayList<>();
        collect(root, places);
        return places;
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                places.add(new Place(object, member.getKey(), -1));
                collect(member.getValue(), places);
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                places.add(new Place(list, "", i));
                collect(list.get(i), places);
            }
        }
    }
}
