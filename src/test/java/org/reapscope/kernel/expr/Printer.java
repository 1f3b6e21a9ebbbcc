package org.reapscope.kernel.expr;

import java.util.List;
import java.util.stream.Collectors;

import org.reapscope.kernel.expr.Expr.At;
import org.reapscope.kernel.expr.Expr.Binary;
import org.reapscope.kernel.expr.Expr.Choose;
import org.reapscope.kernel.expr.Expr.Not;
import org.reapscope.kernel.expr.Expr.Over;
import org.reapscope.kernel.expr.Expr.Read;

/** Prints trees as pseudo-code that reads like the kernel's. Everything that can change the meaning shows. */
public final class Printer {

    private Printer() {}

    /** The expression on one line. */
    public static String print(Expr e) {
        return print(e, 0);
    }

    private static String print(Expr e, int outer) {
        return switch (e) {
            case Expr.Const c -> Integer.toString(c.value());
            case Expr.Self _ -> "self";
            case Expr.Var v -> v.name();
            case Expr.Param p -> "$" + p.name();
            case Expr.Size s -> "nr_" + s.dim().word() + "s";
            case Read r -> r.field().name() + r.index().stream().map(i -> "[" + print(i) + "]")
                    .collect(Collectors.joining());
            case Not n -> "!" + print(n.operand(), 7);
            case Choose c -> "(" + print(c.condition(), 1) + " ? " + print(c.then(), 1) + " : "
                    + print(c.otherwise(), 1) + ")";
            case Binary b -> binary(b, outer);
            case Over o -> o.fold().name().toLowerCase(java.util.Locale.ROOT) + "(" + o.var().name() + " in "
                    + o.var().dim().word() + "s: " + print(o.body()) + ")";
            case At a -> "at(" + print(a.task()) + ", " + String.join(", ", a.steps()) + ")";
        };
    }

    private static String binary(Binary b, int outer) {
        int p = b.op().precedence();
        boolean comparison = b.op().yieldsTruth() && p > 2;
        String text = print(b.left(), comparison ? p + 1 : p) + " " + b.op().symbol() + " " + print(b.right(), p + 1);
        return p < outer ? "(" + text + ")" : text;
    }

    /** The effects, a line each, indented by two spaces for each level. */
    public static String print(List<Effect> effects) {
        StringBuilder out = new StringBuilder();
        print(effects, "", out);
        return out.toString();
    }

    private static void print(List<Effect> effects, String indent, StringBuilder out) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Assign a -> out.append(indent).append(assign(a)).append('\n');
                case Effect.When w -> {
                    out.append(indent).append("if (").append(print(w.condition())).append(") {\n");
                    print(w.then(), indent + "  ", out);
                    if (!w.otherwise().isEmpty()) {
                        out.append(indent).append("} else {\n");
                        print(w.otherwise(), indent + "  ", out);
                    }
                    out.append(indent).append("}\n");
                }
                case Effect.Each f -> {
                    out.append(indent).append("for each ").append(f.var().dim().word()).append(' ')
                            .append(f.var().name()).append(" with ").append(print(f.where())).append(" {\n");
                    print(f.body(), indent + "  ", out);
                    out.append(indent).append("}\n");
                }
            }
        }
    }

    private static String assign(Effect.Assign a) {
        String place = print(a.place());
        if (a.value() instanceof Binary(Op op, Expr left, Expr.Const(int n)) && left.equals(a.place()) && n == 1) {
            if (op == Op.ADD) {
                return place + "++;";
            }
            if (op == Op.SUB) {
                return place + "--;";
            }
        }
        return place + " = " + print(a.value()) + ";";
    }
}
