package org.reapscope.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.expr.Expr.SELF;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Progress;
import org.reapscope.kernel.Call;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.SpinLock;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;

final class StepperTest {

    private static final Field COUNTER = Field.upTo("counter", 3);
    private static final Field SEEN = Field.upTo("seen", 3, Dim.TASK);
    private static final SpinLock MUTEX = SpinLock.of("mutex", Dim.GROUP);

    /** a and b both add one to counter, each under the lock. */
    private static Machine increments() {
        Expr only = Expr.of(0);
        Program increment = Program.of("increment", "litmus").add(
                step("L0", "lock").acquires(MUTEX, only),
                step("L1", "load").does(SEEN.at(SELF).set(COUNTER.at())),
                step("L2", "store").does(COUNTER.at().set(SEEN.at(SELF).plus(1))),
                step("L3", "unlock").releases(MUTEX, only)).build();
        MachineSpec.Builder spec = MachineSpec.of(Programs.of(List.of(increment)))
                .task("a", new Call("c", "increment", Map.of())).task("b", new Call("c", "increment", Map.of()))
                .fact("both", COUNTER.at().eq(2)).keepAll(true);
        spec.member(Dim.GROUP, "g");
        return spec.build();
    }

    private final Stepper stepper = new Stepper(increments());

    @Test
    void whoIsBlockedSaysWhoHoldsWhat() {
        stepper.step(0);
        Choice blocked = stepper.choices().get(1);
        assertFalse(blocked.enabled());
        assertEquals("waits for mutex, held by a", blocked.obstacle());
        ScheduleException refused = assertThrows(ScheduleException.class, () -> stepper.step(1));
        assertEquals("step 2: b cannot run: waits for mutex, held by a", refused.getMessage());
    }

    @Test
    void goingBackAndChoosingOtherwiseLosesNothing() {
        stepper.replay(new int[] {0, 0, 0, 0});
        int first = stepper.node();
        stepper.jump(0);
        stepper.step(1);
        int second = stepper.node();
        assertNotEquals(first, second);
        assertEquals(List.of(0, 1), stepper.tree().children(RunTree.ROOT).stream().map(stepper.tree()::task).toList());
        stepper.select(first);
        assertArrayEquals(new int[] {0, 0, 0, 0}, stepper.path());
        assertTrue(stepper.back());
        assertTrue(stepper.forward());
        assertEquals(first, stepper.node());
    }

    @Test
    void everyJumpShowsTheStateThatSteppingShowed() {
        Machine machine = loop();
        Stepper run = new Stepper(machine);
        run.run(new Policy.Random(7), List.of(), 1000, Progress.NONE);
        assertEquals(1000, run.depth());
        long[] state = machine.initial();
        int[] path = run.path();
        for (int depth = 0; depth < path.length; depth++) {
            run.jump(depth);
            assertArrayEquals(state, run.state(), "depth " + depth);
            machine.step(state, 0, path[depth]);
        }
    }

    @Test
    void aRunStopsWhereItsConditionIsMet() {
        assertInstanceOf(BreakCondition.FunctionEntered.class, stepper.run(new Policy.RoundRobin(1),
                List.of(new BreakCondition.FunctionEntered("store")), 100, Progress.NONE));
        assertEquals(3, stepper.depth());
        stepper.jump(0);
        assertInstanceOf(BreakCondition.LockCollides.class, stepper.run(new Policy.Priority(List.of("a")),
                List.of(new BreakCondition.LockCollides("")), 100, Progress.NONE));
        assertEquals(1, stepper.depth());
        stepper.jump(0);
        assertInstanceOf(BreakCondition.ValueChanges.class, stepper.run(new Policy.Priority(List.of("b")),
                List.of(new BreakCondition.ValueChanges("counter")), 100, Progress.NONE));
        assertEquals(3, stepper.depth());
        assertInstanceOf(BreakCondition.FactHolds.class, stepper.run(new Policy.RoundRobin(4),
                List.of(new BreakCondition.FactHolds("both")), 100, Progress.NONE));
        assertEquals(7, stepper.depth());
    }

    @Test
    void aScheduleReplaysFromItsText() {
        stepper.run(new Policy.Random(3), List.of(), 100, Progress.NONE);
        String text = ScheduleText.format(stepper.machine(), stepper.path());
        assertTrue(text.matches("[ab]\\*4 [ab]\\*4"), text);
        assertArrayEquals(stepper.path(), ScheduleText.parse(stepper.machine(), text));
        assertEquals("a b a*2", ScheduleText.format(stepper.machine(),
                ScheduleText.parse(stepper.machine(), "a  b # who\n a*2\n")));
    }

    @Test
    void aWrongScheduleSaysWhere() {
        Machine machine = stepper.machine();
        assertEquals("schedule line 2, column 3: no task is called 'c'; the tasks are a, b",
                assertThrows(ScheduleException.class, () -> ScheduleText.parse(machine, "a*4\nb c")).getMessage());
        assertEquals("schedule line 1, column 1: expected a number of steps after 'a*', found 'x'; write name*12",
                assertThrows(ScheduleException.class, () -> ScheduleText.parse(machine, "a*x")).getMessage());
    }

    @Test
    void aLongScheduleFitsInAMail() {
        int[] tasks = IntStream.range(0, 300).map(i -> i % 2).toArray();
        String text = ScheduleText.format(stepper.machine(), tasks);
        assertTrue(text.lines().allMatch(l -> l.length() <= 72));
        assertArrayEquals(tasks, ScheduleText.parse(stepper.machine(), text));
    }

    @Test
    void policiesAreTrueToTheirNames() {
        Machine machine = loop();
        assertArrayEquals(new int[] {0, 0, 1, 1, 0, 0}, run(machine, new Policy.RoundRobin(2), 6));
        assertArrayEquals(new int[] {1, 1, 1, 1, 1, 1}, run(machine, new Policy.Priority(List.of("b")), 6));
        assertEquals(75, IntStream.of(run(machine, new Policy.Cfs(Map.of("a", 3072)), 100)).filter(t -> t == 0).count());
        assertArrayEquals(new int[] {0, 0, 1, 1, 1, 1}, run(machine, new Policy.Preempted("a", 2), 6));
        assertArrayEquals(run(machine, new Policy.Random(5), 50), run(machine, new Policy.Random(5), 50));
    }

    private static int[] run(Machine machine, Policy policy, int steps) {
        Stepper run = new Stepper(machine);
        run.run(policy, List.of(), steps, Progress.NONE);
        return run.path();
    }

    /** a and b flip a bit of their own for ever. */
    private static Machine loop() {
        Program flip = Program.of("flip", "litmus").add(
                step("F1", "flip").does(SEEN.at(SELF).set(Expr.of(1).minus(SEEN.at(SELF)))).then("F1")).build();
        return MachineSpec.of(Programs.of(List.of(flip)))
                .task("a", new Call("c", "flip", Map.of())).task("b", new Call("c", "flip", Map.of()))
                .keepAll(true).build();
    }
}
