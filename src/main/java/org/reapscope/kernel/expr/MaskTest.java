package org.reapscope.kernel.expr;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.expr.Expr.Binary;
import org.reapscope.kernel.expr.Expr.Const;
import org.reapscope.kernel.expr.Expr.Read;

/**
 * Whether cells of one word have known values: {@code (state[word] & mask) == value}. Turns "nobody reads, nobody waits"
 * over all tasks into one comparison.
 *
 * @param word which word of the state
 * @param mask the bits of the cells
 * @param value what these bits must be
 */
public record MaskTest(int word, long mask, long value) {

    /** The test that {@code e} is equivalent to, or to whose opposite if {@code negated}; null if there is none. */
    public static @Nullable MaskTest of(Expr e, boolean negated, Layout layout) {
        if (!(e instanceof Binary(Op op, Read r, Const(int value))) || op != Op.EQ && op != Op.NE) {
            return null;
        }
        var cells = Touches.cells(r, layout.cells());
        if (cells.cardinality() != 1 || !r.index().stream().allMatch(Const.class::isInstance)) {
            return null;
        }
        int cell = cells.nextSetBit(0);
        if (!layout.isStored(cell) || value < 0 || value > layout.max(cell)) {
            return null;
        }
        if ((op == Op.NE) != negated) {
            if (layout.width(cell) != 1) {
                return null;
            }
            value = 1 - value;
        }
        long ones = (1L << layout.width(cell)) - 1;
        return new MaskTest(layout.word(cell), ones << layout.shift(cell), (long) value << layout.shift(cell));
    }

    /**
     * Splits a conjunction into tests that must all hold, or a disjunction into tests of which one must fail, one test for
     * each word; what is no test goes to {@code others}, in order.
     */
    static List<MaskTest> collect(Expr e, Op junction, Layout layout, List<Expr> others) {
        List<MaskTest> tests = new ArrayList<>();
        split(e, junction, layout, tests, others);
        return tests;
    }

    private static void split(Expr e, Op junction, Layout layout, List<MaskTest> tests, List<Expr> others) {
        if (e instanceof Binary(Op op, Expr left, Expr right) && op == junction) {
            split(left, junction, layout, tests, others);
            split(right, junction, layout, tests, others);
            return;
        }
        MaskTest test = of(e, junction == Op.OR, layout);
        if (test == null) {
            others.add(e);
            return;
        }
        for (int k = 0; k < tests.size(); k++) {
            MaskTest known = tests.get(k);
            // Two tests of the same cell may contradict each other and must stay apart.
            if (known.word == test.word && (known.mask & test.mask) == 0) {
                tests.set(k, new MaskTest(known.word, known.mask | test.mask, known.value | test.value));
                return;
            }
        }
        tests.add(test);
    }
}
