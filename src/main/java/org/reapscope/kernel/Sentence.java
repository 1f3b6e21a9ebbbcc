package org.reapscope.kernel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reapscope.base.words.Digits;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.ModelException;

/** Fills the braces of {@link Words}. */
final class Sentence {

    private static final Pattern BRACES = Pattern.compile("\\{(\\d+)('?)(?::(\\w+))?}");

    private Sentence() {}

    static String of(Machine machine, Words words, long[] before, long[] after, int task) {
        return BRACES.matcher(words.text()).replaceAll(found -> {
            Expr e = words.values().get(Integer.parseInt(found.group(1)));
            long[] state = found.group(2).isEmpty() ? before : after;
            String kind = found.group(3) == null ? "" : found.group(3);
            return Matcher.quoteReplacement(value(machine, e, kind, state, task));
        });
    }

    private static String value(Machine machine, Expr e, String kind, long[] state, int task) {
        int v;
        try {
            v = machine.value(e, task, state, 0);
        } catch (ModelException _) {
            // Not kept in this machine: unknown is shown as unknown.
            return "?";
        }
        MachineSpec spec = machine.spec();
        return switch (kind) {
            case "task" -> spec.name(Dim.TASK, v);
            case "holder" -> v == 0 ? "nobody" : spec.name(Dim.TASK, v - 1);
            case "group" -> spec.name(Dim.GROUP, v);
            case "mm" -> spec.name(Dim.MM, v);
            case "vma" -> spec.name(Dim.VMA, v);
            case "table" -> spec.name(Dim.TABLE, v);
            case "errno" -> ReturnValue.of(v).text();
            default -> Digits.grouped(v);
        };
    }
}
