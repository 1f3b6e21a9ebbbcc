package org.reapscope.explore.reduce;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Layout;
import org.reapscope.kernel.expr.MaskTest;
import org.reapscope.kernel.expr.Op;

/**
 * All of some conditions, or any of them. Comparisons of cells that lie in one word are made together, as compiled steps
 * do: that is what most gates are.
 */
final class Junction implements Condition {

    private final boolean any;
    private final Condition[] terms;

    private Junction(boolean any, List<Condition> terms) {
        this.any = any;
        this.terms = terms.toArray(Condition[]::new);
    }

    /**
     * The condition made quick, or null if it is neither a junction nor a comparison of one cell.
     *
     * @param counters the bits of each word whose changes are counted: what compares them is left as it is
     */
    static @Nullable Condition of(Expr e, Layout layout, long[] counters) {
        if (!(e instanceof Expr.Binary b)) {
            return null;
        }
        if (b.op() == Op.AND || b.op() == Op.OR) {
            boolean any = b.op() == Op.OR;
            List<WordTest> tests = new ArrayList<>();
            List<Condition> terms = new ArrayList<>();
            split(b, b.op(), layout, counters, tests, terms);
            terms.addAll(0, tests);
            return new Junction(any, terms);
        }
        return wordTest(b, b.op() == Op.NE, layout, counters);
    }

    private static void split(Expr e, Op junction, Layout layout, long[] counters, List<WordTest> tests, List<Condition> others) {
        if (e instanceof Expr.Binary(Op op, Expr left, Expr right) && op == junction) {
            split(left, junction, layout, counters, tests, others);
            split(right, junction, layout, counters, tests, others);
            return;
        }
        WordTest test = wordTest(e, junction == Op.OR, layout, counters);
        if (test == null) {
            others.add(Condition.of(e, layout, counters));
            return;
        }
        for (int k = 0; k < tests.size(); k++) {
            WordTest known = tests.get(k);
            if (known.word == test.word && (known.mask & test.mask) == 0) {
                tests.set(k, new WordTest(test.word, known.mask | test.mask, known.value | test.value, test.negated));
                return;
            }
        }
        tests.add(test);
    }

    private static @Nullable WordTest wordTest(Expr e, boolean negated, Layout layout, long[] counters) {
        MaskTest test = MaskTest.of(e, negated, layout);
        return test == null || (test.mask() & counters[test.word()]) != 0 ? null
                : new WordTest(test.word(), test.mask(), test.value(), negated);
    }

    @Override
    public long range(Unsteady cells) {
        boolean someOpen = false;
        for (Condition term : terms) {
            long range = term.range(cells);
            boolean canDecide = any ? Condition.canBeTrue(range) : Condition.canBeFalse(range);
            if (canDecide) {
                if (!(any ? Condition.canBeFalse(range) : Condition.canBeTrue(range))) {
                    return any ? Condition.range(1, 1) : Condition.range(0, 0);
                }
                someOpen = true;
            }
        }
        return someOpen ? Condition.range(0, 1) : any ? Condition.range(0, 0) : Condition.range(1, 1);
    }

    /** Whether cells of one word have these values, or not all of them. */
    private record WordTest(int word, long mask, long value, boolean negated) implements Condition {

        @Override
        public long range(Unsteady cells) {
            long open = cells.changed(word) & mask;
            long differs = (cells.word(word) ^ value) & mask;
            if ((differs & ~open) != 0) {
                return negated ? Condition.range(1, 1) : Condition.range(0, 0);
            }
            return open != 0 ? Condition.range(0, 1) : negated ? Condition.range(0, 0) : Condition.range(1, 1);
        }
    }
}
