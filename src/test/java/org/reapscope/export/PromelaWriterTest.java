package org.reapscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.expr.Expr.SELF;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.kernel.Call;
import org.reapscope.kernel.EveryRun;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.SpinLock;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;

/** SPIN is the judge: same machine, same counts. */
final class PromelaWriterTest {

    private static final Field COUNTER = Field.upTo("counter", 7);
    private static final Field SEEN = Field.upTo("seen", 7, Dim.TASK);
    private static final SpinLock MUTEX = SpinLock.of("mutex", Dim.GROUP);

    @TempDir
    Path folder;

    @BeforeEach
    void spinIsInstalled() {
        assumeTrue(Spin.installed(), "spin and gcc are not installed: the exported models are not compared");
    }

    @Test
    void spinStoresAsManyStatesAsThereAre_withAndWithoutALock() throws Exception {
        for (boolean locked : List.of(false, true)) {
            for (int tasks = 1; tasks <= 4; tasks++) {
                Machine machine = increments(tasks, locked);
                assertEquals(EveryRun.of(machine).states(), Spin.states(machine, folder), tasks + " tasks, locked " + locked);
            }
        }
    }

    @Test
    void spinFindsWhatCanHappen_andNothingElse() throws IOException, InterruptedException {
        assertEquals(true, Spin.reaches(increments(2, false), "lost-update", folder));
        assertEquals(false, Spin.reaches(increments(2, true), "lost-update", folder));
    }

    private static Machine increments(int tasks, boolean locked) {
        Expr only = Expr.of(0);
        Program.Builder increment = Program.of("increment", "litmus");
        if (locked) {
            increment.add(step("L0", "lock").acquires(MUTEX, only));
        }
        increment.add(step("L1", "load").does(SEEN.at(SELF).set(COUNTER.at())),
                step("L2", "store").does(COUNTER.at().set(SEEN.at(SELF).plus(1)))
                        .jump(COUNTER.at().eq(2), "L4"),
                step("L3", "odd"), step("L4", "even"));
        if (locked) {
            increment.add(step("L5", "unlock").releases(MUTEX, only));
        }
        Expr done = Expr.of(1);
        MachineSpec.Builder spec = MachineSpec.of(Programs.of(List.of(increment.build())));
        for (int t = 0; t < tasks; t++) {
            spec.task("t" + t, new Call("c", "increment", Map.of()));
            done = done.and(Field.PC.at(Expr.of(t)).eq(locked ? 6 : 4));
        }
        spec.member(Dim.GROUP, "g");
        return spec.fact("lost-update", done.and(COUNTER.at().lt(Expr.of(tasks)))).build();
    }
}
