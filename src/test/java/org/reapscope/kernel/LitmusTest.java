package org.reapscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.expr.Expr.SELF;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;

/** Small programs whose outcomes everybody knows; also the shortest examples of how a machine is made. */
final class LitmusTest {

    private static final Field COUNTER = Field.upTo("counter", 3);
    private static final Field SEEN = Field.upTo("seen", 3, Dim.TASK);
    private static final SpinLock MUTEX = SpinLock.of("mutex", Dim.GROUP);
    private static final Expr ONLY = Expr.of(0);

    private static Call call(String program) {
        return new Call(program, program, Map.of());
    }

    /** Two tasks add one to a counter by reading it first and writing it later. */
    private static MachineSpec.Builder increments() {
        Program increment = Program.of("increment", "litmus").add(
                step("L1", "load").does(SEEN.at(SELF).set(COUNTER.at()))
                        .says("reads counter as {0}", COUNTER.at()),
                step("L2", "store").does(COUNTER.at().set(SEEN.at(SELF).plus(1)))
                        .says("writes {0} over {1}: counter is {1'}", SEEN.at(SELF).plus(1), COUNTER.at())).build();
        return MachineSpec.of(Programs.of(List.of(increment)))
                .task("a", call("increment")).task("b", call("increment"))
                .fact("counter", COUNTER.at());
    }

    @Test
    void anUpdateGetsLost_whenBothReadBeforeEitherWrites() {
        EveryRun runs = EveryRun.of(increments().build());
        assertEquals(Set.of("counter=1", "counter=2"), runs.outcomes());
        assertEquals(0, runs.deadlocks());
    }

    @Test
    void noUpdateGetsLost_underALock() {
        Edit lock = new Edit.InsertBefore("increment", "L1",
                List.of(step("L0", "lock").acquires(MUTEX, ONLY).build()));
        Edit unlock = new Edit.InsertAfter("increment", "L2",
                List.of(step("L3", "unlock").releases(MUTEX, ONLY).build()));
        MachineSpec.Builder b = increments();
        b.member(Dim.GROUP, "g");
        MachineSpec plain = b.spec();
        MachineSpec locked = plain.withPrograms(plain.programs().edited(List.of(lock, unlock)));
        EveryRun fine = EveryRun.of(locked.build());
        assertEquals(Set.of("counter=2"), fine.outcomes());
        EveryRun coarse = EveryRun.of(locked.withGrain(Grain.COARSE).build());
        assertEquals(Set.of("counter=2"), coarse.outcomes());
        assertTrue(coarse.states() < fine.states(), coarse.states() + " < " + fine.states());
        Machine merged = locked.withGrain(Grain.COARSE).build();
        assertEquals(2, merged.program(0).size(), "lock and read together, write and unlock together");
    }

    @Test
    void wordsTellValuesBeforeAndAfter() {
        Machine m = increments().build();
        long[] before = m.initial();
        m.step(before, 0, 0);
        long[] after = before.clone();
        m.step(after, 0, 0);
        assertEquals("writes 1 over 0: counter is 1", m.sentence(before, after, 0));
    }

    @Test
    void twoLocksInOppositeOrderDeadlock() {
        Expr a = Expr.of(0);
        Expr b = Expr.of(1);
        Program ab = Program.of("ab", "litmus").add(
                step("A1", "lock").acquires(MUTEX, a), step("A2", "lock").acquires(MUTEX, b),
                step("A3", "unlock").releases(MUTEX, b), step("A4", "unlock").releases(MUTEX, a)).build();
        Program ba = Program.of("ba", "litmus").add(
                step("B1", "lock").acquires(MUTEX, b), step("B2", "lock").acquires(MUTEX, a),
                step("B3", "unlock").releases(MUTEX, a), step("B4", "unlock").releases(MUTEX, b)).build();
        MachineSpec.Builder spec = MachineSpec.of(Programs.of(List.of(ab, ba)))
                .task("one", call("ab")).task("two", call("ba"));
        spec.member(Dim.GROUP, "a");
        spec.member(Dim.GROUP, "b");
        assertEquals(1, EveryRun.of(spec.build()).deadlocks());
        assertEquals(1, EveryRun.of(spec.grain(Grain.COARSE).build()).deadlocks());

        Machine m = spec.grain(Grain.FINE).build();
        long[] s = m.initial();
        m.step(s, 0, 0);
        m.step(s, 0, 1);
        assertTrue(m.deadlocked(s, 0));
        Blocked blocked = m.blockedOn(s, 0, 0).orElseThrow();
        assertEquals(MUTEX, blocked.lock());
        assertEquals(1, blocked.index());
        assertEquals(List.of(1), blocked.holders());
    }

    private static final Field WANTS = Field.flag("wants", Dim.TASK);
    private static final Field TURN = Field.upTo("turn", 1);

    private static MachineSpec peterson(boolean politely) {
        Expr other = Expr.of(1).minus(SELF);
        Expr mayEnter = WANTS.at(other).eq(0).or(TURN.at().eq(SELF));
        Program enter = Program.of("enter", "litmus").add(
                step("E1", "want").does(WANTS.at(SELF).set(1)),
                step("E2", "yield").does(TURN.at().set(politely ? other : SELF)),
                step("E3", "wait").when(mayEnter, Wait.SPIN),
                step("E4", "critical"),
                step("E5", "leave").does(WANTS.at(SELF).set(0))).build();
        Expr bothInside = Expr.at(Expr.of(0), "E4").and(Expr.at(Expr.of(1), "E4"));
        return MachineSpec.of(Programs.of(List.of(enter))).task("p", call("enter")).task("q", call("enter"))
                .fact(Fact.ever("both-inside", bothInside)).spec();
    }

    @Test
    void petersonKeepsOneOut_andItsImpoliteVariantDoesNot() {
        for (Grain grain : Grain.values()) {
            EveryRun right = EveryRun.of(peterson(true).withGrain(grain).build());
            assertEquals(Set.of("both-inside=0"), right.outcomes(), grain.name());
            assertFalse(right.everHeld().contains("both-inside"));
            EveryRun wrong = EveryRun.of(peterson(false).withGrain(grain).build());
            assertTrue(wrong.outcomes().contains("both-inside=1"), grain + " remembers what it saw");
        }
    }

    @Test
    void compilerInterpreterAndFootprintsAgreeEverywhere() {
        for (Machine m : List.of(increments().build(), peterson(true).build(), peterson(false).build(),
                peterson(true).withGrain(Grain.COARSE).build(), peterson(true).keepingAll(true).build())) {
            EveryRun.of(m, s -> Agreement.check(m, s));
        }
    }
}
