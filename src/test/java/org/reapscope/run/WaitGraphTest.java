package org.reapscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reapscope.kernel.MicroStep.step;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.reapscope.kernel.Call;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.SpinLock;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;

final class WaitGraphTest {

    private static final SpinLock A = SpinLock.of("a_lock", Dim.GROUP);
    private static final SpinLock B = SpinLock.of("b_lock", Dim.GROUP);

    private final Stepper stepper = new Stepper(machine());

    /** ab takes a, then b; ba takes b, then a; late wants a. */
    private static Machine machine() {
        Expr g = Expr.of(0);
        MachineSpec.Builder spec = MachineSpec.of(Programs.of(List.of(
                Program.of("ab", "litmus").add(step("1", "f").acquires(A, g), step("2", "f").acquires(B, g)).build(),
                Program.of("ba", "litmus").add(step("1", "f").acquires(B, g), step("2", "f").acquires(A, g)).build(),
                Program.of("late", "litmus").add(step("1", "f").acquires(A, g)).build())));
        spec.member(Dim.GROUP, "g");
        return spec.task("ab", new Call("c", "ab", Map.of())).task("ba", new Call("c", "ba", Map.of()))
                .task("late", new Call("c", "late", Map.of())).keepAll(true).build();
    }

    @Test
    void aTaskThatWaitsNamesTheLock_andWhoHasIt() {
        stepper.step(0);
        WaitGraph graph = WaitGraph.of(stepper.machine(), stepper.state());
        WaitGraph.WaitFor late = graph.waits().getFirst();
        assertEquals("a_lock", late.lock().name());
        assertEquals("g", late.lock().of());
        assertEquals(List.of(0), late.holders());
        assertTrue(late.spins());
        assertEquals(List.of(2, 0), graph.tasks());
        assertFalse(graph.inCircle(2));
    }

    @Test
    void twoThatWaitForEachOtherAreInACircle_whoWaitsForThemIsNot() {
        stepper.step(0);
        stepper.step(1);
        WaitGraph graph = WaitGraph.of(stepper.machine(), stepper.state());
        assertTrue(graph.inCircle(0));
        assertTrue(graph.inCircle(1));
        assertFalse(graph.inCircle(2));
        assertEquals(2, graph.locks().size());
    }
}
