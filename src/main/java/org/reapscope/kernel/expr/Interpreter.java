package org.reapscope.kernel.expr;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.expr.Expr.At;
import org.reapscope.kernel.expr.Expr.Binary;
import org.reapscope.kernel.expr.Expr.Choose;
import org.reapscope.kernel.expr.Expr.Not;
import org.reapscope.kernel.expr.Expr.Over;
import org.reapscope.kernel.expr.Expr.Read;
import org.reapscope.kernel.expr.Expr.Var;

/** Says what trees mean, as plainly as possible. {@link StepCompiler} must agree with it on every state. */
public final class Interpreter {

    private final Cells cells;
    private final Sites sites;

    /** Interprets trees of a machine. */
    public Interpreter(Cells cells, Sites sites) {
        this.cells = cells;
        this.sites = sites;
    }

    /** The value of an expression for {@code self}. */
    public int value(Expr e, int self, CellAccess state) {
        return value(e, new Scope(self, state, null));
    }

    /** Whether an expression holds for {@code self}. */
    public boolean holds(Expr e, int self, CellAccess state) {
        return value(e, self, state) != 0;
    }

    /** Does the effects, in order. */
    public void run(List<Effect> effects, int self, CellAccess state) {
        run(effects, new Scope(self, state, null));
    }

    private record Scope(int self, CellAccess state, @Nullable Binding bound) {

        Scope with(Var var, int index) {
            return new Scope(self, state, new Binding(var, index, bound));
        }

        int of(Var var) {
            for (Binding b = bound; b != null; b = b.outer) {
                if (b.var.equals(var)) {
                    return b.index;
                }
            }
            throw new ModelException("the variable " + var.name() + " is used outside its for-each");
        }
    }

    private record Binding(Var var, int index, @Nullable Binding outer) {}

    private int value(Expr e, Scope scope) {
        return switch (e) {
            case Expr.Const c -> c.value();
            case Expr.Self _ -> scope.self;
            case Var v -> scope.of(v);
            case Expr.Size s -> cells.sizes().of(s.dim());
            case Read r -> scope.state.read(cell(r, scope));
            case Not n -> value(n.operand(), scope) == 0 ? 1 : 0;
            case Choose c -> value(value(c.condition(), scope) != 0 ? c.then() : c.otherwise(), scope);
            case Binary b -> binary(b, scope);
            case Over o -> over(o, scope);
            case At a -> {
                int task = value(a.task(), scope);
                int pc = scope.state.read(cells.cell(Field.PC, task));
                yield sites.of(task, a.steps()).get(pc) ? 1 : 0;
            }
            case Expr.Param p -> throw new ModelException("the parameter " + p.name() + " was given no argument");
        };
    }

    private int binary(Binary b, Scope scope) {
        int left = value(b.left(), scope);
        return switch (b.op()) {
            case AND -> left == 0 ? 0 : truth(value(b.right(), scope));
            case OR -> left != 0 ? 1 : truth(value(b.right(), scope));
            default -> b.op().apply(left, value(b.right(), scope));
        };
    }

    private static int truth(int value) {
        return value != 0 ? 1 : 0;
    }

    private int over(Over o, Scope scope) {
        int size = cells.sizes().of(o.var().dim());
        int total = 0;
        for (int k = 0; k < size; k++) {
            int i = o.fold() == Fold.LAST ? size - 1 - k : k;
            int body = value(o.body(), scope.with(o.var(), i));
            switch (o.fold()) {
                case EXISTS -> {
                    if (body != 0) {
                        return 1;
                    }
                }
                case FORALL -> {
                    if (body == 0) {
                        return 0;
                    }
                }
                case FIRST, LAST -> {
                    if (body != 0) {
                        return i;
                    }
                }
                case COUNT -> total += truth(body);
                case SUM -> total += body;
            }
        }
        return switch (o.fold()) {
            case EXISTS -> 0;
            case FORALL -> 1;
            case FIRST, LAST -> size;
            case COUNT, SUM -> total;
        };
    }

    private int cell(Read r, Scope scope) {
        int[] index = new int[r.index().size()];
        for (int k = 0; k < index.length; k++) {
            index[k] = value(r.index().get(k), scope);
        }
        return cells.cell(r.field(), index);
    }

    private void run(List<Effect> effects, Scope scope) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Assign a -> {
                    int cell = cell(a.place(), scope);
                    scope.state.write(cell, value(a.value(), scope));
                }
                case Effect.When w -> run(value(w.condition(), scope) != 0 ? w.then() : w.otherwise(), scope);
                case Effect.Each f -> {
                    int size = cells.sizes().of(f.var().dim());
                    for (int i = 0; i < size; i++) {
                        Scope inner = scope.with(f.var(), i);
                        if (value(f.where(), inner) != 0) {
                            run(f.body(), inner);
                        }
                    }
                }
            }
        }
    }
}
