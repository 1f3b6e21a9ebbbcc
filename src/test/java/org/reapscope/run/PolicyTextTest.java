package org.reapscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reapscope.kernel.MicroStep.step;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Call;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Programs;

final class PolicyTextTest {

    /** Three tasks with twelve steps of their own each. */
    private final Machine machine = machine();

    private static Machine machine() {
        MicroStep.Builder[] steps = IntStream.range(0, 12).mapToObj(i -> step("W" + i, "work")).toArray(MicroStep.Builder[]::new);
        Call work = new Call("c", "work", Map.of());
        return MachineSpec.of(Programs.of(List.of(Program.of("work", "litmus").add(steps).build())))
                .task("reader", work).task("killer", work).task("victim", work).build();
    }

    @Test
    void priority_theFirstNamedRunsToItsEnd() {
        assertEquals("victim*12 reader*12 killer*12", run("priority:victim,reader", 36));
    }

    @Test
    void cfs_whoWeighsFourTimesAsMuchTakesFourTimesAsManySteps() {
        int[] taken = steps("cfs:killer=4096, reader=1024,victim=1024", 12);
        assertEquals(8, taken[1]);
        assertEquals(2, taken[0]);
        assertEquals(2, taken[2]);
    }

    @Test
    void cpuset_aTaskAloneInItsSetIsTwiceAsFastAsTwoThatShareOne() {
        int[] taken = steps("cpuset:killer=1", 16);
        assertEquals(8, taken[1]);
        assertEquals(4, taken[0]);
        assertEquals(4, taken[2]);
    }

    @Test
    void roundRobin_takesTheStepsThatAreNamed() {
        assertTrue(run("round-robin:2", 12).startsWith("reader*2 killer*2 victim*2 reader*2"));
    }

    @Test
    void random_aSeedInTheTextGoesBeforeTheOther() {
        assertEquals(new Policy.Random(7), PolicyText.parse(machine, "random:7", 42));
        assertEquals(new Policy.Random(42), PolicyText.parse(machine, "random", 42));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "fair                  | no policy is called 'fair'",
        "cfs:reader            | expected TASK=NUMBER, found 'reader'",
        "cfs:reader=0          | expected a number from 1",
        "cpuset:readre=1       | no task is called 'readre'; the tasks are reader, killer, victim",
        "priority              | expected the tasks in their order",
        "random:x              | expected a whole number as seed",
        "round-robin:99999999  | expected a number from 1"})
    void whatCannotBeReadIsRefusedWithTheReason(String text, String reason) {
        String message = String.valueOf(assertThrows(ScheduleException.class, () -> PolicyText.parse(machine, text.strip(), 1)).getMessage());
        assertTrue(message.contains(reason.strip()), message);
    }

    private String run(String policy, int steps) {
        Stepper stepper = new Stepper(machine);
        stepper.run(PolicyText.parse(machine, policy, 1), List.of(), steps, Progress.NONE);
        return ScheduleText.format(machine, stepper.path()).replace('\n', ' ');
    }

    private int[] steps(String policy, int steps) {
        Stepper stepper = new Stepper(machine);
        stepper.run(PolicyText.parse(machine, policy, 1), List.of(), steps, Progress.NONE);
        int[] taken = new int[3];
        Arrays.stream(stepper.path()).forEach(task -> taken[task]++);
        return taken;
    }
}
