package org.reapscope.document.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.reapscope.base.json.JsonFileException;
import org.reapscope.base.json.JsonValue;
import org.reapscope.kernel.Profile;
import org.reapscope.run.BreakCondition;
import org.reapscope.run.SavedRun;

/** Sessions of the kind {@code run} as JSON, members in a fixed order. */
final class RunSessionJson {

    static final String KIND = "run";
    private static final int MOST_NODES = 10_000_000;
    private static final int MOST_SAID = 1_000_000;
    private static final List<String> PROFILES = Arrays.stream(Profile.values()).map(Profile::id).toList();
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunSessionJson() {}

    static String write(RunSession session) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", SessionJson.FORMAT).put("version", SessionJson.VERSION).put("kind", KIND);
        SessionJson.write(root.putObject("source"), session.source());
        SavedRun run = session.run();
        ObjectNode node = root.putObject(KIND);
        node.put("profile", run.profile().id());
        run.patches().forEach(node.putArray("patches")::add);
        run.ghost().ifPresent(ghost -> ghost.forEach(node.putArray("ghost")::add));
        ArrayNode branches = node.putArray("branches");
        run.branches().forEach(b -> branches.addObject().put("from", b.from()).put("schedule", b.schedule()));
        node.put("tip", run.tip()).put("at", run.node()).put("story", run.story());
        ArrayNode names = node.putArray("names");
        new TreeMap<>(run.names()).forEach((n, name) -> names.addObject().put("node", n).put("name", name));
        RunSession.Scheduler scheduler = session.scheduler();
        ObjectNode said = root.putObject("scheduler");
        said.put("policy", scheduler.policy()).put("seed", scheduler.seed());
        ArrayNode breaks = said.putArray("breaks");
        scheduler.breaks().forEach(b -> write(breaks.addObject(), b));
        ObjectNode values = said.putObject("values");
        new TreeMap<>(scheduler.values()).forEach((kind, tasks) -> {
            ObjectNode each = values.putObject(kind);
            new TreeMap<>(tasks).forEach(each::put);
        });
        return root.toPrettyString() + "\n";
    }

    private static void write(ObjectNode node, BreakCondition condition) {
        switch (condition) {
            case BreakCondition.FactHolds(String fact) -> node.put("fact", fact);
            case BreakCondition.LockCollides(String lock) -> node.put("lock", lock);
            case BreakCondition.FunctionEntered(String function) -> node.put("function", function);
            case BreakCondition.ValueChanges(String cell) -> node.put("value", cell);
        }
    }

    /** Reads one whose format and version are known to be right. */
    static RunSession read(JsonValue root) throws JsonFileException {
        JsonValue run = root.get(KIND);
        List<SavedRun.Branch> branches = new ArrayList<>();
        for (JsonValue branch : run.items("branches")) {
            branches.add(new SavedRun.Branch(branch.number("from", 0, MOST_NODES, 0), branch.get("schedule").text()));
        }
        Map<Integer, String> names = new TreeMap<>();
        for (JsonValue name : run.items("names")) {
            names.put(name.number("node", 0, MOST_NODES, 0), name.get("name").text());
        }
        Optional<List<String>> ghost = run.has("ghost") ? Optional.of(run.texts("ghost")) : Optional.empty();
        SavedRun saved = new SavedRun(Profile.of(run.oneOf("profile", Profile.V6_18.id(), PROFILES)), run.texts("patches"), ghost, branches,
                node(run, "tip"), node(run, "at"), node(run, "story"), names);
        return new RunSession(SessionJson.source(root.get("source")), saved, scheduler(root));
    }

    private static int node(JsonValue run, String name) throws JsonFileException {
        return run.number(name, 0, MOST_NODES, 0);
    }

    private static RunSession.Scheduler scheduler(JsonValue root) throws JsonFileException {
        if (!root.has("scheduler")) {
            return new RunSession.Scheduler("", 0, List.of(), Map.of());
        }
        JsonValue said = root.get("scheduler");
        List<BreakCondition> breaks = new ArrayList<>();
        for (JsonValue condition : said.items("breaks")) {
            breaks.add(condition(condition));
        }
        Map<String, Map<String, Integer>> values = new TreeMap<>();
        if (said.has("values")) {
            for (String kind : said.get("values").names()) {
                JsonValue tasks = said.get("values").get(kind);
                Map<String, Integer> each = new TreeMap<>();
                for (String task : tasks.names()) {
                    each.put(task, tasks.number(task, 0, MOST_SAID, 0));
                }
                values.put(kind, each);
            }
        }
        return new RunSession.Scheduler(said.text("policy", ""), said.has("seed") ? said.get("seed").number(Long.MIN_VALUE, Long.MAX_VALUE) : 0,
                breaks, values);
    }

    private static BreakCondition condition(JsonValue json) throws JsonFileException {
        if (json.has("fact")) {
            return new BreakCondition.FactHolds(json.get("fact").text());
        } else if (json.has("lock")) {
            return new BreakCondition.LockCollides(json.get("lock").text());
        } else if (json.has("function")) {
            return new BreakCondition.FunctionEntered(json.get("function").text());
        }
        return new BreakCondition.ValueChanges(json.get("value").text());
    }
}
