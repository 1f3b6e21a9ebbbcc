package org.reapscope.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reapscope.base.json.JsonFileException;

final class ScenarioFileTest {

    private static final String GOOD = """
            {
              "format": "reapscope-scenario-1",
              "title": "t",
              "processes": [
                {"name": "victim", "threads": 2, "vmas": [{"name": "heap", "tables": 3}, {"kind": "file-clean"}]}
              ],
              "actors": [{"name": "lmkd", "does": ["kill-and-reap"]}],
              "properties": ["esrch"]
            }
            """;

    @Test
    void whatIsNotSaidIsTheOrdinary() throws IOException {
        Scenario scenario = ScenarioFile.parse("x", GOOD);
        assertEquals("6.18", scenario.profile().id());
        assertEquals(2, scenario.cpus());
        assertEquals("victim", scenario.actors().getFirst().target());
        VmaSpec second = scenario.processes().getFirst().vmas().get(1);
        assertEquals(scenario.processes().getFirst().vmas().getFirst().end(), second.start());
        assertEquals(512, second.pages());
    }

    @Test
    void overridesChangeThreadsTablesAndReaders() throws IOException {
        Scenario scenario = new Overrides(4, 8, 2).applied(ScenarioFile.parse("x", GOOD));
        assertEquals(4, scenario.processes().getFirst().threads());
        assertEquals(8, scenario.processes().getFirst().vmas().stream().mapToInt(VmaSpec::tables).sum());
        assertEquals(2, scenario.actors().get(1).count());
        ScenarioSystem.toExplore(scenario).spec().build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "threads": 2  | "threads": 0   | x.json:5: processes[0].threads: expected a whole number from 1 to 16, found 0
            "threads": 2  | "thread": 2    | x.json:5: processes[0].thread: is not a field of this object; the fields are name, threads, does, leaves, vmas, sharesMmOf, vfork, frozen, robustList, oomExempt
            "file-clean"  | "file"         | x.json:5: processes[0].vmas[1].kind: 'file' is not one of anon, mlocked, anon-shared, swapped, file-clean, file-dirty, file-shared, shmem, hugetlb, pfnmap
            "esrch"       | "esrhc"        | x.json:8: properties[0]: 'esrhc' is no property; there are
            -scenario-1   | -scenario-9    | x.json:2: format: expected "reapscope-scenario-1"; this program reads no other version
            "lmkd", "does"| "l m", "does"  | x.json:7: actors[0].name: expected a letter and up to 30 letters, digits, '_', '.', '-'; found 'l m'
            "title": "t", | "title": ,     | x.json:3: is not JSON
            """)
    void aMistakeIsToldByFileLineAndField(String right, String wrong, String message) {
        JsonFileException e = assertThrows(JsonFileException.class, () -> ScenarioFile.parse("x", GOOD.replace(right, wrong)));
        String said = String.valueOf(e.getMessage());
        assertEquals(message, said.substring(0, Math.min(message.length(), said.length())));
    }
}
