package org.reapscope.document.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.reapscope.picture.LaneOrder;

/** Settings as JSON. Missing members have their defaults and unknown ones are skipped, so older and newer files load. */
final class SettingsJson {

    static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private SettingsJson() {}

    static String write(Settings settings) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.put("theme", settings.theme().id());
        root.put("textPercent", settings.textPercent());
        root.put("layout", settings.layout().name().toLowerCase(Locale.ROOT));
        ObjectNode keys = root.putObject("keys");
        new TreeMap<>(settings.keys()).forEach(keys::put);
        WindowPlace place = settings.window();
        ObjectNode window = root.putObject("window");
        if (!Double.isNaN(place.x()) && !Double.isNaN(place.y())) {
            window.put("x", place.x()).put("y", place.y());
        }
        window.put("width", place.width()).put("height", place.height()).put("maximized", place.maximized());
        ArrayNode recent = root.putArray("recent");
        settings.recent().forEach(f -> recent.add(f.toString()));
        root.put("hints", settings.hints());
        root.putObject("lanes").put("order", settings.lanes().order().name().toLowerCase(Locale.ROOT)).put("legend", settings.lanes().legend());
        ObjectNode panes = root.putObject("panes");
        for (PaneSide side : PaneSide.values()) {
            Double lines = settings.panes().lines().get(side);
            boolean hidden = settings.panes().hidden().contains(side);
            if (lines != null || hidden) {
                ObjectNode pane = panes.putObject(side.id());
                if (lines != null) {
                    pane.put("lines", lines);
                }
                pane.put("hidden", hidden);
            }
        }
        return root.toPrettyString() + "\n";
    }

    static Settings read(String text) throws JacksonException {
        JsonNode root = JSON.readTree(text);
        if (!root.isObject()) {
            throw new IllegalArgumentException("expected a JSON object");
        }
        if (root.path("version").asInt(VERSION) > VERSION) {
            throw new IllegalArgumentException("version " + root.path("version").asInt() + " is newer than this program");
        }
        Settings none = Settings.DEFAULT;
        return new Settings(
                one(Theme.class, root.path("theme"), none.theme()),
                root.path("textPercent").asInt(none.textPercent()),
                one(KeyboardLayout.class, root.path("layout"), none.layout()),
                keys(root.path("keys")),
                window(root.path("window")),
                paths(root.path("recent")),
                root.path("hints").asBoolean(none.hints()),
                panes(root.path("panes")),
                new LaneLook(one(LaneOrder.class, root.path("lanes").path("order"), none.lanes().order()),
                        root.path("lanes").path("legend").asBoolean(none.lanes().legend())));
    }

    private static <E extends Enum<E>> E one(Class<E> type, JsonNode node, E otherwise) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(node.asText())) {
                return value;
            }
        }
        return otherwise;
    }

    private static Map<String, String> keys(JsonNode node) {
        Map<String, String> result = new TreeMap<>();
        node.properties().forEach(e -> result.put(e.getKey(), e.getValue().asText()));
        return result;
    }

    private static WindowPlace window(JsonNode node) {
        WindowPlace first = WindowPlace.FIRST;
        return new WindowPlace(node.path("x").asDouble(first.x()), node.path("y").asDouble(first.y()),
                node.path("width").asDouble(first.width()), node.path("height").asDouble(first.height()),
                node.path("maximized").asBoolean(first.maximized()));
    }

    private static PaneLayout panes(JsonNode node) {
        Map<PaneSide, Double> lines = new EnumMap<>(PaneSide.class);
        Set<PaneSide> hidden = EnumSet.noneOf(PaneSide.class);
        for (PaneSide side : PaneSide.values()) {
            JsonNode pane = node.path(side.id());
            if (pane.path("lines").isNumber()) {
                lines.put(side, pane.path("lines").asDouble());
            }
            if (pane.path("hidden").asBoolean()) {
                hidden.add(side);
            }
        }
        return new PaneLayout(lines, hidden);
    }

    private static List<Path> paths(JsonNode node) {
        List<Path> result = new ArrayList<>();
        for (JsonNode file : node) {
            try {
                result.add(Path.of(file.asText()));
            } catch (InvalidPathException e) {
                // Another system's path, or none; a file that cannot be opened need not be remembered.
                continue;
            }
        }
        return result;
    }
}
