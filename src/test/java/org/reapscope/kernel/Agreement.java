package org.reapscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.reapscope.kernel.expr.Footprint;
import org.reapscope.kernel.expr.Steps;

/** What must hold of every machine in every state: interpreter, compiler and footprints say the same. */
public final class Agreement {

    private Agreement() {}

    /** Checks one state. */
    public static void check(Machine m, long[] s) {
        Steps plain = m.interpreted();
        Steps fast = m.compiled();
        assertEquals(plain.enabledMask(s, 0), fast.enabledMask(s, 0), "enabled");
        assertEquals(plain.facts(s, 0), fast.facts(s, 0), "facts");
        for (int k = 0; k < m.spec().facts().size(); k++) {
            assertEquals(plain.fact(s, 0, k), fast.fact(s, 0, k), m.spec().facts().get(k).name());
        }
        for (int t = 0; t < m.tasks(); t++) {
            Footprint at = m.footprint(s, 0, t);
            assertTrue(at.isWithin(m.footprint(t, m.pc(s, 0, t))), "footprint at the state within the one of the step");
            if (fast.enabled(s, 0, t)) {
                step(m, s, t, at, plain, fast);
            }
        }
    }

    private static void step(Machine m, long[] s, int task, Footprint at, Steps plain, Steps fast) {
        String name = m.next(s, 0, task).orElseThrow().path();
        long[] a = s.clone();
        plain.step(a, 0, task);
        // A state inside a larger array, to see that the offset is respected.
        long[] b = new long[m.words() + 3];
        System.arraycopy(s, 0, b, 2, m.words());
        fast.step(b, 2, task);
        long[] inner = java.util.Arrays.copyOfRange(b, 2, 2 + m.words());
        assertArrayEquals(a, inner, "compiled and interpreted " + name);
        assertEquals(0, b[0] | b[1] | b[b.length - 1], name + " wrote outside its state");
        for (int cell = 0; cell < m.layout().cells().count(); cell++) {
            if (m.layout().isStored(cell) && m.layout().get(s, 0, cell) != m.layout().get(inner, 0, cell)) {
                assertTrue(at.writes().get(cell), name + " changed " + m.layout().cells().name(cell)
                        + ", which is not in its footprint");
            }
        }
    }
}
