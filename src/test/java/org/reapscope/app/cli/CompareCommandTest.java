package org.reapscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareCommandTest {

    private static List<String> row(JsonNode json, int row) {
        List<String> verdicts = new ArrayList<>();
        json.get("rows").get(row).get("cells").forEach(cell -> verdicts.add(cell.get("verdict").asText()));
        return verdicts;
    }

    @Test
    void theColumnsOfTheDiscussionComeOutAsJson() throws Exception {
        CommandRun run = CommandRun.of("compare", "kill-then-mrelease", "--patches", "none,d,f,g,h", "--property", "esrch",
                "--property", "pte-collision", "--json");
        assertEquals(0, run.status(), run.err());
        JsonNode json = run.json();
        assertEquals("kill-then-mrelease", json.get("scenario").asText());
        assertEquals("[\"none\",\"d\",\"f\",\"g\",\"h\"]", json.get("patchSets").toString());
        assertEquals("esrch", json.get("rows").get(0).get("property").asText());
        assertEquals(List.of("possible", "never", "never", "possible", "never"), row(json, 0));
        assertEquals(List.of("possible", "possible", "possible", "never", "possible"), row(json, 1));
        JsonNode cell = json.get("rows").get(0).get("cells").get(0);
        assertTrue(cell.get("probability").asDouble() > 0 && cell.get("steps").asInt() > 10);
        assertEquals(0, CommandRun.of("step", "kill-then-mrelease", "--schedule", cell.get("schedule").asText()).status());
    }

    @Test
    void aSharedMmIsTreatedAsEachProposalSays() throws Exception {
        JsonNode json = CommandRun.of("compare", "mm-sharer", "--patches", "none,c,d,v3,h,f,g,k", "--property", "einval",
                "--property", "esrch", "--property", "reaped", "--property", "shared-reap", "--property", "sharers-killed",
                "--quick", "--json").json();
        assertEquals(List.of("possible", "always", "always", "never", "never", "always", "possible", "possible"), row(json, 0));
        assertEquals(List.of("possible", "never", "never", "never", "never", "never", "possible", "possible"), row(json, 1));
        assertEquals(List.of("never", "never", "never", "always", "always", "never", "never", "never"), row(json, 2));
        assertEquals(List.of("never", "never", "never", "never", "always", "never", "never", "never"), row(json, 3));
        assertEquals(List.of("never", "never", "never", "always", "never", "never", "never", "never"), row(json, 4));
    }

    @Test
    void aGateFailsIfAnyColumnDoes() {
        CommandRun both = CommandRun.of("compare", "three-cpu-chart", "--patches", "none,f", "--never", "esrch", "--quick");
        assertEquals(1, both.status());
        assertTrue(both.err().contains("--never esrch fails with 6.18 none: it is possible"), both.err());
        assertEquals(0, CommandRun.of("compare", "three-cpu-chart", "--patches", "f", "--never", "esrch", "--quick").status());
    }

    @Test
    void aProgramWithoutAKernelHasNoPatchesAndNoThreadsToMultiply() {
        for (List<String> wrong : List.of(List.of("compare", "litmus/abba"), List.of("explore", "litmus/abba", "--threads", "3"),
                List.of("step", "litmus/abba", "--patches", "f"))) {
            CommandRun run = CommandRun.of(wrong.toArray(String[]::new));
            assertEquals(2, run.status(), run.out());
            assertTrue(run.err().contains("abba is a small program without a kernel"), run.err());
        }
    }

    @Test
    void aCommaSeparatesSets_aPlusJoinsPatches_andWhatIsRefusedSaysWhy() throws Exception {
        JsonNode json = CommandRun.of("compare", "clean-page-cache", "--patches", "none,l,b+l,d+v2", "--quick", "--json").json();
        assertEquals("[\"none\",\"l\",\"b+l\",\"d+v2\"]", json.get("patchSets").toString());
        assertEquals(List.of("always", "possible", "never", "unknown"), row(json, 2));
        assertTrue(json.get("columns").get(3).get("refused").asText().contains("contradict each other"));
        assertTrue(json.get("columns").get(0).get("refused").isNull());
    }

    @Test
    void withoutPatchSetsEveryPatchThatAppliesIsTried_andTheTableFitsAMail() {
        CommandRun run = CommandRun.of("compare", "three-cpu-chart", "--quick");
        assertEquals(0, run.status(), run.err());
        run.out().lines().forEach(line -> assertTrue(line.length() <= 100, line));
        assertTrue(run.out().contains("Proved for 1 thread, 1 page table, 1 reader"), run.out());
        assertTrue(run.out().contains("c-described") && run.out().contains("v3"), run.out());
    }

    @Test
    void kernelsAreColumnsToo() throws Exception {
        CommandRun run = CommandRun.of("compare", "frozen-victim-oom", "--profiles", "6.12,6.18", "--patches", "none",
                "--property", "frozen-delay", "--json");
        assertEquals(List.of("possible", "never"), row(run.json(), 0));
        assertEquals("6.12", run.json().get("columns").get(0).get("profile").asText());
    }

    @Test
    void theScheduleOfTheFirstKernelIsTriedOnTheOthers_untilAStepDiffers() {
        CommandRun run = CommandRun.of("compare", "three-cpu-chart", "--patches", "none,f,d+v2", "--property", "esrch-harmful",
                "--transplant");
        assertEquals(0, run.status(), run.err());
        assertTrue(run.out().contains("esrch-harmful on 6.18 none: 23 steps, 2 preemptions"), run.out());
        assertTrue(run.out().contains("6.18 f: the same for "), run.out());
        assertTrue(run.out().contains("  on 6.18 f: exit_mm ("), run.out());
        run.out().lines().forEach(line -> assertTrue(line.length() <= 100, line));
        assertEquals(2, CommandRun.of("compare", "three-cpu-chart", "--transplant", "--quick").status());
    }

    @Test
    void wrongInputIsStatus2() {
        for (String[] args : new String[][] {{"--patches", "none,q"}, {"--profiles", "5.4"}, {"--property", "esrhc"},
            {"--patches", ","}}) {
            CommandRun run = CommandRun.of("compare", "three-cpu-chart", args[0], args[1]);
            assertEquals(2, run.status(), run.out());
            assertEquals(1, run.err().strip().lines().count(), run.err());
        }
    }

    @Test
    void promelaWritesTheModel_andSaysHowToRunIt(@TempDir Path folder) throws Exception {
        Path model = folder.resolve("model.pml");
        CommandRun run = CommandRun.of("promela", "three-cpu-chart", "-o", model.toString(), "--patches", "f", "--threads", "2");
        assertEquals(0, run.status(), run.err());
        String text = Files.readString(model);
        assertTrue(text.contains("active proctype") && text.contains("PROPERTY_esrch_harmful"), text.substring(0, 200));
        assertTrue(run.out().contains("spin -a ") && run.out().contains(model + " && gcc"), run.out());
        assertEquals(text, CommandRun.of("promela", "three-cpu-chart", "-o", "-", "--patches", "f", "--threads", "2").out());
        assertEquals(2, CommandRun.of("promela", "three-cpu-chart").status());
        assertEquals(2, CommandRun.of("promela", "three-cpu-chart", "-o", folder.resolve("no/such.pml").toString()).status());
    }
}
