package org.reapscope.kernel.expr;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.expr.Expr.At;
import org.reapscope.kernel.expr.Expr.Binary;
import org.reapscope.kernel.expr.Expr.Choose;
import org.reapscope.kernel.expr.Expr.Const;
import org.reapscope.kernel.expr.Expr.Not;
import org.reapscope.kernel.expr.Expr.Over;
import org.reapscope.kernel.expr.Expr.Read;
import org.reapscope.kernel.expr.Expr.Var;

/**
 * Partial evaluation of trees for one machine and one task: loops unrolled, the task known, constant cells folded.
 *
 * <p>What comes out has no {@link Expr.Self}, {@link Var}, {@link Expr.Size}, {@link Over}, {@link At} or
 * {@link Effect.Each} left in it, and means the same in every state.
 */
final class Specialiser {

    private final Cells cells;
    private final Sites sites;
    private final int[] initial;
    private final IntPredicate constant;
    private final IntPredicate dropped;
    private final int self;
    private final Map<Var, Integer> scope = new HashMap<>();

    Specialiser(Cells cells, Sites sites, int[] initial, IntPredicate constant, IntPredicate dropped, int self) {
        this.cells = cells;
        this.sites = sites;
        this.initial = initial;
        this.constant = constant;
        this.dropped = dropped;
        this.self = self;
    }

    /** The step, specialised; exits that cannot be taken are left out. */
    StepCode step(StepCode code) {
        List<StepCode.Exit> exits = new ArrayList<>();
        for (StepCode.Exit exit : code.exits()) {
            Expr when = expr(exit.when());
            if (isConst(when, 0)) {
                continue;
            }
            exits.add(new StepCode.Exit(when, exit.pc()));
            if (when instanceof Const) {
                break;
            }
        }
        return new StepCode(code.task(), code.pc(), expr(code.guard()), effects(code.effects()), exits);
    }

    Expr expr(Expr e) {
        return switch (e) {
            case Const c -> c;
            case Expr.Self _ -> new Const(self);
            case Var v -> {
                Integer index = scope.get(v);
                if (index == null) {
                    throw new ModelException("the variable " + v.name() + " is used outside its for-each");
                }
                yield new Const(index);
            }
            case Expr.Size s -> new Const(cells.sizes().of(s.dim()));
            case Expr.Param p -> throw new ModelException("the parameter " + p.name() + " was given no argument");
            case Read r -> read(place(r));
            case Not n -> not(expr(n.operand()));
            case Choose c -> {
                Expr condition = expr(c.condition());
                yield condition instanceof Const k ? expr(k.value() != 0 ? c.then() : c.otherwise())
                        : choose(condition, expr(c.then()), expr(c.otherwise()));
            }
            case Binary b -> binary(b);
            case Over o -> over(o);
            case At a -> at(a);
        };
    }

    private Read place(Read r) {
        return new Read(r.field(), r.index().stream().map(this::expr).toList());
    }

    private Expr read(Read r) {
        BitSet candidates = Touches.cells(r, cells);
        int one = candidates.nextSetBit(0);
        if (one < 0) {
            return r;
        }
        boolean same = candidates.stream().allMatch(c -> constant.test(c) && initial[c] == initial[one]);
        return same ? new Const(initial[one]) : r;
    }

    private static Expr not(Expr e) {
        return switch (e) {
            case Const c -> new Const(c.value() == 0 ? 1 : 0);
            case Binary b when b.op() == Op.EQ -> new Binary(Op.NE, b.left(), b.right());
            case Binary b when b.op() == Op.NE -> new Binary(Op.EQ, b.left(), b.right());
            default -> new Not(e);
        };
    }

    private static Expr choose(Expr condition, Expr then, Expr otherwise) {
        return then.equals(otherwise) ? then : new Choose(condition, then, otherwise);
    }

    private Expr binary(Binary b) {
        Expr left = expr(b.left());
        if (b.op() == Op.AND || b.op() == Op.OR) {
            return junction(b.op(), left, left instanceof Const ? null : expr(b.right()), b.right());
        }
        Expr right = expr(b.right());
        if (left instanceof Const l && right instanceof Const r) {
            return new Const(b.op().apply(l.value(), r.value()));
        }
        if ((b.op() == Op.ADD || b.op() == Op.SUB) && isConst(right, 0)) {
            return left;
        }
        return b.op() == Op.ADD && isConst(left, 0) ? right : new Binary(b.op(), left, right);
    }

    private Expr junction(Op op, Expr left, @Nullable Expr right, Expr rawRight) {
        int absorbing = op == Op.OR ? 1 : 0;
        if (left instanceof Const l) {
            return (l.value() != 0 ? 1 : 0) == absorbing ? new Const(absorbing) : truth(expr(rawRight));
        }
        if (right instanceof Const r) {
            // The left side has no effects, so it need not be looked at when the right side decides.
            return (r.value() != 0 ? 1 : 0) == absorbing ? new Const(absorbing) : truth(left);
        }
        return new Binary(op, left, right == null ? expr(rawRight) : right);
    }

    private Expr truth(Expr e) {
        return switch (e) {
            case Const c -> new Const(c.value() != 0 ? 1 : 0);
            case Not _ -> e;
            case Binary b when b.op().yieldsTruth() -> e;
            case Read r when r.field().bound().in(cells.sizes()) <= 1 -> e;
            default -> new Binary(Op.NE, e, new Const(0));
        };
    }

    private Expr over(Over o) {
        int size = cells.sizes().of(o.var().dim());
        Expr result = new Const(switch (o.fold()) {
            case EXISTS, COUNT, SUM -> 0;
            case FORALL -> 1;
            case FIRST, LAST -> size;
        });
        for (int k = size - 1; k >= 0; k--) {
            int i = o.fold() == Fold.LAST ? size - 1 - k : k;
            Expr body = within(o.var(), i, o.body());
            result = switch (o.fold()) {
                case EXISTS -> join(Op.OR, truth(body), result);
                case FORALL -> join(Op.AND, truth(body), result);
                case COUNT -> sum(truth(body), result);
                case SUM -> sum(body, result);
                case FIRST, LAST -> body instanceof Const c ? (c.value() != 0 ? new Const(i) : result)
                        : choose(body, new Const(i), result);
            };
        }
        return result;
    }

    private static Expr join(Op op, Expr first, Expr rest) {
        int absorbing = op == Op.OR ? 1 : 0;
        if (first instanceof Const f) {
            return f.value() == absorbing ? f : rest;
        }
        if (rest instanceof Const r) {
            return r.value() == absorbing ? r : first;
        }
        return new Binary(op, first, rest);
    }

    private static Expr sum(Expr a, Expr b) {
        if (a instanceof Const x && b instanceof Const y) {
            return new Const(x.value() + y.value());
        }
        return isConst(a, 0) ? b : isConst(b, 0) ? a : new Binary(Op.ADD, a, b);
    }

    private Expr within(Var var, int index, Expr body) {
        enter(var, index);
        Expr result = expr(body);
        scope.remove(var);
        return result;
    }

    private void enter(Var var, int index) {
        if (scope.put(var, index) != null) {
            throw new ModelException("the variable " + var.name() + " is bound twice, one inside the other");
        }
    }

    private Expr at(At a) {
        Expr task = expr(a.task());
        if (!(task instanceof Const)) {
            Expr result = Expr.FALSE;
            for (int t = cells.sizes().of(Dim.TASK) - 1; t >= 0; t--) {
                result = choose(new Binary(Op.EQ, task, new Const(t)), at(t, a.steps()), result);
            }
            return result;
        }
        return at(((Const) task).value(), a.steps());
    }

    private Expr at(int task, List<String> steps) {
        BitSet pcs = sites.of(task, steps);
        Expr pc = read(Field.PC.at(new Const(task)));
        Expr result = Expr.FALSE;
        for (int to = pcs.length(); to > 0; to = pcs.previousSetBit(to - 1) + 1) {
            int from = pcs.previousClearBit(to - 1) + 1;
            Expr in = from == to - 1 ? compare(Op.EQ, pc, from)
                    : join(Op.AND, compare(Op.GE, pc, from), compare(Op.LT, pc, to));
            result = join(Op.OR, in, result);
            to = from;
        }
        return result;
    }

    private static Expr compare(Op op, Expr e, int value) {
        return e instanceof Const c ? new Const(op.apply(c.value(), value)) : new Binary(op, e, new Const(value));
    }

    List<Effect> effects(List<Effect> effects) {
        List<Effect> out = new ArrayList<>();
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Assign a -> assign(a, out);
                case Effect.When w -> {
                    Expr condition = expr(w.condition());
                    if (condition instanceof Const c) {
                        out.addAll(effects(c.value() != 0 ? w.then() : w.otherwise()));
                    } else {
                        when(condition, effects(w.then()), effects(w.otherwise()), out);
                    }
                }
                case Effect.Each f -> {
                    for (int i = 0; i < cells.sizes().of(f.var().dim()); i++) {
                        enter(f.var(), i);
                        out.addAll(effects(List.of(new Effect.When(f.where(), f.body(), List.of()))));
                        scope.remove(f.var());
                    }
                }
            }
        }
        return out;
    }

    private static void when(Expr condition, List<Effect> then, List<Effect> otherwise, List<Effect> out) {
        if (then.isEmpty() && !otherwise.isEmpty()) {
            out.add(new Effect.When(not(condition), otherwise, List.of()));
        } else if (!then.isEmpty()) {
            out.add(new Effect.When(condition, then, otherwise));
        }
    }

    private void assign(Effect.Assign a, List<Effect> out) {
        Read place = place(a.place());
        if (Touches.cells(place, cells).stream().allMatch(dropped)) {
            return;
        }
        out.add(new Effect.Assign(place, expr(a.value())));
    }

    private static boolean isConst(Expr e, int value) {
        return e instanceof Const c && c.value() == value;
    }
}
