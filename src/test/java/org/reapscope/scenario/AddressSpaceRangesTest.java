package org.reapscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reapscope.base.json.JsonFileException;
import org.reapscope.kernel.object.VmaKind;

final class AddressSpaceRangesTest {

    private static final String SMAPS = """
            00400000-00401000 r-xp 00000000 fe:00 1 /bin/app
            Rss: 4 kB
            Shared_Clean: 4 kB
            00401000-00402000 rw-p 00001000 fe:00 1 /bin/app
            Rss: 4 kB
            Anonymous: 4 kB
            10000000-10600000 rw-p 00000000 00:00 0 [heap]
            Rss: 3072 kB
            Anonymous: 3072 kB
            20000000-20200000 rw-s 00000000 00:01 7 /dev/shm/x
            Rss: 2048 kB
            30000000-30200000 rw-p 00000000 00:00 0
            Rss: 0 kB
            40000000-40200000 rw-p 00000000 00:00 0
            Rss: 0 kB
            Swap: 400 kB
            """;

    @TempDir
    private Path folder;

    @Test
    void mappingsBecomeRangesOfWholePageTables_thoseThatShareOneBecomeOne() throws IOException {
        List<VmaSpec> vmas = vmas(SMAPS, "");
        assertEquals(List.of("app", "heap", "x", "anon"), vmas.stream().map(VmaSpec::name).toList());
        assertEquals(List.of(VmaKind.FILE_SHARED, VmaKind.ANON, VmaKind.SHMEM, VmaKind.SWAPPED), vmas.stream().map(VmaSpec::kind).toList());
        assertEquals(List.of(1, 3, 1, 1), vmas.stream().map(VmaSpec::tables).toList());
        assertEquals(List.of(2, 256, 512, 100), vmas.stream().map(VmaSpec::pages).toList());
        assertEquals(0x10000000L, vmas.get(1).start());
    }

    @Test
    void fewerTables_keepTheRangesWithMostPages() throws IOException {
        List<VmaSpec> vmas = vmas(SMAPS, ", \"tables\": 3");
        assertEquals(List.of("heap", "x", "anon"), vmas.stream().map(VmaSpec::name).toList());
        assertEquals(3, vmas.stream().mapToInt(VmaSpec::tables).sum());
        ScenarioSystem.toStep(ScenarioFile.read(folder.resolve("s.json"))).spec().build();
    }

    @Test
    void aMapsFileCountsEveryPage() throws IOException {
        List<VmaSpec> vmas = vmas("00400000-00600000 r--p 00000000 fe:00 1 /bin/app\n00800000-00801000 ---p 00000000 00:00 0\n", "");
        assertEquals(1, vmas.size());
        assertEquals(512, vmas.getFirst().pages());
        assertEquals(VmaKind.FILE_CLEAN, vmas.getFirst().kind());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            real.smaps | other.smaps                         | s.json:4: processes[0].addressSpace.smaps: there is no file other.smaps beside the scenario
            real.smaps | s.json                              | s.json:4: processes[0].addressSpace.smaps: cannot be read as /proc/PID/maps or smaps
            "smaps"    | "smap"                              | s.json:4: processes[0].addressSpace.smap: is not a field of this object; the fields are smaps, tables
            "addressS  | "vmas": [{"tables": 1}], "addressS  | s.json:4: processes[0]: needs one of "vmas"
            """)
    void aMistakeIsToldByFileLineAndField(String right, String wrong, String message) throws IOException {
        write(SMAPS, "");
        String text = Files.readString(folder.resolve("s.json")).replace(right, wrong);
        Files.writeString(folder.resolve("s.json"), text);
        String said = String.valueOf(assertThrows(JsonFileException.class, () -> ScenarioFile.read(folder.resolve("s.json"))).getMessage());
        assertTrue(said.startsWith(message), said);
    }

    @Test
    void moreTablesThanFit_areRefusedUnlessTheFileSaysHowMany() throws IOException {
        String large = "10000000-20000000 rw-p 00000000 00:00 0 [heap]\nRss: 262144 kB\nAnonymous: 262144 kB\n";
        String said = String.valueOf(assertThrows(JsonFileException.class, () -> vmas(large, "")).getMessage());
        assertTrue(said.contains("spans 128 page tables, at most 64") && said.contains("\"tables\": 64"), said);
        assertEquals(64, vmas(large, ", \"tables\": 64").getFirst().tables());
    }

    @Test
    void aSampleHasTheAddressSpaceOfARealProcess() throws IOException {
        Scenario scenario = ScenarioFile.read(Path.of("samples/scenarios/real-address-space.json"));
        List<VmaSpec> vmas = scenario.processes().getFirst().vmas();
        assertEquals(4, vmas.stream().mapToInt(VmaSpec::tables).sum());
        assertTrue(vmas.stream().anyMatch(v -> v.kind() == VmaKind.ANON_SHARED || v.kind() == VmaKind.FILE_SHARED), vmas::toString);
    }

    private List<VmaSpec> vmas(String smaps, String more) throws IOException {
        write(smaps, more);
        return ScenarioFile.read(folder.resolve("s.json")).processes().getFirst().vmas();
    }

    private void write(String smaps, String more) throws IOException {
        Files.writeString(folder.resolve("real.smaps"), smaps);
        Files.writeString(folder.resolve("s.json"), """
                {
                  "format": "reapscope-scenario-1",
                  "title": "t",
                  "processes": [{"name": "victim", "addressSpace": {"smaps": "real.smaps"%s}}]
                }
                """.formatted(more));
    }
}
