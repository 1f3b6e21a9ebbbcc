package org.reapscope.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reapscope.kernel.MicroStep.step;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reapscope.kernel.Call;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Field;

final class PlacementTest {

    private static final Field READY = Field.flag("ready");

    /** a takes two steps and then says ready; b sleeps until then; c takes three steps of its own. */
    private static Machine machine() {
        Call none = new Call("c", "say", Map.of());
        MachineSpec.Builder spec = MachineSpec.of(Programs.of(List.of(
                Program.of("say", "litmus").add(step("S1", "work"), step("S2", "say").does(READY.at().set(1))).build(),
                Program.of("hear", "litmus").add(step("H1", "work"),
                        step("H2", "hear").when(READY.at().eq(1), Wait.INTERRUPTIBLE)).build(),
                Program.of("work", "litmus").add(step("W1", "work"), step("W2", "work"), step("W3", "work")).build())));
        return spec.task("a", none).task("b", new Call("c", "hear", Map.of())).task("c", new Call("c", "work", Map.of()))
                .build();
    }

    @Test
    void whoSleepsLeavesItsCpu_whichIsNoPreemption() {
        Placement placement = Placement.of(machine(), new int[] {1, 0, 0, 1}, 1);
        assertEquals(0, placement.preemptions());
        assertEquals(Wait.INTERRUPTIBLE, placement.switches().get(1).prevWait());
        assertEquals(0, placement.overcommitted());
    }

    @Test
    void twoTasksOnOneCpuPreemptEachOther_onTwoTheyDoNot() {
        int[] path = {2, 0, 2, 0, 2};
        assertEquals(3, Placement.of(machine(), path, 1).preemptions());
        Placement two = Placement.of(machine(), path, 2);
        assertEquals(0, two.preemptions());
        assertEquals(List.of(0, 1, 0, 1, 0), IntStream.range(0, 5).mapToObj(two::cpu).toList());
    }

    @Test
    void theTaskThatStepsAgainLatestLosesItsCpu() {
        Placement placement = Placement.of(machine(), new int[] {2, 0, 1, 2, 2, 0}, 2);
        Placement.Switch preemption = placement.switches().stream().filter(Placement.Switch::preemption).findFirst().orElseThrow();
        assertEquals(0, preemption.prev());
    }
}
