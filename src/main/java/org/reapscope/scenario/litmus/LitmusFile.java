package org.reapscope.scenario.litmus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.reapscope.base.json.JsonFileException;
import org.reapscope.base.json.JsonValue;
import org.reapscope.kernel.expr.ModelException;

/** Reads the {@code litmus} part of a scenario file. Every mistake is told by file, line and field. */
public final class LitmusFile {

    private static final int LARGEST = 1000;
    private static final int MOST_THREADS = 8;
    private static final int MOST_STEPS = 64;

    private LitmusFile() {}

    /** The program that a JSON object describes; its statements have been understood. */
    public static Litmus read(JsonValue json) throws JsonFileException {
        json.only("shared", "locals", "locks", "threads", "programs", "facts");
        Set<String> taken = new HashSet<>(Set.of("lock", "unlock", "wait", "goto", "nothing", "done", "at", "if", "and", "or", "not", "end"));
        List<Litmus.Variable> shared = variables(json.items("shared"), taken);
        List<Litmus.Variable> locals = variables(json.items("locals"), taken);
        List<String> locks = new ArrayList<>();
        for (JsonValue lock : json.items("locks")) {
            locks.add(name(lock, taken));
        }
        List<Litmus.Listing> programs = new ArrayList<>();
        Set<String> programNames = new HashSet<>();
        for (JsonValue program : json.get("programs").items()) {
            programs.add(listing(program, programNames));
        }
        List<Litmus.Runner> threads = new ArrayList<>();
        for (JsonValue thread : json.get("threads").items()) {
            thread.only("name", "runs");
            threads.add(new Litmus.Runner(name(thread.get("name"), taken), thread.oneOf("runs",
                    programs.isEmpty() ? "" : programs.getFirst().name(), programs.stream().map(Litmus.Listing::name).toList())));
        }
        if (threads.isEmpty() || threads.size() > MOST_THREADS || programs.isEmpty()) {
            throw json.wrong("needs programs, and from 1 to " + MOST_THREADS + " threads that run them");
        }
        List<Litmus.Claim> facts = new ArrayList<>();
        for (JsonValue fact : json.items("facts")) {
            fact.only("name", "when");
            facts.add(new Litmus.Claim(name(fact.get("name"), taken), fact.get("when").text()));
        }
        return understood(new Litmus(shared, locals, locks, threads, programs, facts), json);
    }

    private static Litmus understood(Litmus litmus, JsonValue json) throws JsonFileException {
        for (int p = 0; p < litmus.programs().size(); p++) {
            List<JsonValue> steps = json.get("programs").items().get(p).get("steps").items();
            for (int i = 0; i < steps.size(); i++) {
                Litmus.Step step = litmus.programs().get(p).steps().get(i);
                require(steps.get(i).get("do"), () -> LitmusSystem.requireStatements(litmus, step.does()));
                require(steps.get(i).has("say") ? steps.get(i).get("say") : steps.get(i), () -> LitmusSystem.requireSentence(litmus, step));
            }
        }
        for (JsonValue fact : json.items("facts")) {
            String when = fact.get("when").text();
            require(fact.get("when"), () -> LitmusSystem.requireExpression(litmus, when));
        }
        try {
            LitmusSystem.of(litmus, litmus.facts().stream().map(Litmus.Claim::name).toList(), true).build();
            return litmus;
        } catch (LitmusException | ModelException e) {
            throw json.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static void require(JsonValue place, Runnable reading) throws JsonFileException {
        try {
            reading.run();
        } catch (LitmusException | ModelException e) {
            throw place.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static List<Litmus.Variable> variables(List<JsonValue> items, Set<String> taken) throws JsonFileException {
        List<Litmus.Variable> variables = new ArrayList<>();
        for (JsonValue item : items) {
            item.only("name", "initial", "max");
            int max = item.number("max", 1, LARGEST, 1);
            variables.add(new Litmus.Variable(name(item.get("name"), taken), item.number("initial", 0, max, 0), max));
        }
        return variables;
    }

    private static Litmus.Listing listing(JsonValue json, Set<String> taken) throws JsonFileException {
        json.only("name", "steps");
        String name = name(json.get("name"), taken);
        List<Litmus.Step> steps = new ArrayList<>();
        Set<String> ids = new HashSet<>(Set.of("end"));
        for (JsonValue step : json.get("steps").items()) {
            step.only("id", "do", "say", "why");
            String id = step.text("id", "s" + (steps.size() + 1));
            if (!ids.add(id)) {
                throw step.wrong("there is a step '" + id + "' already; give this one another \"id\"");
            }
            steps.add(new Litmus.Step(id, step.get("do").text(), step.text("say", ""), step.text("why", "")));
        }
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw json.wrong("needs from 1 to " + MOST_STEPS + " \"steps\"");
        }
        return new Litmus.Listing(name, steps);
    }

    private static String name(JsonValue json, Set<String> taken) throws JsonFileException {
        String name = json.text();
        if (!name.matches("[A-Za-z][A-Za-z0-9_-]{0,30}")) {
            throw json.wrong("expected a letter and up to 30 letters, digits, '_', '-'; found '" + name + "'");
        }
        if (!taken.add(name)) {
            throw json.wrong("'" + name + "' is in use already; take another name");
        }
        return name;
    }
}
