package org.reapscope.explore.reduce;

import org.reapscope.kernel.expr.Cells;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Layout;
import org.reapscope.kernel.expr.Op;

/**
 * A specialised tree made ready to be evaluated over {@link Unsteady} cells, without allocation: the smallest interval that
 * surely holds its value, as one long ({@link #range}). Junctions of comparisons are made into {@link Junction}s.
 */
@FunctionalInterface
interface Condition {

    /** The interval of the value. */
    long range(Unsteady cells);

    /** An interval. */
    static long range(int low, int high) {
        return (long) low << Integer.SIZE | high & 0xFFFF_FFFFL;
    }

    static int low(long range) {
        return (int) (range >> Integer.SIZE);
    }

    static int high(long range) {
        return (int) range;
    }

    /** Whether the value may be other than 0. */
    static boolean canBeTrue(long range) {
        return low(range) != 0 || high(range) != 0;
    }

    /** Whether the value may be 0. */
    static boolean canBeFalse(long range) {
        return low(range) <= 0 && high(range) >= 0;
    }

    static long truth(boolean canBeTrue, boolean canBeFalse) {
        return range(canBeFalse ? 0 : 1, canBeTrue ? 1 : 0);
    }

    static Condition of(Expr e, Layout layout, long[] counters) {
        Condition quick = Junction.of(e, layout, counters);
        return quick != null ? quick : plain(e, layout, counters);
    }

    /** The same, made without short cuts. */
    static Condition plain(Expr e, Layout layout, long[] counters) {
        return switch (e) {
            case Expr.Const(int v) -> cells -> range(v, v);
            case Expr.Not n -> {
                Condition of = of(n.operand(), layout, counters);
                yield cells -> {
                    long r = of.range(cells);
                    return truth(canBeFalse(r), canBeTrue(r));
                };
            }
            case Expr.Choose c -> choose(of(c.condition(), layout, counters), of(c.then(), layout, counters), of(c.otherwise(), layout, counters));
            case Expr.Binary b -> binary(b.op(), of(b.left(), layout, counters), of(b.right(), layout, counters));
            case Expr.Read r -> read(r, layout, counters);
            case Expr.Self _, Expr.Var _, Expr.Param _, Expr.Size _, Expr.Over _, Expr.At _ ->
                throw new IllegalArgumentException("not specialised: " + e);
        };
    }

    private static Condition choose(Condition when, Condition then, Condition otherwise) {
        return cells -> {
            long r = when.range(cells);
            if (!canBeFalse(r)) {
                return then.range(cells);
            }
            long no = otherwise.range(cells);
            if (!canBeTrue(r)) {
                return no;
            }
            long yes = then.range(cells);
            return range(Math.min(low(yes), low(no)), Math.max(high(yes), high(no)));
        };
    }

    private static Condition binary(Op op, Condition left, Condition right) {
        return switch (op) {
            case AND, OR -> throw new IllegalArgumentException("a junction");
            default -> cells -> apply(op, left.range(cells), right.range(cells));
        };
    }

    private static long apply(Op op, long l, long r) {
        return switch (op) {
            case ADD -> range(low(l) + low(r), high(l) + high(r));
            case SUB -> range(low(l) - high(r), high(l) - low(r));
            case MUL -> {
                int a = low(l) * low(r);
                int b = low(l) * high(r);
                int c = high(l) * low(r);
                int d = high(l) * high(r);
                yield range(Math.min(Math.min(a, b), Math.min(c, d)), Math.max(Math.max(a, b), Math.max(c, d)));
            }
            case EQ -> truth(low(l) <= high(r) && low(r) <= high(l), !(low(l) == high(r) && low(r) == high(l)));
            case NE -> truth(!(low(l) == high(r) && low(r) == high(l)), low(l) <= high(r) && low(r) <= high(l));
            case LT -> truth(low(l) < high(r), high(l) >= low(r));
            case LE -> truth(low(l) <= high(r), high(l) > low(r));
            case GT -> truth(high(l) > low(r), low(l) <= high(r));
            case GE -> truth(high(l) >= low(r), low(l) < high(r));
            case AND, OR -> throw new IllegalArgumentException("a junction");
        };
    }

    private static Condition read(Expr.Read r, Layout layout, long[] counters) {
        Cells all = layout.cells();
        int first = all.first(r.field());
        int count = r.field().cells(all.sizes());
        Condition[] index = r.index().stream().map(i -> of(i, layout, counters)).toArray(Condition[]::new);
        int[] sizes = r.field().dims().stream().mapToInt(all.sizes()::of).toArray();
        int bound = r.field().bound().in(all.sizes());
        return cells -> {
            int flat = 0;
            for (int k = 0; k < index.length; k++) {
                long i = index[k].range(cells);
                if (low(i) != high(i)) {
                    return range(0, bound);
                }
                flat = flat * sizes[k] + low(i);
            }
            // An index that does not exist is never looked at by a step that can be taken.
            return cells.range(first + Math.clamp(flat, 0, count - 1));
        };
    }
}
