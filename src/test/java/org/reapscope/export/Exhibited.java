package org.reapscope.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.reapscope.analysis.Analysis;
import org.reapscope.base.job.Progress;
import org.reapscope.export.report.RunHandout;
import org.reapscope.kernel.Machine;
import org.reapscope.run.Policy;
import org.reapscope.run.Stepper;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;

/** Exhibits for tests of exporters. */
public final class Exhibited {

    /** Names that have broken programs before, by the harmless name that each takes the place of. At most 15 bytes, as the kernel has them. */
    public static final Map<String, String> HOSTILE = Map.of(
            "victim", "<script>x()</sc",
            "smaps-reader", "\u202ednib\"'&]]>",
            "lmkd", "=cmd|' /C cal'!");

    private Exhibited() {}

    /** A capture. */
    public static Exhibit of(Path capture) throws IOException {
        return of(Captures.open(capture));
    }

    /** One of each kind: a capture, the run that it was made of, and that run as pages for a class. */
    public static List<Document> documents(Path folder) throws IOException {
        RunExhibit run = run();
        return List.of(new Document.Capture(run(folder, Map.of())), Document.Run.of(run), new Document.Pages(RunHandout.of(run)));
    }

    private static RunExhibit run() throws IOException {
        Scenario scenario = ScenarioFile.read(Path.of("samples/scenarios/smaps-reader-pins-mm.json"));
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        Stepper stepper = new Stepper(machine);
        stepper.run(new Policy.Preempted("reader", 4), List.of(), 1000, Progress.NONE);
        return RunExhibit.of(scenario, machine, stepper.path());
    }

    /** The run in which a reader of smaps holds the last reference, with names replaced in the text of its trace. */
    public static Exhibit run(Path folder, Map<String, String> names) throws IOException {
        StringBuilder text = new StringBuilder();
        run().writeFtrace(text);
        String named = text.toString();
        for (Map.Entry<String, String> name : names.entrySet()) {
            named = named.replace(name.getKey() + "-1", name.getValue() + "-1").replace("comm=" + name.getKey() + " ", "comm=" + name.getValue() + " ");
        }
        Path file = folder.resolve(names.isEmpty() ? "run.txt" : "<u onclick=x>&\"run.txt");
        Files.writeString(file, named);
        return of(Captures.open(file));
    }

    private static Exhibit of(Trace trace) {
        Lanes lanes = Lanes.of(trace, Progress.NONE);
        return Exhibits.of(lanes, Analysis.of(trace, lanes, Progress.NONE), null, Exhibits.Wish.ANY);
    }
}
