package org.reapscope.kernel.expr;

import org.reapscope.kernel.expr.Expr.Binary;
import org.reapscope.kernel.expr.Expr.Choose;
import org.reapscope.kernel.expr.Expr.Const;
import org.reapscope.kernel.expr.Expr.Read;

/** The smallest interval that surely holds an expression's value, so that needless checks can be left out. */
record Ranges(long low, long high) {

    private static final Ranges TRUTH = new Ranges(0, 1);

    static Ranges of(Expr e, Layout layout) {
        return switch (e) {
            case Const c -> new Ranges(c.value(), c.value());
            case Read r -> new Ranges(0, Touches.cells(r, layout.cells()).stream().map(layout::max).max().orElse(0));
            case Choose c -> of(c.then(), layout).or(of(c.otherwise(), layout));
            case Binary b when b.op() == Op.ADD -> {
                Ranges x = of(b.left(), layout);
                Ranges y = of(b.right(), layout);
                yield new Ranges(x.low + y.low, x.high + y.high);
            }
            case Binary b when b.op() == Op.SUB -> {
                Ranges x = of(b.left(), layout);
                Ranges y = of(b.right(), layout);
                yield new Ranges(x.low - y.high, x.high - y.low);
            }
            case Binary b when b.op().yieldsTruth() -> TRUTH;
            case Expr.Not _ -> TRUTH;
            default -> new Ranges(Integer.MIN_VALUE, Integer.MAX_VALUE);
        };
    }

    private Ranges or(Ranges other) {
        return new Ranges(Math.min(low, other.low), Math.max(high, other.high));
    }

    boolean within(int from, int to) {
        return low >= from && high <= to;
    }
}
