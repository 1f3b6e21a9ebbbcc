package org.reapscope.kernel.expr;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.reapscope.kernel.expr.Expr.At;
import org.reapscope.kernel.expr.Expr.Binary;
import org.reapscope.kernel.expr.Expr.Choose;
import org.reapscope.kernel.expr.Expr.Not;
import org.reapscope.kernel.expr.Expr.Over;
import org.reapscope.kernel.expr.Expr.Param;
import org.reapscope.kernel.expr.Expr.Read;

/** Walks over expression and effect trees: replacing parameters, visiting what is mentioned. */
public final class Trees {

    private Trees() {}

    /** The tree with every parameter replaced; parameters that {@code arguments} does not name stay. */
    public static Expr bind(Expr e, Map<String, Expr> arguments) {
        return switch (e) {
            case Param p -> arguments.getOrDefault(p.name(), p);
            case Read r -> bindRead(r, arguments);
            case Binary b -> new Binary(b.op(), bind(b.left(), arguments), bind(b.right(), arguments));
            case Not n -> new Not(bind(n.operand(), arguments));
            case Choose c -> new Choose(bind(c.condition(), arguments), bind(c.then(), arguments),
                    bind(c.otherwise(), arguments));
            case Over o -> new Over(o.fold(), o.var(), bind(o.body(), arguments));
            case At a -> new At(bind(a.task(), arguments), a.steps());
            case Expr.Const _, Expr.Self _, Expr.Var _, Expr.Size _ -> e;
        };
    }

    private static Read bindRead(Read r, Map<String, Expr> arguments) {
        return new Read(r.field(), r.index().stream().map(i -> bind(i, arguments)).toList());
    }

    /** The effect with every parameter replaced. */
    public static Effect bind(Effect effect, Map<String, Expr> arguments) {
        return switch (effect) {
            case Effect.Assign a -> new Effect.Assign(bindRead(a.place(), arguments), bind(a.value(), arguments));
            case Effect.When w -> new Effect.When(bind(w.condition(), arguments), bind(w.then(), arguments),
                    bind(w.otherwise(), arguments));
            case Effect.Each f -> new Effect.Each(f.var(), bind(f.where(), arguments), bind(f.body(), arguments));
        };
    }

    /** The effects with every parameter replaced. */
    public static List<Effect> bind(List<Effect> effects, Map<String, Expr> arguments) {
        return effects.stream().map(x -> bind(x, arguments)).toList();
    }

    /** Shows {@code visitor} this expression and every one inside it, parents first. */
    public static void visit(Expr e, Consumer<Expr> visitor) {
        visitor.accept(e);
        switch (e) {
            case Read r -> r.index().forEach(i -> visit(i, visitor));
            case Binary b -> {
                visit(b.left(), visitor);
                visit(b.right(), visitor);
            }
            case Not n -> visit(n.operand(), visitor);
            case Choose c -> {
                visit(c.condition(), visitor);
                visit(c.then(), visitor);
                visit(c.otherwise(), visitor);
            }
            case Over o -> visit(o.body(), visitor);
            case At a -> visit(a.task(), visitor);
            case Expr.Const _, Expr.Self _, Expr.Var _, Expr.Size _, Param _ -> { }
        }
    }

    /**
     * Shows {@code visitor} every expression inside the effects, parents first. A place that is assigned to shows as
     * its {@link Read}, too.
     */
    public static void visit(List<Effect> effects, Consumer<Expr> visitor) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Assign a -> {
                    visit(a.place(), visitor);
                    visit(a.value(), visitor);
                }
                case Effect.When w -> {
                    visit(w.condition(), visitor);
                    visit(w.then(), visitor);
                    visit(w.otherwise(), visitor);
                }
                case Effect.Each f -> {
                    visit(f.where(), visitor);
                    visit(f.body(), visitor);
                }
            }
        }
    }
}
