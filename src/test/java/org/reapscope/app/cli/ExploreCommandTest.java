package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExploreCommandTest {

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        Iterator<String> fields = object.fieldNames();
        fields.forEachRemaining(names::add);
        return names;
    }

    @Test
    void jsonHasTheAgreedKeysInTheirOrder() throws Exception {
        CommandRun run = CommandRun.of("explore", "three-cpu-chart", "--json", "--property", "esrch-harmful",
                "--property", "use-after-free");
        assertEquals(0, run.status(), run.err());
        JsonNode json = run.json();
        assertEquals(List.of("scenario", "profile", "patches", "exact", "states", "transitions", "depth", "seconds"),
                names(json).subList(0, 8));
        assertEquals("three-cpu-chart", json.get("scenario").asText());
        assertEquals("6.18", json.get("profile").asText());
        assertTrue(json.get("exact").isBoolean() && json.get("exact").asBoolean());
        assertTrue(json.get("states").asInt() > 100 && json.get("transitions").asInt() > 100 && json.get("depth").asInt() > 10);
        JsonNode possible = json.get("properties").get(0);
        assertEquals("esrch-harmful", possible.get("name").asText());
        assertEquals("possible", possible.get("verdict").asText());
        assertTrue(possible.get("probability").asDouble() > 0 && possible.get("probability").asDouble() < 1);
        for (String which : List.of("shortest", "fewestPreemptions")) {
            assertEquals(List.of("steps", "preemptions", "schedule"), names(possible.get(which)).subList(0, 3));
            assertTrue(possible.get(which).get("steps").asInt() > 0);
        }
        JsonNode never = json.get("properties").get(1);
        assertEquals("never", never.get("verdict").asText());
        assertEquals(0, never.get("probability").asDouble());
        assertTrue(never.get("shortest").isNull());
    }

    @Test
    void theScheduleItShowsReplaysInStep_toWhereThePropertyHolds() throws Exception {
        JsonNode shown = CommandRun.of("explore", "smaps-reader-pins-mm", "--json", "--property", "teardown-in-reader").json()
                .get("properties").get(0);
        for (String which : List.of("shortest", "fewestPreemptions")) {
            CommandRun step = CommandRun.of("step", "smaps-reader-pins-mm", "--json", "--schedule",
                    shown.get(which).get("schedule").asText());
            assertEquals(0, step.status(), step.err());
            assertTrue(step.json().get("facts").get("teardown-in-reader").asBoolean());
            assertEquals(shown.get(which).get("steps").asInt(), step.json().get("steps").size());
            JsonNode decisive = shown.get(which).get("decisive");
            JsonNode same = step.json().get("steps").get(decisive.get("step").asInt() - 1);
            assertEquals(same.get("text").asText(), decisive.get("text").asText());
            assertEquals(same.get("task").asText(), decisive.get("task").asText());
        }
    }

    @Test
    void aGateFailsWithStatus1_unlessItIsProvedNeverToHappen() {
        assertEquals(1, CommandRun.of("explore", "three-cpu-chart", "--quick", "--never", "esrch-harmful").status());
        assertEquals(0, CommandRun.of("explore", "three-cpu-chart", "--quick", "--patches", "f", "--never", "esrch-harmful").status());
        CommandRun sampled = CommandRun.of("explore", "three-cpu-chart", "--patches", "f", "--samples", "50", "--never", "esrch-harmful");
        assertEquals(1, sampled.status(), "not seen is not never");
        assertTrue(sampled.err().contains("--never esrch-harmful fails: it is not proved"), sampled.err());
    }

    @Test
    void everyPropertyOfTheDiscussionIsAccepted() throws Exception {
        List<String> names = List.of("esrch", "esrch-harmful", "einval", "pte-collision", "mmap-stall", "reaper-blocked",
                "pinned-teardown", "teardown-in-reader", "pointless-kill", "shared-reap", "futex-lost", "frozen-delay",
                "wasted-walk", "memory-held-after-mrelease", "use-after-free", "double-zap", "deadlock");
        List<String> args = new ArrayList<>(List.of("explore", "mm-sharer", "--quick", "--json"));
        names.forEach(name -> args.addAll(List.of("--property", name)));
        JsonNode json = CommandRun.of(args.toArray(String[]::new)).json();
        assertEquals(names.size(), json.get("properties").size());
        json.get("properties").forEach(p -> assertFalse(p.get("verdict").asText().equals("unknown"), p.toString()));
    }

    @Test
    void textFitsAMail_andNamesTheBound() {
        CommandRun run = CommandRun.of("explore", "kill-then-mrelease");
        assertEquals(0, run.status(), run.err());
        run.out().lines().forEach(line -> assertTrue(line.length() <= 100, line));
        assertTrue(run.out().contains("Proved for 2 threads, 2 page tables, no reader"), run.out());
        assertTrue(run.out().contains("esrch-harmful, shortest: "), run.out());
        assertTrue(run.out().contains("decided by step "), run.out());
        CommandRun larger = CommandRun.of("explore", "kill-then-mrelease", "--quick", "--threads", "3", "--tables", "4",
                "--readers", "1", "--property", "esrch");
        assertTrue(larger.out().contains("Proved for 3 threads, 4 page tables, 1 reader"), larger.out());
    }

    @Test
    void fullSearchAndReducedSearchAgree_onAnyNumberOfWorkers() throws Exception {
        JsonNode fast = CommandRun.of("explore", "three-cpu-chart", "--json").json();
        JsonNode one = CommandRun.of("explore", "three-cpu-chart", "--json", "--full", "--workers", "1").json();
        JsonNode two = CommandRun.of("explore", "three-cpu-chart", "--json", "--full", "--workers", "2").json();
        assertEquals("reduced", fast.get("method").asText());
        assertEquals("every-state", one.get("method").asText());
        assertEquals(one.get("properties"), two.get("properties"));
        assertEquals(one.get("properties"), fast.get("properties"));
        assertTrue(one.get("states").asInt() > 2 * fast.get("states").asInt());
    }

    @Test
    void searchesThatProveNothingSaySo() throws Exception {
        JsonNode few = CommandRun.of("explore", "kill-then-mrelease", "--preemptions", "1", "--json").json();
        assertEquals("preemption-bounded", few.get("method").asText());
        assertEquals("complete up to 1 preemption", few.get("why").asText());
        JsonNode random = CommandRun.of("explore", "kill-then-mrelease", "--samples", "100", "--seed", "3", "--json").json();
        assertEquals("sampled", random.get("method").asText());
        JsonNode little = CommandRun.of("explore", "lmkd-under-pressure", "--full", "--memory", "2", "--json",
                "--property", "use-after-free").json();
        assertEquals("partial", little.get("method").asText());
        assertTrue(little.get("why").asText().startsWith("memory ran out"), little.get("why").asText());
        for (JsonNode json : List.of(few, random, little)) {
            assertFalse(json.get("exact").asBoolean());
            json.get("properties").forEach(p ->
                    assertTrue(List.of("possible", "unknown").contains(p.get("verdict").asText()), p.toString()));
        }
        assertTrue(CommandRun.of("explore", "kill-then-mrelease", "--samples", "100").out().contains("sampled, not proved"));
    }

    @Test
    void demandsHoldOrFail_andNumbersAreNumbers() throws Exception {
        CommandRun run = CommandRun.of("explore", "three-cpu-chart", "--property", "always(mm_users <= 2)", "--property",
                "inevitable(reaped)", "--property", "after(V11, mm_users >= 1)", "--property", "never(esrch || einval)",
                "--property", "max(rises(mm_users))");
        List<String> table = run.out().lines().filter(l -> l.startsWith("  ")).map(l -> l.strip().replaceAll(" {2,}", "|")).toList();
        assertTrue(table.contains("always(mm_users <= 2)|holds|0 %"), run.out());
        assertTrue(table.stream().anyMatch(l -> l.startsWith("inevitable(reaped)|fails|")), run.out());
        assertTrue(table.stream().anyMatch(l -> l.startsWith("after(V11, mm_users >= 1)|holds")), run.out());
        assertTrue(table.stream().anyMatch(l -> l.startsWith("never(esrch || einval)|fails|")), run.out());
        assertTrue(table.stream().anyMatch(l -> l.startsWith("max(rises(mm_users))|1")), run.out());
        JsonNode json = CommandRun.of("explore", "three-cpu-chart", "--json", "--property", "always(mm_users <= 2)").json();
        assertTrue(json.get("properties").get(0).get("holds").asBoolean());
        assertEquals("never", json.get("properties").get(0).get("verdict").asText(), "its opposite never happens");
    }

    @Test
    void moreCausesThanAskedFor_areCounted_withTheOptionThatShowsThem() throws Exception {
        String[] two = {"explore", "smaps-reader-pins-mm", "--witnesses", "2", "--property", "pte-collision", "--readers", "2"};
        CommandRun some = CommandRun.of(two);
        Matcher more = Pattern.compile("cause 2 of (\\d+): (?s).*\nand (\\d+) more; --witnesses (\\d+) shows them\n").matcher(some.out());
        assertTrue(more.find(), some.out());
        int all = Integer.parseInt(more.group(1));
        assertEquals(List.of(all - 2, all), List.of(Integer.parseInt(more.group(2)), Integer.parseInt(more.group(3))));
        two[3] = Integer.toString(all);
        CommandRun whole = CommandRun.of(two);
        assertTrue(whole.out().contains("cause " + all + " of " + all + ": ") && !whole.out().contains(" more; "), whole.out());
        assertEquals(2, CommandRun.of("explore", "smaps-reader-pins-mm", "--witnesses", "0").status());
    }

    @Test
    void differentCausesAreShown() {
        CommandRun run = CommandRun.of("explore", "smaps-reader-pins-mm", "--witnesses", "4", "--property", "pinned-teardown");
        assertTrue(run.out().contains("pinned-teardown, cause 1 of 2"), run.out());
        assertTrue(run.out().contains("smaps-reader in m_start (RS1)"), "the reader comes last");
        assertTrue(run.out().contains("victim in exit_mm (V11)"), "or the victim does");
    }

    @Test
    void aScheduleIsMadeSmaller_andSetBesideTheBestAndTheNearestOther() throws Exception {
        CommandRun own = CommandRun.of("explore", "three-cpu-chart", "--samples", "400", "--json", "--property", "esrch-harmful");
        String schedule = own.json().get("properties").get(0).get("shortest").get("schedule").asText();
        CommandRun run = CommandRun.of("explore", "three-cpu-chart", "--property", "esrch-harmful", "--minimise", schedule);
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("yours "), run.out());
        JsonNode json = CommandRun.of("explore", "three-cpu-chart", "--json", "--property", "esrch-harmful", "--minimise", schedule).json();
        assertTrue(json.get("smaller").get("steps").asInt() <= json.get("yours").get("steps").asInt());
        assertTrue(json.get("shortest").get("steps").asInt() <= json.get("smaller").get("steps").asInt());
        assertTrue(json.get("fewestPreemptions").get("preemptions").asInt() <= json.get("smaller").get("preemptions").asInt());
        CommandRun other = CommandRun.of("step", "three-cpu-chart", "--json", "--schedule", json.get("contrast").get("schedule").asText());
        assertFalse(other.json().get("facts").get("esrch-harmful").asBoolean());
        assertEquals(json.get("yours").get("decisive").get("step").asInt(), json.get("contrast").get("decisive").get("step").asInt());
    }

    @Test
    void aScheduleMayStandInAFile_withCommentsAndSeveralLines(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("mine.txt"), "lmkd*11 # looks it up\nvictim*11\nlmkd\n");
        CommandRun run = CommandRun.of("explore", "three-cpu-chart", "--property", "esrch-harmful", "--minimise", "@" + file);
        assertTrue(run.out().contains("yours 23 / 2; made smaller 23 / 2; best 23 / 2"), run.out() + run.err());
        assertEquals(0, CommandRun.of("step", "three-cpu-chart", "--schedule", "@" + file).status());
    }

    @Test
    void wrongInputIsStatus2_andOneLineThatSaysHowToMendIt() {
        complains("did you mean esrch?", "explore", "three-cpu-chart", "--property", "esrhc");
        complains("did you mean esrch?", "explore", "three-cpu-chart", "--never", "esrhc");
        complains("no such file", "explore", "no-such-scenario");
        complains("no patch is called 'q'", "explore", "three-cpu-chart", "--patches", "q");
        complains("contradict each other", "explore", "three-cpu-chart", "--patches", "d,v2");
        complains("choose smaller sizes", "explore", "three-cpu-chart", "--threads", "40");
        complains("expected a whole number, 1 or more", "explore", "three-cpu-chart", "--threads", "-3");
        complains("give one of them", "explore", "three-cpu-chart", "--full", "--samples", "3");
        complains("does not name something that may", "explore", "three-cpu-chart", "--never", "max(mm_users)");
        complains("needs one --property", "explore", "three-cpu-chart", "--minimise", "lmkd");
        complains("no task is called 'nobody'", "explore", "three-cpu-chart", "--property", "esrch", "--minimise", "nobody*3");
        complains("does not lead to esrch", "explore", "three-cpu-chart", "--property", "esrch", "--minimise", "lmkd*2");
    }

    private static void complains(String about, String... args) {
        CommandRun run = CommandRun.of(args);
        assertEquals(2, run.status(), run.out() + run.err());
        assertTrue(run.err().contains(about), run.err());
        assertEquals(1, run.err().strip().lines().count(), run.err());
        assertEquals("", run.out());
    }
}
