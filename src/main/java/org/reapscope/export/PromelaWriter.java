package org.reapscope.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Cells;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Layout;
import org.reapscope.kernel.expr.Op;
import org.reapscope.kernel.expr.StepCode;

/**
 * A machine as a Promela model: the same steps, printed from the same trees, so that SPIN can check our counts.
 *
 * <p>One proctype a task, one label a step, one atomic sequence a step. With {@code -DNOREDUCE} and no shortcuts
 * ({@code spin -a -o1 -o2 -o3}, {@code pan -E}) SPIN stores exactly the states that {@code explore --full} does. Each fact becomes
 * a never claim, chosen with {@code -DPROPERTY_name}: SPIN reports an error if the fact can come to hold. Where a task may
 * wait for ever the label begins with {@code end}: without {@code pan -E} SPIN's "invalid end states" are our deadlocks.
 */
public final class PromelaWriter {

    private static final Set<String> RESERVED = Set.of("active", "assert", "atomic", "bit", "bool", "break", "byte",
            "chan", "d_step", "do", "else", "empty", "enabled", "end", "eval", "false", "fi", "full", "goto", "hidden",
            "if", "init", "inline", "int", "len", "mtype", "never", "notrace", "nfull", "nempty", "od", "of", "pid",
            "pc_value", "priority", "printf", "proctype", "provided", "run", "select", "short", "show", "skip",
            "timeout", "trace", "true", "typedef", "unless", "unsigned", "xr", "xs");

    private final Machine machine;
    private final Cells cells;
    private final Layout layout;
    private final StringBuilder out = new StringBuilder();
    private final Set<Field> used = new HashSet<>(Set.of(Field.PC));

    private PromelaWriter(Machine machine) {
        this.machine = machine;
        this.layout = machine.layout();
        this.cells = layout.cells();
    }

    /** Writes the model of a machine. */
    public static void write(Machine machine, Appendable out) throws IOException {
        PromelaWriter writer = new PromelaWriter(machine);
        for (int task = 0; task < machine.tasks(); task++) {
            writer.task(task);
        }
        writer.claims();
        out.append(writer.fields()).append(writer.out);
    }

    /** Only what some step or fact mentions: what never changes is in none of them, and would make SPIN's states longer. */
    private String fields() {
        StringBuilder declarations = new StringBuilder();
        for (Field field : cells.fields()) {
            if (used.contains(field)) {
                declare(field, declarations);
            }
        }
        return declarations.toString();
    }

    private void declare(Field field, StringBuilder to) {
        int first = cells.first(field);
        int count = field.cells(cells.sizes());
        int max = 1;
        for (int cell = first; cell < first + count; cell++) {
            max = Math.max(max, layout.max(cell));
        }
        to.append(max > Short.MAX_VALUE ? "int " : max > 255 ? "short " : max > 1 ? "byte " : "bit ");
        to.append(name(field)).append('[').append(count).append("] = {");
        for (int cell = first; cell < first + count; cell++) {
            to.append(cell == first ? " " : ", ").append(layout.initial(cell));
        }
        to.append(" };\n");
    }

    private void task(int task) {
        out.append("\nactive proctype task_").append(task).append("() {  /* ")
                .append(machine.spec().tasks().get(task).name()).append(" */\n");
        int start = machine.pc(machine.initial(), 0, task);
        step(task, start);
        for (int pc : machine.specialisation().reached(task).stream().filter(p -> p != start).toArray()) {
            step(task, pc);
        }
        out.append("}\n");
    }

    private void step(int task, int pc) {
        StepCode step = machine.specialisation().step(task, pc);
        if (step == null || step.guard().equals(Expr.FALSE)) {
            out.append(label(task, pc)).append(": false;\n");
        } else {
            step(task, step);
        }
    }

    private void step(int task, StepCode step) {
        out.append(label(task, step.pc())).append(": /* ").append(machine.program(task).get(step.pc()).path())
                .append(" */\n  atomic {\n    ").append(print(step.guard())).append(";\n");
        effects(step.effects(), "    ");
        List<StepCode.Exit> exits = step.exits();
        for (int i = 0; i < exits.size(); i++) {
            boolean last = i == exits.size() - 1;
            String move = name(Field.PC) + "[" + task + "] = " + exits.get(i).pc() + "; goto " + label(task, exits.get(i).pc());
            if (last) {
                out.append("    ").append(move).append("\n  };\n");
            } else {
                out.append("    if :: (").append(print(exits.get(i).when())).append(") -> ").append(move).append(" :: else fi;\n");
            }
        }
    }

    private void effects(List<Effect> effects, String indent) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Assign a -> out.append(indent).append(print(a.place())).append(" = ").append(print(a.value()))
                        .append(";\n");
                case Effect.When w -> {
                    out.append(indent).append("if\n").append(indent).append(":: (").append(print(w.condition()))
                            .append(") ->\n");
                    effects(w.then(), indent + "  ");
                    out.append(indent).append("  skip\n").append(indent).append(":: else ->\n");
                    effects(w.otherwise(), indent + "  ");
                    out.append(indent).append("  skip\n").append(indent).append("fi;\n");
                }
                case Effect.Each each -> throw new IllegalArgumentException("not specialised: " + each);
            }
        }
    }

    private void claims() {
        for (int k = 0; k < machine.spec().facts().size(); k++) {
            Expr fact = machine.specialisation().specialise(machine.factExpr(k), 0);
            out.append("\n#ifdef PROPERTY_").append(identifier(machine.spec().facts().get(k).name()))
                    .append("\nnever { do :: (").append(print(fact)).append(") -> break :: else od }\n#endif\n");
        }
    }

    private String print(Expr e) {
        return switch (e) {
            case Expr.Const c -> Integer.toString(c.value());
            case Expr.Read r -> read(r);
            case Expr.Binary(Op op, Expr left, Expr right) -> "(" + print(left) + " " + op.symbol() + " " + print(right) + ")";
            case Expr.Not n -> "(" + print(n.operand()) + " == 0)";
            case Expr.Choose c -> "(" + print(c.condition()) + " -> " + print(c.then()) + " : " + print(c.otherwise()) + ")";
            case Expr.Self _, Expr.Var _, Expr.Param _, Expr.Size _, Expr.Over _, Expr.At _ ->
                throw new IllegalArgumentException("not specialised: " + e);
        };
    }

    /** A field is one array, its indexes flattened as {@link Cells} flattens them: outermost first. */
    private String read(Expr.Read read) {
        used.add(read.field());
        List<String> terms = new ArrayList<>();
        int stride = 1;
        for (int d = read.index().size() - 1; d >= 0; d--) {
            terms.addFirst(stride == 1 ? print(read.index().get(d)) : print(read.index().get(d)) + " * " + stride);
            stride *= cells.sizes().of(read.field().dims().get(d));
        }
        return name(read.field()) + "[" + (terms.isEmpty() ? "0" : String.join(" + ", terms)) + "]";
    }

    private String label(int task, int pc) {
        StepCode step = machine.specialisation().step(task, pc);
        boolean waits = step == null || !step.guard().equals(Expr.TRUE);
        return (waits && machine.mayRest(task, pc) ? "end_L" : "L") + pc;
    }

    private static String name(Field field) {
        return identifier(field.name());
    }

    private static String identifier(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
        return RESERVED.contains(plain) || plain.startsWith("_") || !Character.isLetter(plain.charAt(0)) ? "v_" + plain : plain;
    }
}
