package org.reapscope.explore.reduce;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Op;
import org.reapscope.kernel.expr.Specialisation;

/** What is known in the middle of a step about the cells it has changed so far, in terms of the state before the step. */
final class SymbolicStore {

    private final Specialisation steps;
    private final Map<Integer, AbstractValue> changed;

    private SymbolicStore(Specialisation steps, Map<Integer, AbstractValue> changed) {
        this.steps = steps;
        this.changed = changed;
    }

    static SymbolicStore nothing(Specialisation steps) {
        return new SymbolicStore(steps, new HashMap<>());
    }

    SymbolicStore copy() {
        return new SymbolicStore(steps, new HashMap<>(changed));
    }

    void set(int cell, AbstractValue value) {
        changed.put(cell, value);
    }

    /** From now on the cell's value is in doubt if one of these conditions held before the step. */
    void doubt(int cell, Expr.Read place, Set<Expr> reasons) {
        AbstractValue now = changed.get(cell);
        changed.put(cell, (now == null ? AbstractValue.surely(place) : now).doubted(reasons));
    }

    /** Whether the step has surely given the cell a value of its own. */
    boolean has(int cell) {
        AbstractValue seen = changed.get(cell);
        return seen != null && seen.isSure();
    }

    /** The cells that a place may stand for, its indexes as far as they are known. */
    BitSet places(Expr.Read place) {
        List<Expr> index = new ArrayList<>();
        for (Expr i : place.index()) {
            AbstractValue seen = before(i);
            index.add(seen.isSure() ? seen.value() : i);
        }
        return steps.places(new Expr.Read(place.field(), index));
    }

    /** The tree in terms of the state before the step. */
    AbstractValue before(Expr e) {
        Set<Expr> unless = new LinkedHashSet<>();
        Expr value = before(e, unless);
        return new AbstractValue(value, unless);
    }

    private Expr before(Expr e, Set<Expr> unless) {
        return switch (e) {
            case Expr.Read r -> read(r, unless);
            case Expr.Not n -> not(before(n.operand(), unless));
            case Expr.Choose c -> choose(c, unless);
            case Expr.Binary b when b.op() == Op.AND || b.op() == Op.OR -> junction(b, unless);
            case Expr.Binary b -> binary(b.op(), before(b.left(), unless), before(b.right(), unless));
            case Expr.Const _, Expr.Self _, Expr.Var _, Expr.Param _, Expr.Size _, Expr.Over _, Expr.At _ -> e;
        };
    }

    private Expr read(Expr.Read r, Set<Expr> unless) {
        Expr.Read place = new Expr.Read(r.field(), r.index().stream().map(i -> before(i, unless)).toList());
        BitSet cells = steps.places(place);
        if (cells.cardinality() != 1) {
            if (cells.stream().anyMatch(changed::containsKey)) {
                unless.add(Expr.TRUE);
            }
            return place;
        }
        int cell = cells.nextSetBit(0);
        AbstractValue seen = changed.get(cell);
        if (seen != null) {
            unless.addAll(seen.unless());
            return seen.value();
        }
        return steps.layout().isConstant(cell) ? new Expr.Const(steps.layout().initial(cell)) : place;
    }

    private static Expr not(Expr e) {
        return e instanceof Expr.Const(int v) ? new Expr.Const(v == 0 ? 1 : 0) : new Expr.Not(e);
    }

    private Expr choose(Expr.Choose c, Set<Expr> unless) {
        Expr condition = before(c.condition(), unless);
        if (condition instanceof Expr.Const(int v)) {
            return before(v != 0 ? c.then() : c.otherwise(), unless);
        }
        Expr then = before(c.then(), unless);
        Expr otherwise = before(c.otherwise(), unless);
        return then.equals(otherwise) ? then : new Expr.Choose(condition, then, otherwise);
    }

    private static Expr binary(Op op, Expr left, Expr right) {
        return left instanceof Expr.Const(int l) && right instanceof Expr.Const(int r) ? new Expr.Const(op.apply(l, r))
                : new Expr.Binary(op, left, right);
    }

    private Expr junction(Expr.Binary b, Set<Expr> unless) {
        int deciding = b.op() == Op.OR ? 1 : 0;
        Expr left = truth(before(b.left(), unless));
        if (left instanceof Expr.Const(int l)) {
            return l == deciding ? left : truth(before(b.right(), unless));
        }
        Expr right = truth(before(b.right(), unless));
        if (right instanceof Expr.Const(int r)) {
            return r == deciding ? right : left;
        }
        return new Expr.Binary(b.op(), left, right);
    }

    private static Expr truth(Expr e) {
        return switch (e) {
            case Expr.Const(int v) -> new Expr.Const(v != 0 ? 1 : 0);
            case Expr.Not n -> n;
            case Expr.Binary b when b.op().yieldsTruth() -> b;
            default -> e.ne(0);
        };
    }
}
