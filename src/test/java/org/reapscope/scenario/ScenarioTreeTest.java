package org.reapscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** A form changes what it is told to change, and nothing else of a scenario's text. */
final class ScenarioTreeTest {

    @Test
    void everySampleComesOutAsItWentIn() throws IOException {
        try (Stream<Path> samples = Files.walk(Path.of("samples/scenarios"))) {
            for (Path sample : samples.filter(f -> f.toString().endsWith(".json")).toList()) {
                String text = Files.readString(sample);
                String again = ScenarioTree.of(text).text();
                assertEquals(ScenarioTree.of(text).text(), ScenarioTree.of(again).text());
                assertEquals(ScenarioFile.parse("x", text, sample.getParent()), ScenarioFile.parse("x", again, sample.getParent()), sample.toString());
            }
        }
    }

    @Test
    void aThirdThreadAndAReaderOfSmaps() throws IOException {
        ScenarioTree tree = ScenarioTree.of(Files.readString(Path.of("samples/scenarios/kill-then-mrelease.json")));
        Scenario changed = ScenarioFile.parse("x", tree.withNumber("processes[0].threads", "3")
                .withItem("actors", "{\"name\": \"reader\", \"does\": [\"read-smaps\"]}").with("patches", List.of("f"))
                .withNumber("memory.demand", "100").text());
        assertEquals(3, changed.processes().getFirst().threads());
        assertEquals("reader", changed.actors().getLast().name());
        assertEquals(List.of("f"), changed.patches());
        assertEquals(100, changed.memory().demand());
    }

    @Test
    void whatIsEmptiedIsNotThere_andWhatIsNoNumberIsComplainedOfByTheReader() throws IOException {
        ScenarioTree tree = ScenarioTree.of("{\"processes\": [{\"name\": \"a\", \"threads\": 2}, {\"name\": \"b\"}], \"unknown\": 1}");
        assertEquals("{\"processes\":[{\"name\":\"a\"},{\"name\":\"b\"}],\"unknown\":1}", packed(tree.withNumber("processes[0].threads", "")));
        assertEquals("{\"processes\":[{\"name\":\"b\"},{\"name\":\"a\",\"threads\":2}],\"unknown\":1}", packed(tree.moved("processes", 1, -1)));
        assertEquals("{\"unknown\":1}", packed(tree.withoutItem("processes", 0).withoutItem("processes", 0)));
        assertEquals("two", tree.withNumber("processes[0].threads", "two").at("processes[0].threads"));
    }

    @Test
    void commentsAreNotLostSilently() {
        assertThrows(IOException.class, () -> ScenarioTree.of("{ // a comment\n \"title\": \"x\"}"));
        assertThrows(IOException.class, () -> ScenarioTree.of("[1]"));
    }

    private static String packed(ScenarioTree tree) {
        return tree.text().replaceAll("\\s", "");
    }
}
