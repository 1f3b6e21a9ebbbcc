package org.reapscope.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two reports of an analysis, and the figures and commands in them. */
final class ReportsTest {

    private static final long MM = 0xee147c73L;

    @TempDir
    private Path folder;

    private final Story story = new Story().process(50, "lmkd").process(100, "victim").thread(101, 100, "worker").on(100, 1)
            .rss(100, MM, 64 * Story.MIB);

    @Test
    void jsonHasTheDocumentedShape_withUnknownAsNull() throws IOException {
        story.kill(50, 100).exit(101, false).read(101, MM).exit(100, true).read(100, MM).enter(50).leave(50, -3).enter(50);
        JsonNode root = json();
        assertEquals("[source, kills, notKilled, unattributedReaps, locks, findings]", root.properties().stream().map(java.util.Map.Entry::getKey).toList().toString());
        assertEquals("{\"victim\":100,\"comm\":\"victim\",\"by\":50,\"byComm\":\"lmkd\",\"effect\":\"fatal\",\"signal\":\"SIGKILL\",\"oom\":false,"
                + "\"killedAtNs\":1000001000,\"threads\":[100,101],\"threadsKnown\":true,\"mm\":\"00000000ee147c73\",\"mmNullAtNs\":1000009000,"
                + "\"emptiedAtNs\":null,\"emptiedBy\":null,\"tornDownAtNs\":null,\"tornDownBy\":null,\"windowNs\":null,\"reaps\":["
                + "{\"caller\":50,\"pidfd\":100,\"victimBy\":\"pidfd\",\"victimCertainty\":\"certain\",\"enterNs\":1000010000,"
                + "\"exitNs\":1000011000,\"ret\":-3,\"errno\":\"ESRCH\",\"outcome\":\"esrch-harmful\"},"
                + "{\"caller\":50,\"pidfd\":100,\"victimBy\":\"pidfd\",\"victimCertainty\":\"certain\",\"enterNs\":1000012000,"
                + "\"exitNs\":null,\"ret\":null,\"errno\":null,\"outcome\":null}],\"holders\":[]}",
                root.path("kills").path(0).toString());
        assertEquals("{\"contentions\":null,\"pteCollisions\":null,\"pteCollisionsBy\":{}}", root.path("locks").toString());
        assertEquals("[kind, severity, startNs, endNs, tasks, certainty, text, commands]",
                root.path("findings").path(0).properties().stream().map(java.util.Map.Entry::getKey).toList().toString());
        assertEquals("{\"file\":\"story\",\"format\":\"model\",\"events\":15,\"tasks\":3,\"cpus\":2,\"firstNs\":1000000000,"
                + "\"lastNs\":1000012000,\"clock\":\"nanoseconds\",\"lost\":0,\"remarks\":[],\"rejected\":[]}", root.path("source").toString());
    }

    @Test
    void jsonNamesWhoToreTheMmDown() throws IOException {
        story.kill(50, 100).exit(101, false).read(101, MM).exit(100, true).read(100, MM).tearDown(100, MM).enter(50).leave(50, -3);
        JsonNode kill = json().path("kills").path(0);
        assertEquals("{\"tid\":100,\"comm\":\"victim\"}", kill.path("tornDownBy").toString());
        assertEquals("esrch-benign", kill.path("reaps").path(0).path("outcome").asText());
    }

    @Test
    void textTellsTheKillsFirst_andWrapsItsLines() throws IOException {
        story.kill(50, 100).exit(101, false).read(101, MM).exit(100, true).read(100, MM).tearDown(100, MM).enter(50).leave(50, -3);
        StringBuilder out = new StringBuilder();
        AnalysisText.write(story.analysis(), out);
        String text = out.toString();
        assertTrue(text.contains("victim-100 (2 threads) by lmkd-50: mm gone after 8 µs, torn down after"), text);
        assertTrue(text.contains("process_mrelease(pidfd 100) by lmkd-50: -ESRCH (esrch-benign) after 1 µs"), text);
        assertTrue(text.lines().filter(line -> !line.contains("/sys/kernel/tracing")).allMatch(line -> line.length() <= 118), text);
    }

    @Test
    void whatIsToBeSaidOfTheReadingIsSaid_inTextAndJson() throws IOException {
        Analysis analysis = story.remark("Events were sorted by time.").kill(50, 100).analysis();
        StringBuilder text = new StringBuilder();
        AnalysisText.write(analysis, text);
        assertTrue(text.toString().contains("note: Events were sorted by time.\n"), text.toString());
        StringWriter json = new StringWriter();
        AnalysisJson.write(analysis, json);
        assertEquals("[\"Events were sorted by time.\"]",
                new ObjectMapper().readTree(json.toString()).path("source").path("remarks").toString());
    }

    @Test
    void figuresAreInTheUnitsThatPeopleRead() {
        assertEquals("56 µs", Figures.time(56_000));
        assertEquals("1.50 µs", Figures.time(1_500));
        assertEquals("0.69 ms", Figures.time(692_000));
        assertEquals("5.84 ms", Figures.time(5_839_000));
        assertEquals("2.02 s", Figures.time(2_020_368_000));
        assertEquals("64 MiB", Figures.bytes(67_235_840));
        assertEquals("37.8 MiB", Figures.bytes(9678L * 4096));
        assertEquals("12 KiB", Figures.bytes(12_288));
        assertEquals("346.439803", Figures.clock(346_439_803_000L));
    }

    @Test
    void theRecordScriptRecordsWhatDetectorsRead() {
        String script = RecordScript.script(false);
        assertTrue(script.contains("mmap_lock/mmap_lock_released"), script);
        assertTrue(script.contains("syscalls/sys_exit_process_mrelease"), script);
        assertTrue(script.contains("rss_filter='!(size & 0xfffff)'"), script);
        assertTrue(script.contains("'stacktrace if flags == 1' events/lock/contention_begin/trigger"), script);
        assertTrue(RecordScript.script(true).contains("rss_filter=''"));
        assertEquals(-1, script.indexOf('@' + "E"), "every placeholder is filled");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a script for Linux, and Windows has no sh to read it with")
    void aShellReadsTheRecordScript(boolean everyRssStat) throws IOException, InterruptedException {
        assertEquals("", said(everyRssStat, "sh", "-n"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shellcheckFindsNothingInTheRecordScript(boolean everyRssStat) throws IOException, InterruptedException {
        assumeTrue(installed("shellcheck"), "shellcheck is a tool that not every machine has: a shell reads the script all the same");
        assertEquals("", said(everyRssStat, "shellcheck"));
    }

    /** What a checker says of the script; nothing if it finds nothing. */
    private String said(boolean everyRssStat, String... checker) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("record.sh"), RecordScript.script(everyRssStat));
        List<String> command = new ArrayList<>(List.of(checker));
        command.add(script.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private static boolean installed(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private JsonNode json() throws IOException {
        StringWriter out = new StringWriter();
        AnalysisJson.write(story.analysis(), out);
        return new ObjectMapper().readTree(out.toString());
    }
}
