package org.reapscope.kernel.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.reapscope.kernel.Call;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.TraceCall;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Op;

/** A line of a program as text that is the same for what means the same, however it is written: names of bound variables, negations. */
final class NormalForm {

    private NormalForm() {}

    static String of(Program program, Line line) {
        return switch (line) {
            case Call call -> call.id() + ": call " + call.program() + call.arguments().entrySet().stream().map(e -> e.getKey() + "=" + of(e.getValue(), List.of()))
                    .sorted().collect(Collectors.joining(", ", "(", ")"));
            case MicroStep step -> of(program, step);
        };
    }

    /** Where a jump goes: a line, or the end. */
    private static String target(Program program, String jump) {
        if (!jump.startsWith("after ")) {
            return jump;
        }
        int next = program.indexOf(jump.substring("after ".length())) + 1;
        return next < program.lines().size() ? program.lines().get(next).id() : MicroStep.RETURN;
    }

    private static String of(Program program, MicroStep s) {
        List<String> parts = new ArrayList<>();
        parts.add(s.id() + " in " + s.function() + " // " + s.title());
        String words = s.words().text();
        for (int i = s.words().values().size() - 1; i >= 0; i--) {
            words = words.replaceAll("\\{" + i + "(?=['}:])", java.util.regex.Matcher.quoteReplacement("{" + of(s.words().values().get(i), List.of())));
        }
        parts.add("says " + words.replaceAll("\\{([^{}]*):holder}", "{($1 - 1):task}"));
        parts.add("why " + s.why());
        parts.add("await " + holds(s.guard(), true, List.of()) + " " + s.waits());
        flat(s.effects()).forEach(e -> parts.add("does " + of(e, List.of())));
        s.jumps().forEach(j -> parts.add("jump " + holds(j.when(), true, List.of()) + " -> " + target(program, j.to())));
        s.locks().forEach(l -> parts.add("lock " + l.lock().name() + "[" + of(l.index(), List.of()) + "] " + l.mode() + " " + l.act()));
        s.traces().forEach(t -> parts.add("trace " + of(t)));
        parts.add(s.preempt() + " " + s.cost().kind() + "*" + of(s.cost().units(), List.of()) + " " + s.phase());
        return String.join("\n    ", parts);
    }

    private static String of(TraceCall t) {
        return t.event() + " when " + holds(t.when(), true, List.of()) + " of " + of(t.task(), List.of()) + " each " + t.each() + t.args().stream()
                .map(a -> a.name() + "=" + (a.before() ? "before " : "") + a.kind() + ":" + of(a.value(), List.of())).toList();
    }

    private static List<Effect> flat(List<Effect> effects) {
        return effects.stream().flatMap(e -> e instanceof Effect.When w && w.condition().equals(Expr.TRUE) ? flat(w.then()).stream() : java.util.stream.Stream.of(e)).toList();
    }

    private static String of(Effect effect, List<String> bound) {
        return switch (effect) {
            case Effect.Assign a -> of(a.place(), bound) + " = " + of(a.value(), bound);
            case Effect.When w -> "if " + holds(w.condition(), true, bound) + " {" + flat(w.then()).stream().map(e -> of(e, bound)).collect(Collectors.joining("; "))
                    + "} else {" + flat(w.otherwise()).stream().map(e -> of(e, bound)).collect(Collectors.joining("; ")) + "}";
            case Effect.Each e -> {
                List<String> inner = with(bound, e.var().name());
                yield "each " + e.var().dim() + " " + holds(e.where(), true, inner) + " {" + flat(e.body()).stream().map(x -> of(x, inner)).collect(Collectors.joining("; ")) + "}";
            }
        };
    }

    /** A condition, or its opposite, with negations pushed down to what is compared. */
    private static String holds(Expr e, boolean yes, List<String> bound) {
        return switch (e) {
            case Expr.Not n -> holds(n.operand(), !yes, bound);
            case Expr.Binary b when b.op() == Op.AND || b.op() == Op.OR -> {
                Op op = yes ? b.op() : b.op() == Op.AND ? Op.OR : Op.AND;
                List<String> all = new ArrayList<>();
                flat(b, b.op(), yes, bound, all);
                yield all.stream().collect(Collectors.joining(" " + op.symbol() + " ", "(", ")"));
            }
            case Expr.Binary b when b.op().yieldsTruth() -> of(b.left(), bound) + " " + (yes ? b.op() : opposite(b.op())).symbol() + " " + of(b.right(), bound);
            case Expr.Over o when o.fold() == org.reapscope.kernel.expr.Fold.EXISTS || o.fold() == org.reapscope.kernel.expr.Fold.FORALL -> {
                boolean exists = (o.fold() == org.reapscope.kernel.expr.Fold.EXISTS) == yes;
                yield (exists ? "exists " : "every ") + o.var().dim() + "(" + holds(o.body(), yes, with(bound, o.var().name())) + ")";
            }
            case Expr.Const c -> (c.value() != 0) == yes ? "true" : "false";
            default -> of(e, bound) + (yes ? " != 0" : " == 0");
        };
    }

    private static void flat(Expr e, Op op, boolean yes, List<String> bound, List<String> into) {
        if (e instanceof Expr.Binary b && b.op() == op) {
            flat(b.left(), op, yes, bound, into);
            flat(b.right(), op, yes, bound, into);
        } else if (e instanceof Expr.Not(Expr.Binary b) && b.op() == (op == Op.AND ? Op.OR : Op.AND)) {
            flat(b, b.op(), !yes, bound, into);
        } else {
            into.add(holds(e, yes, bound));
        }
    }

    private static Op opposite(Op op) {
        return switch (op) {
            case EQ -> Op.NE;
            case NE -> Op.EQ;
            case LT -> Op.GE;
            case GE -> Op.LT;
            case GT -> Op.LE;
            case LE -> Op.GT;
            case ADD, SUB, MUL, AND, OR -> throw new IllegalArgumentException(op + " compares nothing");
        };
    }

    private static String of(Expr e, List<String> bound) {
        return switch (e) {
            case Expr.Const c -> Integer.toString(c.value());
            case Expr.Self _ -> "current";
            case Expr.Var v -> "$" + (bound.size() - bound.lastIndexOf(v.name()));
            case Expr.Param p -> p.name();
            case Expr.Size s -> "nr " + s.dim();
            case Expr.Read r -> r.field().name() + r.index().stream().map(i -> of(i, bound)).toList();
            case Expr.Binary b when b.op() == Op.NE && b.left() instanceof Expr.Read r && r.field().bound().base() == 1 && r.field().bound().plus().isEmpty()
                    && b.right().equals(Expr.FALSE) -> of(r, bound);
            case Expr.Binary b when b.op().yieldsTruth() -> "[" + holds(b, true, bound) + "]";
            case Expr.Binary b -> "(" + of(b.left(), bound) + " " + b.op().symbol() + " " + of(b.right(), bound) + ")";
            case Expr.Not _ -> "[" + holds(e, true, bound) + "]";
            case Expr.Choose c -> "(" + holds(c.condition(), true, bound) + " ? " + of(c.then(), bound) + " : " + of(c.otherwise(), bound) + ")";
            case Expr.Over o when o.fold() == org.reapscope.kernel.expr.Fold.EXISTS || o.fold() == org.reapscope.kernel.expr.Fold.FORALL -> "[" + holds(o, true, bound) + "]";
            case Expr.Over o -> o.fold() + " " + o.var().dim() + "(" + (o.fold() == org.reapscope.kernel.expr.Fold.SUM ? of(o.body(), with(bound, o.var().name()))
                    : holds(o.body(), true, with(bound, o.var().name()))) + ")";
            case Expr.At a -> "at(" + of(a.task(), bound) + ", " + a.steps() + ")";
        };
    }

    private static List<String> with(List<String> bound, String name) {
        List<String> more = new ArrayList<>(bound);
        more.add(name);
        return more;
    }
}
