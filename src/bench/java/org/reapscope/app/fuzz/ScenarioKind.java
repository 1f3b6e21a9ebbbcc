package org.reapscope.app.fuzz;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.reapscope.explore.base.Budget;
import org.reapscope.explore.Explorer;
import org.reapscope.explore.Request;
import org.reapscope.explore.base.Status;
import org.reapscope.base.job.Cancelled;
import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Machine;
import org.reapscope.lesson.LessonFile;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.run.PolicyText;
import org.reapscope.run.RunJson;
import org.reapscope.run.RunOrigin;
import org.reapscope.run.RunText;
import org.reapscope.run.ScheduleText;
import org.reapscope.run.Stepper;
import org.reapscope.export.RunExhibit;

/** Scenarios, with a kernel or as small programs of their own: built, stepped, told, searched for a while. */
final class ScenarioKind implements Kind {

    private static final int STEPS = 200;
    private static final int MOST_STATES = 100_000;
    private static final long BYTES = 16 << 20;

    private final List<byte[]> seeds;

    ScenarioKind(Path samples) throws IOException {
        seeds = Stream.concat(Seeds.samples(samples.resolve("scenarios"), ".*\\.json").stream(),
                Seeds.samples(samples.resolve("scenarios/litmus"), ".*\\.json").stream()).toList();
    }

    @Override
    public String id() {
        return "scenario";
    }

    @Override
    public String fileName() {
        return "story.json";
    }

    @Override
    public List<byte[]> seeds() {
        return seeds;
    }

    @Override
    public List<String> words() {
        return List.of("null", "true", "false", "[]", "{}", "\"\"", "\"victim\"", "\"lmkd\"", "\"kill-and-reap\"", "\"smaps-reader\"", "\"threads\"",
                "\"vmas\"", "\"sharesMmOf\"", "\"does\"", "\"count\"", "\"patches\"", "\"f\"", "\"none\"", "\"profile\"", "\"6.12\"", "\"processes\"",
                "\"litmus\"", "\"deadlock\"", "\"esrch\"", "\"lock a\"", "\"unlock a\"", "\"wait x == 1\"", "\"goto end if x > 0\"", "\"x = x + 1\"",
                "\"x = 1; goto s1\"", "\"nothing\"", "\"max\"", "\"initial\"", "\"not (x == 1 and y == 1)\"", "\"at(ann, s1)\"", "\"../captures/shared-anon.smaps\"",
                "\"\\u0000\"", "\"\\ud800\"", "\"/\"", "\"a\\nb\"", "\"$schema\"", "1", "[1]", "// x\n");
    }

    @Override
    public List<Mutation> mutations() {
        return Mutation.OF_JSON;
    }

    @Override
    public void open(Path file) throws Exception {
        LessonFile.isLesson(file);
        Scenario scenario = ScenarioFile.read(file);
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        Stepper stepper = new Stepper(machine);
        stepper.run(PolicyText.parse(machine, "random:7", 7), List.of(), STEPS, Progress.NONE);
        told(scenario, machine, stepper.path());
        explored(scenario);
    }

    private static void told(Scenario scenario, Machine machine, int[] path) throws Exception {
        RunText.write(scenario.title(), machine, path, new StringWriter());
        RunJson.write(new RunOrigin(scenario.id(), scenario, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), "", OptionalLong.empty()), machine, path, new StringWriter());
        if (!Arrays.equals(path, ScheduleText.parse(machine, ScheduleText.format(machine, path)))) {
            throw new Broken("the schedule does not read back");
        }
        if (path.length > 0) {
            RunExhibit.of(scenario, machine, path).exhibit();
        }
    }

    private static void explored(Scenario scenario) {
        try {
            Explorer.explore(ScenarioSystem.toExplore(scenario).spec(), scenario.properties(), Request.VERDICTS, new Budget(BYTES, 1),
                    ScenarioKind::enough);
        } catch (Cancelled e) {
            // It is large enough to be wanted no longer.
        }
    }

    private static void enough(Status status) {
        if (status.states() > MOST_STATES) {
            throw new Cancelled();
        }
    }
}
