package org.reapscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.reapscope.kernel.MicroStep.step;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reapscope.kernel.Call;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.MicroStep;
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
    void theTaskWhoseLastStepIsLongestAgoLosesItsCpu() {
        Placement placement = Placement.of(machine(), new int[] {2, 0, 1, 2, 2, 0}, 2);
        Placement.Switch preemption = placement.switches().stream().filter(Placement.Switch::preemption).findFirst().orElseThrow();
        assertEquals(2, preemption.prev());
    }

    @Test
    void whatIsPlacedStays_whateverIsChosenNext() {
        Machine machine = machine(3);
        int[] common = {0, 1, 2, 0};
        for (int next = 0; next < 3; next++) {
            int[] path = {0, 1, 2, 0, next, 1};
            Placement placement = Placement.of(machine, path, 2);
            Placement before = Placement.of(machine, common, 2);
            assertEquals(before.switches(), placement.switches().stream().filter(s -> s.step() < common.length).toList());
        }
    }

    @Test
    void stepByStepOrAtOnce_thePlacesAreTheSame_backAndElsewhereToo() {
        Random random = new Random(5);
        Machine machine = machine();
        List<int[]> runs = IntStream.range(0, 40).mapToObj(i -> run(machine, random)).toList();
        Placement growing = Placement.on(machine, 2);
        for (int[] run : runs) {
            for (int length = random.nextInt(run.length + 1); length <= run.length; length++) {
                int[] path = Arrays.copyOf(run, length);
                long[][] states = states(machine, path);
                growing.follow(path, step -> states[step]);
                Placement whole = Placement.of(machine, path, 2);
                assertEquals(whole.switches(), growing.switches());
                assertEquals(whole.preemptions(), growing.preemptions());
                for (int step = 0; step < length; step++) {
                    assertEquals(whole.cpu(step), growing.cpu(step));
                    assertEquals(whole.cpu(step), growing.cpu(path[step], step));
                }
            }
        }
    }

    /** The three tasks again and again. */
    private static Machine machine(int rounds) {
        Call none = new Call("c", "say", Map.of());
        MicroStep.Builder[] steps = IntStream.range(0, rounds).mapToObj(i -> step("S" + i, "work")).toArray(MicroStep.Builder[]::new);
        return MachineSpec.of(Programs.of(List.of(Program.of("say", "litmus").add(steps).build())))
                .task("a", none).task("b", none).task("c", none).build();
    }

    @Test
    void aLongRun_goesBackToASnapshotOnly_andIsPlacedAsAtOnce() {
        Machine machine = machine(400);
        Random random = new Random(9);
        int[] run = IntStream.range(0, 900).map(i -> random.nextInt(3)).toArray();
        long[][] states = states(machine, run);
        Placement growing = Placement.on(machine, 2);
        for (int length = 100; length <= run.length; length += 37) {
            growing.follow(Arrays.copyOf(run, length), step -> states[step]);
        }
        growing.follow(run, step -> states[step]);
        assertEquals(Placement.of(machine, run, 2).switches(), growing.switches());
    }

    private static int[] run(Machine machine, Random random) {
        long[] state = machine.initial();
        return IntStream.generate(() -> {
            int[] can = IntStream.range(0, machine.tasks()).filter(t -> machine.enabled(state, 0, t)).toArray();
            int task = can.length == 0 ? -1 : can[random.nextInt(can.length)];
            if (task >= 0) {
                machine.step(state, 0, task);
            }
            return task;
        }).takeWhile(t -> t >= 0).toArray();
    }

    private static long[][] states(Machine machine, int[] path) {
        long[][] states = new long[path.length + 1][];
        states[0] = machine.initial();
        for (int i = 0; i < path.length; i++) {
            states[i + 1] = states[i].clone();
            machine.step(states[i + 1], 0, path[i]);
        }
        return states;
    }
}
