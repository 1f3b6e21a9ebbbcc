package org.reapscope.app.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.trace.format.AddressSpaceSnapshot;

/** Copies of /proc/PID/maps and smaps, beside a capture and as the address space of a scenario. */
final class SnapshotKind implements Kind {

    private static final String SCENARIO = """
            {"format": "reapscope-scenario-1", "title": "t",
             "processes": [{"name": "victim", "addressSpace": {"smaps": "../trial/victim.smaps", "tables": 4}}],
             "actors": [{"name": "lmkd", "does": ["kill-and-reap"]}], "properties": ["esrch"]}
            """;

    private final List<byte[]> seeds;
    private final Path scenario;

    /** @param folder beside the folder in which files are opened */
    SnapshotKind(Path samples, Path folder) throws IOException {
        seeds = Seeds.samples(samples.resolve("captures"), ".*\\.s?maps");
        scenario = Files.writeString(Files.createDirectories(folder).resolve("snapshot.json"), SCENARIO);
    }

    @Override
    public String id() {
        return "smaps";
    }

    @Override
    public String fileName() {
        return "victim.smaps";
    }

    @Override
    public List<byte[]> seeds() {
        return seeds;
    }

    @Override
    public List<String> words() {
        return List.of("ffffffffffffffff-ffffffffffffffff", "0-0", "7fffffffffff-0", "rwxp", "---s", "[stack]", "[heap]", "[vvar]", "Size:", "Rss:",
                "Pss:", "kB", "99999999999999999 kB", "VmFlags:", "VmFlags: rd wr mr mw me ac sd ht", "AnonHugePages:", "Locked:", "00:00", "(deleted)");
    }

    @Override
    public void open(Path file) throws Exception {
        AddressSpaceSnapshot snapshot = AddressSpaceSnapshot.read(file);
        snapshot.bytes("Rss");
        Scenario read = ScenarioFile.read(scenario);
        ScenarioSystem.toStep(read).spec().build();
    }
}
