package org.reapscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Machine;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioFile;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.format.Captures;

/** A run is one trace, whether it is recorded or printed as ftrace and read again. */
final class RecorderTest {

    private static final int STEPS = 400;

    @TempDir
    private Path folder;

    static List<Path> scenarios() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("samples/scenarios"))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whatIsRecorded_isWhatFtraceWouldHavePrinted(Path file) throws IOException {
        Scenario scenario = ScenarioFile.read(file);
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        for (String policy : List.of("round-robin", "random")) {
            int[] path = path(machine, policy);
            Path text = folder.resolve(policy + ".txt");
            try (var out = Files.newBufferedWriter(text)) {
                FtraceWriter.write(machine, path, scenario.cpus(), out);
            }
            assertEquals(told(Captures.open(text)), told(Recorder.record(machine, path, scenario.cpus(), "run")), policy);
        }
    }

    @Test
    void stepByStepOrAtOnce_theTraceIsTheSame_andWhatWasToldStays() throws IOException {
        Scenario scenario = ScenarioFile.read(Path.of("samples/scenarios/kill-then-mrelease.json"));
        Machine machine = ScenarioSystem.toStep(scenario).spec().build();
        int[] path = path(machine, "random");
        Recorder growing = new Recorder(machine, 2);
        List<String> before = List.of();
        for (int length = 0; length <= path.length; length++) {
            int[] part = Arrays.copyOf(path, length);
            assertTrue(growing.leadsTo(part));
            growing.extend(part);
            List<String> now = told(growing.trace("run"));
            assertEquals(before, now.subList(0, before.size()));
            before = now.subList(0, now.size() - tables(growing.trace("run")));
        }
        assertEquals(told(Recorder.record(machine, path, 2, "run")), told(growing.trace("run")));
    }

    private static int[] path(Machine machine, String policy) {
        Stepper stepper = new Stepper(machine);
        stepper.run(PolicyText.parse(machine, policy, 7), List.of(), STEPS, Progress.NONE);
        return stepper.path();
    }

    private static int tables(Trace trace) {
        return trace.tasks().size() + trace.mms().size() + 2;
    }

    /** Everything that a trace says, a line each. */
    private static List<String> told(Trace trace) throws IOException {
        List<String> result = new ArrayList<>();
        for (int row = 0; row < trace.size(); row++) {
            boolean call = trace.tracepoint(row) == Tracepoint.SYS_ENTER || trace.tracepoint(row) == Tracepoint.SYS_EXIT;
            String line = trace.line(row);
            result.add(trace.tsNs(row) + " " + trace.cpu(row) + " " + trace.task(row) + " " + trace.eventName(row) + " "
                    + (call ? trace.syscall(row) : "" + trace.object(row)) + " " + trace.argument(row) + " " + trace.stack(row) + " " + line);
        }
        trace.tasks().forEach(task -> result.add(task.toString()));
        trace.mms().forEach(mm -> result.add(mm.toString()));
        result.add("locks " + trace.locks());
        result.add(trace.cpus() + " CPUs, " + IntStream.range(0, trace.size()).filter(trace::afterLoss).count() + " lost");
        return result;
    }
}
