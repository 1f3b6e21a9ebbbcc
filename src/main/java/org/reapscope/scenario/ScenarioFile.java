package org.reapscope.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.file.AtomicFile;
import org.reapscope.base.file.InputFile;
import org.reapscope.base.json.JsonFileException;
import org.reapscope.base.json.JsonValue;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.kernel.object.KernelFacts;
import org.reapscope.kernel.object.VmaKind;
import org.reapscope.kernel.patch.KernelPatches;
import org.reapscope.scenario.litmus.Litmus;
import org.reapscope.scenario.litmus.LitmusFile;
import org.reapscope.trace.format.AddressSpaceSnapshot;

/** Reads scenario files. Every mistake is told by file, line and field. */
public final class ScenarioFile {

    private static final int VERSION = 1;
    static final int MOST_TASKS = 16;
    static final int MOST_TABLES = 64;
    private static final List<String> PROFILES = Arrays.stream(Profile.values()).map(Profile::id).toList();

    private ScenarioFile() {}

    /** Reads a file; its name without ending is the scenario's id. */
    public static Scenario read(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        return scenario(name.replaceFirst("\\.json$", ""), JsonValue.read(path), InputFile.folder(path));
    }

    /** Reads text; it may name no other file, since there is no folder to look in. */
    public static Scenario parse(String id, String text) throws IOException {
        return parse(id, text, null);
    }

    /** Reads text that belongs into a folder, where the files that it names are; null if there is none yet. */
    public static Scenario parse(String id, String text, @Nullable Path folder) throws IOException {
        return scenario(id, JsonValue.parse(id + ".json", text), folder);
    }

    /** Writes the text of one, in one step, whatever may still be wrong with it. */
    public static void write(Path target, String text) throws IOException {
        AtomicFile.write(target, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Scenario scenario(String id, JsonValue json, @Nullable Path folder) throws JsonFileException {
        JsonValue format = json.get("format");
        if (!format.text().equals("reapscope-scenario-" + VERSION)) {
            throw format.wrong(format.text().startsWith("reapscope-lesson") ? "this is a lesson; name it to the command lesson"
                    : "expected \"reapscope-scenario-" + VERSION + "\"; this program reads no other version");
        }
        json.only("format", "title", "story", "sources", "profile", "patches", "cpus", "processes", "actors", "memory",
                "properties", "outcomes", "schedule", "litmus");
        Optional<Litmus> litmus = json.has("litmus") ? Optional.of(LitmusFile.read(json.get("litmus"))) : Optional.empty();
        if (litmus.isPresent() && (json.has("processes") || json.has("actors"))) {
            throw json.get("litmus").wrong("a litmus program has threads of its own; take \"processes\" and \"actors\" away");
        }
        List<Process> processes = new ArrayList<>();
        for (JsonValue process : litmus.isPresent() ? List.<JsonValue>of() : json.get("processes").items()) {
            processes.add(process(process, processes, folder));
        }
        if (litmus.isEmpty() && processes.isEmpty()) {
            throw json.get("processes").wrong("expected at least one process, found none; add one, as in {\"name\": \"victim\", \"vmas\": [{}]}");
        }
        List<Actor> actors = new ArrayList<>();
        for (JsonValue actor : json.items("actors")) {
            actors.add(actor(actor, processes, actors));
        }
        requireDistinctTasks(json, processes, actors);
        int tasks = processes.stream().mapToInt(Process::threads).sum() + actors.stream().mapToInt(Actor::count).sum();
        if (tasks > MOST_TASKS) {
            throw json.wrong("has " + tasks + " tasks, at most " + MOST_TASKS + " are possible; take some away");
        }
        List<String> facts = Stream.concat(litmus.map(l -> l.facts().stream().map(Litmus.Claim::name))
                .orElseGet(() -> KernelFacts.names().stream()), Stream.of(ScenarioSystem.DEADLOCK)).toList();
        List<String> properties = new ArrayList<>();
        for (JsonValue property : json.items("properties")) {
            properties.add(property(property, facts));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonValue outcome : json.items("outcomes")) {
            outcomes.add(outcome(outcome, facts));
        }
        return new Scenario(id, json.get("title").text().replaceAll("\\R", " "), json.text("story", ""), json.texts("sources"),
                Profile.of(json.oneOf("profile", Profile.V6_18.id(), PROFILES)), patches(json), json.number("cpus", 1, 8, 2),
                processes, actors, memory(json), properties, outcomes, json.text("schedule", ""), litmus);
    }

    /** Schedules name tasks, so no two may be called the same. */
    private static void requireDistinctTasks(JsonValue json, List<Process> processes, List<Actor> actors) throws JsonFileException {
        Set<String> names = new HashSet<>();
        for (int p = 0; p < processes.size(); p++) {
            requireNew(names, processes.get(p).name(), processes.get(p).threads(), json.items("processes").get(p));
        }
        for (int a = 0; a < actors.size(); a++) {
            requireNew(names, actors.get(a).name(), actors.get(a).count(), json.items("actors").get(a));
        }
    }

    private static void requireNew(Set<String> names, String name, int count, JsonValue json) throws JsonFileException {
        for (int i = 1; i <= count; i++) {
            String task = ScenarioSystem.numbered(name, i, count);
            if (!names.add(task)) {
                throw json.get("name").wrong("there is a task called '" + task + "' already; give this one another name");
            }
        }
    }

    private static List<String> patches(JsonValue json) throws JsonFileException {
        List<String> patches = json.texts("patches");
        try {
            return KernelPatches.parse(String.join(",", patches)).stream().map(KernelPatch::id).toList();
        } catch (ModelException e) {
            throw json.get("patches").wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Process process(JsonValue json, List<Process> before, @Nullable Path folder) throws JsonFileException {
        json.only("name", "threads", "does", "leaves", "vmas", "sharesMmOf", "vfork", "frozen", "robustList", "oomExempt",
                "addressSpace");
        String name = name(json);
        List<String> others = before.stream().map(Process::name).toList();
        if (others.contains(name)) {
            throw json.get("name").wrong("there is a process called '" + name + "' already; give this one another name");
        }
        List<VmaSpec> vmas = new ArrayList<>();
        for (JsonValue vma : json.items("vmas")) {
            VmaSpec next = vma(vma, vmas);
            if (vmas.stream().anyMatch(other -> other.name().equals(next.name()))) {
                throw (vma.has("name") ? vma.get("name") : vma).wrong("there is a VMA called '" + next.name() + "' already; give this one another \"name\"");
            }
            vmas.add(next);
        }
        String shares = json.oneOf("sharesMmOf", "", others);
        int ways = (vmas.isEmpty() ? 0 : 1) + (shares.isEmpty() ? 0 : 1) + (json.has("addressSpace") ? 1 : 0);
        if (ways != 1) {
            throw json.wrong("needs one of \"vmas\", a list of ranges, \"addressSpace\", a file of /proc/PID/maps or smaps, or "
                    + "\"sharesMmOf\", the name of a process before it");
        }
        if (json.has("addressSpace")) {
            vmas.addAll(addressSpace(json.get("addressSpace"), folder));
        }
        if (vmas.stream().mapToInt(VmaSpec::tables).sum() > MOST_TABLES) {
            throw json.get("vmas").wrong("more than " + MOST_TABLES + " page tables; give the VMAs fewer \"tables\"");
        }
        return new Process(name, json.number("threads", 1, MOST_TASKS, 1), does(json, List.of()), json.flag("leaves"), vmas, shares,
                json.flag("vfork"), json.oneOf("frozen", "", List.of("v1", "v2")),
                json.oneOf("robustList", "", vmas.stream().map(VmaSpec::name).toList()), json.flag("oomExempt"));
    }

    private static List<VmaSpec> addressSpace(JsonValue json, @Nullable Path folder) throws JsonFileException {
        json.only("smaps", "tables");
        JsonValue file = json.get("smaps");
        int tables = json.number("tables", 1, MOST_TABLES, MOST_TABLES);
        if (folder == null) {
            throw file.wrong("names a file, but this scenario is not read from a folder; save it beside " + file.text());
        }
        AddressSpaceSnapshot snapshot;
        try {
            snapshot = AddressSpaceSnapshot.read(folder.resolve(file.text()));
        } catch (NoSuchFileException e) {
            throw file.wrong("there is no file " + file.text() + " beside the scenario; copy /proc/PID/smaps there");
        } catch (IOException | InvalidPathException e) {
            throw file.wrong("cannot be read as /proc/PID/maps or smaps: " + e.getMessage());
        }
        List<VmaSpec> ranges = AddressSpaceRanges.of(snapshot, tables);
        if (ranges.isEmpty()) {
            throw file.wrong("has no mapping with pages in it; a process that still lives is needed");
        }
        if (!json.has("tables") && AddressSpaceRanges.tables(snapshot) > MOST_TABLES) {
            throw json.wrong("spans " + AddressSpaceRanges.tables(snapshot) + " page tables, at most " + MOST_TABLES
                    + " are possible; add \"tables\": " + MOST_TABLES + " to keep its largest ranges, shortened in proportion");
        }
        return ranges;
    }

    private static VmaSpec vma(JsonValue json, List<VmaSpec> before) throws JsonFileException {
        json.only("name", "kind", "start", "tables", "pages", "young");
        long after = before.isEmpty() ? 0x400000 : before.getLast().end();
        long start = after;
        if (json.has("start")) {
            JsonValue value = json.get("start");
            try {
                start = Long.decode(value.text());
            } catch (NumberFormatException e) {
                throw value.wrong("expected an address such as \"0x7f2c00000000\"");
            }
            if (start % VmaSpec.SLOT_BYTES != 0 || start < after) {
                throw value.wrong("expected a multiple of 0x200000 from 0x" + Long.toHexString(after)
                        + " on: VMAs stand in the order of their addresses and do not overlap");
            }
        }
        String kind = json.oneOf("kind", VmaKind.ANON.id(), Arrays.stream(VmaKind.values()).map(VmaKind::id).toList());
        return new VmaSpec(json.text("name", kind + (before.size() + 1)),
                Arrays.stream(VmaKind.values()).filter(k -> k.id().equals(kind)).findFirst().orElseThrow(), start,
                json.number("tables", 1, MOST_TABLES, 1), json.number("pages", 0, 512, 512), json.flag("young"));
    }

    private static Actor actor(JsonValue json, List<Process> processes, List<Actor> before) throws JsonFileException {
        json.only("name", "count", "does", "target", "threadOf");
        List<String> names = processes.stream().map(Process::name).toList();
        String first = names.isEmpty() ? "" : names.getFirst();
        Actor actor = new Actor(name(json), json.number("count", 1, MOST_TASKS, 1), does(json, names), json.oneOf("target", first, names),
                json.has("threadOf") ? json.oneOf("threadOf", "", before.stream().map(Actor::name).toList()) : "");
        if (actor.does().isEmpty()) {
            throw json.wrong("needs \"does\", a list of " + String.join(", ", new TreeSet<>(Actor.ACTIONS.keySet())));
        }
        return actor;
    }

    private static List<String> does(JsonValue json, List<String> processes) throws JsonFileException {
        List<String> deeds = json.texts("does");
        for (String deed : deeds) {
            if (!Actor.ACTIONS.containsKey(Actor.action(deed))) {
                throw json.get("does").wrong("'" + deed + "' is not one of "
                        + String.join(", ", new TreeSet<>(Actor.ACTIONS.keySet())));
            }
            if (deed.contains("(") && !processes.contains(Actor.targetOf(deed))) {
                throw json.get("does").wrong("'" + deed + "' names none of the processes " + String.join(", ", processes));
            }
        }
        return deeds;
    }

    private static String name(JsonValue json) throws JsonFileException {
        String name = json.get("name").text();
        if (!name.matches("[A-Za-z][A-Za-z0-9_.-]{0,30}")) {
            throw json.get("name").wrong("expected a letter and up to 30 letters, digits, '_', '.', '-'; found '" + name + "'");
        }
        return name;
    }

    private static Memory memory(JsonValue json) throws JsonFileException {
        if (!json.has("memory")) {
            return Memory.PLENTY;
        }
        JsonValue memory = json.get("memory").only("free", "demand", "lowWatermark", "batch", "processAcct");
        int most = 1 << 20;
        return new Memory(memory.number("free", 0, most, 0), memory.number("demand", 0, most, 0),
                memory.number("lowWatermark", 0, most, 0), memory.number("batch", 0, most, 0), memory.flag("processAcct"));
    }

    private static String property(JsonValue json, List<String> facts) throws JsonFileException {
        String name = json.text();
        if (!facts.contains(name)) {
            throw json.wrong("'" + name + "' is no property; there are " + String.join(", ", facts));
        }
        return name;
    }

    private static Outcome outcome(JsonValue json, List<String> facts) throws JsonFileException {
        json.only("property", "patches", "profile", "verdict", "why");
        String verdict = json.oneOf("verdict", "", List.of("never", "possible", "always"));
        if (verdict.isEmpty()) {
            throw json.wrong("needs \"verdict\": never, possible or always");
        }
        patches(json);
        String patches = String.join(",", json.texts("patches"));
        return new Outcome(property(json.get("property"), facts), patches.isEmpty() ? KernelPatches.NONE : patches,
                json.oneOf("profile", Profile.V6_18.id(), PROFILES),
                Outcome.Verdict.valueOf(verdict.toUpperCase(java.util.Locale.ROOT)), json.get("why").text());
    }
}
