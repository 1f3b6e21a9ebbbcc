package org.reapscope.app.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Every kind of file that the program opens; their order is part of what a seed means. */
final class Kinds {

    private Kinds() {}

    /**
     * Makes them.
     *
     * @param samples the samples that come with the program
     * @param folder where files may lie that are named by others, beside that in which files are opened
     */
    static List<Kind> all(Path samples, Path folder) throws IOException {
        Path captures = Files.createDirectories(folder.resolve("captures"));
        Files.copy(samples.resolve("captures/shared-anon.smaps"), captures.resolve("shared-anon.smaps"));
        Path beside = folder.resolve("beside");
        Kind perf = CaptureKind.perfScript();
        return List.of(CaptureKind.ftrace(samples), CaptureKind.traceCmd(), perf, new GzipKind(perf), new SnapshotKind(samples, beside),
                new ScenarioKind(samples), new LessonKind(samples), new HandInKind(samples), new SessionKind(beside), new SettingsKind(beside),
                TextKind.schedule(samples), TextKind.policy(samples), TextKind.property(samples));
    }
}
