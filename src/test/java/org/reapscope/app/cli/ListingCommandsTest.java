package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.object.KernelFacts;
import org.reapscope.kernel.patch.KernelPatches;

/** What can be named can be listed, and what is listed can be named. */
final class ListingCommandsTest {

    @Test
    void everyScenarioThatIsListedRuns() throws Exception {
        JsonNode scenarios = CommandRun.of("scenarios", "--json").json();
        assertTrue(scenarios.size() >= 24, scenarios.size() + " scenarios");
        CommandRun people = CommandRun.of("scenarios");
        assertEquals(scenarios.size(), people.out().lines().count());
        for (JsonNode scenario : scenarios) {
            String name = scenario.get("name").asText();
            assertEquals(0, CommandRun.of("step", name, "--to", "1").status(), name);
            assertTrue(people.out().contains(name + " ") && people.out().contains(scenario.get("title").asText()), name);
            assertFalse(scenario.get("tasks").isEmpty(), name);
        }
    }

    @Test
    void everyPatchIsListed_withTheKernelsItFitsAndWhatItContradicts() throws Exception {
        JsonNode patches = CommandRun.of("patches", "--json").json();
        String people = CommandRun.of("patches").out();
        assertEquals(KernelPatches.all().size(), patches.size());
        for (JsonNode patch : patches) {
            KernelPatch known = KernelPatches.of(patch.get("id").asText());
            assertEquals(known.title(), patch.get("title").asText());
            assertEquals(known.contradicts().size(), patch.get("contradicts").size());
            assertFalse(patch.get("profiles").isEmpty(), known.id());
            assertTrue(people.contains(known.id() + ": " + known.title()), known.id());
        }
    }

    @Test
    void everyPropertyIsListed_inWords() throws Exception {
        JsonNode properties = CommandRun.of("properties", "--json").json();
        assertEquals(KernelFacts.names().size() + 1, properties.size());
        properties.forEach(p -> assertFalse(p.get("title").asText().equals(p.get("name").asText()), p.toString()));
        assertTrue(CommandRun.of("properties").out().contains("\nreaper-blocked "));
    }

    @Test
    void aRunAsJsonReplaysItself() throws Exception {
        CommandRun run = CommandRun.of("step", "smaps-reader-pins-mm", "--json", "--policy", "random", "--seed", "7", "--threads", "3",
                "--tables", "4", "--patches", "f", "--profile", "7.3");
        JsonNode json = run.json();
        assertEquals("random", json.get("policy").asText());
        assertEquals(7, json.get("seed").asInt());
        assertEquals("7.3", json.get("profile").asText());
        assertEquals("f", json.get("patches").get(0).asText());
        assertEquals(3, json.get("threads").asInt());
        assertTrue(json.get("readers").isNull());
        String[] again = new String[json.get("replay").size() + 1];
        for (int i = 0; i < again.length - 1; i++) {
            again[i] = json.get("replay").get(i).asText();
        }
        again[again.length - 1] = "--json";
        JsonNode replayed = CommandRun.of(again).json();
        for (String field : new String[] {"scenario", "profile", "patches", "threads", "tables", "schedule", "steps", "facts", "finished", "replay"}) {
            assertEquals(json.get(field), replayed.get(field), field);
        }
        assertTrue(replayed.get("policy").isNull() && replayed.get("seed").isNull(), "nobody drew lots");
    }

    @Test
    void aPolicyThatDrawsNoLotsHasNoSeed() throws Exception {
        assertTrue(CommandRun.of("step", "kill-then-mrelease", "--json", "--to", "1").json().get("seed").isNull());
        assertEquals(9, CommandRun.of("step", "kill-then-mrelease", "--json", "--to", "1", "--policy", "random:9").json().get("seed").asInt());
    }

    @Test
    void peopleReadGroupedDigits_programsDoNot() throws Exception {
        assertTrue(CommandRun.of("analyze", "lmkd-smaps").out().startsWith("lmkd-smaps.txt.gz: ftrace, 103,028 events of 40 tasks"));
        assertTrue(CommandRun.of("step", "kill-then-mrelease", "--threads", "4", "--tables", "32").out().contains("is now 15,872 pages"));
        assertEquals(103_028, CommandRun.of("analyze", "lmkd-smaps", "--json").json().findValue("events").asInt());
    }
}
