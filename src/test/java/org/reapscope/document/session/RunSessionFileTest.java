package org.reapscope.document.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.kernel.Profile;
import org.reapscope.run.BreakCondition;
import org.reapscope.run.SavedRun;

final class RunSessionFileTest {

    @TempDir
    private Path folder;

    private Path scenario = Path.of("");

    @BeforeEach
    void copyScenario() throws IOException {
        scenario = folder.resolve("kill.json");
        Files.copy(Path.of("samples/scenarios/kill-then-mrelease.json"), scenario);
    }

    @Test
    void whatIsSavedComesBack() throws IOException {
        Path file = folder.resolve("kill.reapscope.json");
        RunSession session = session(file);
        RunSessionFile.write(file, session, List.of(scenario));
        assertTrue(RunSessionFile.is(file));
        assertEquals(session, RunSessionFile.read(file));
    }

    @Test
    void theSchemaNamesExactlyTheMembersThatAreWritten() throws IOException {
        Path file = folder.resolve("kill.reapscope.json");
        RunSessionFile.write(file, session(file), List.of());
        JsonNode written = new ObjectMapper().readTree(Files.readString(file));
        JsonNode schema;
        try (InputStream in = RunSessionFileTest.class.getResourceAsStream("/schema/run-session-1.json")) {
            schema = new ObjectMapper().readTree(Objects.requireNonNull(in));
        }
        assertEquals(names(schema.path("properties")), names(written));
        for (String object : List.of("source", "run", "scheduler")) {
            assertEquals(names(schema.path("properties").path(object).path("properties")), names(written.path(object)), object);
        }
    }

    @Test
    void theScenarioIsFoundBesideIt_andItTellsWhetherThatIsStillTheSame() throws IOException {
        Path file = folder.resolve("kill.reapscope.json");
        Session.Source source = RunSessionFile.source(file, scenario);
        assertEquals("kill.json", source.path());
        assertEquals(Optional.of(new RunSessionFile.Found(scenario, true)), find(file, source));
        Files.writeString(scenario, Files.readString(scenario).replace("\"threads\": 2", "\"threads\": 3"));
        assertEquals(Optional.of(new RunSessionFile.Found(scenario, false)), find(file, source));
    }

    @Test
    void whoGetsItByMailHasTheScenarioWithIt() throws IOException {
        String text = Files.readString(scenario);
        Path sent = Files.createDirectory(folder.resolve("sent")).resolve("kill.reapscope.json");
        RunSessionFile.write(sent, session(sent), List.of());
        Files.delete(scenario);
        RunSessionFile.Found found = find(sent, RunSessionFile.read(sent).source()).orElseThrow();
        assertEquals("kill.json", String.valueOf(found.scenario().getFileName()));
        assertEquals(text, Files.readString(found.scenario()));
        assertTrue(found.same());
        assertFalse(Files.exists(sent.resolveSibling("kill.json")), "nothing is written beside what is opened");
    }

    @Test
    void aScenarioElsewhereIsTakenFromThoseThatAreKnown_theSameOneFirst() throws IOException {
        Path sent = Files.createDirectory(folder.resolve("sent")).resolve("kill.reapscope.json");
        Session.Source source = RunSessionFile.source(sent, scenario);
        Path other = Files.createDirectory(folder.resolve("other")).resolve("kill.json");
        Files.writeString(other, "{}");
        ExcerptFolder excerpts = new ExcerptFolder(folder.resolve("config"));
        assertEquals(Optional.of(new RunSessionFile.Found(scenario, true)), RunSessionFile.scenario(sent, source, List.of(other, scenario), excerpts));
        assertEquals(Optional.of(new RunSessionFile.Found(other, false)), RunSessionFile.scenario(sent, source, List.of(other), excerpts));
    }

    @Test
    void theScenarioItselfIsNeverWrittenOver() throws IOException {
        RunSession session = session(scenario);
        assertThrows(FileSystemException.class, () -> RunSessionFile.write(scenario, session, List.of(scenario)));
        assertTrue(Files.readString(scenario).contains("reapscope-scenario-1"));
    }

    @Test
    void whereASessionOfACaptureIsWanted_itSaysThatItIsARun() throws IOException {
        Path file = folder.resolve("kill.reapscope.json");
        RunSessionFile.write(file, session(file), List.of());
        SessionException refused = assertThrows(SessionException.class, () -> SessionFile.read(file));
        assertTrue(String.valueOf(refused.getMessage()).contains("this is a run of a scenario"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"source\":{\"name\":\"x.json\"}",
        "\"source\":{\"name\":\"../x.json\"},\"run\":{}",
        "\"source\":{\"name\":\"x.json\"},\"run\":{\"profile\":\"5.0\"}",
        "\"source\":{\"name\":\"x.json\"},\"run\":{\"branches\":[{\"from\":-1,\"schedule\":\"a\"}]}",
        "\"source\":{\"name\":\"x.json\"},\"run\":{\"branches\":[{\"from\":0}]}",
        "\"source\":{\"name\":\"x.json\"},\"run\":{\"at\":\"end\"}",
        "\"source\":{\"name\":\"x.json\"},\"run\":{},\"scheduler\":{\"breaks\":[{}]}",
    })
    void whatIsWrongIsToldInOneLineWithTheFile(String members) throws IOException {
        Path file = folder.resolve("odd.reapscope.json");
        Files.writeString(file, "{\"format\":\"reapscope-session\",\"version\":1,\"kind\":\"run\"," + members + "}");
        SessionException refused = assertThrows(SessionException.class, () -> RunSessionFile.read(file));
        String complaint = String.valueOf(refused.getMessage());
        assertTrue(complaint.contains("odd.reapscope.json") && !complaint.contains("\n"), complaint);
    }

    private Optional<RunSessionFile.Found> find(Path file, Session.Source source) throws IOException {
        return RunSessionFile.scenario(file, source, List.of(), new ExcerptFolder(folder.resolve("config")));
    }

    private RunSession session(Path file) throws IOException {
        SavedRun run = new SavedRun(Profile.V6_12, List.of("f"), Optional.of(List.of()),
                List.of(new SavedRun.Branch(0, "lmkd*7 victim-1"), new SavedRun.Branch(3, "victim-2*2")), 10, 9, 8, Map.of(4, "the kill", 9, "here"));
        return new RunSession(RunSessionFile.source(file, scenario), run, new RunSession.Scheduler("cfs", 7,
                List.of(new BreakCondition.FactHolds("esrch"), new BreakCondition.LockCollides("mmap_lock"),
                        new BreakCondition.FunctionEntered("exit_mm"), new BreakCondition.ValueChanges("mm_users[victim]")),
                Map.of("weight", Map.of("lmkd", 2048))));
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
