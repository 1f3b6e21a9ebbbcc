package org.reapscope.kernel.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.reapscope.base.syntax.Operator;
import org.reapscope.base.syntax.Syntax;
import org.reapscope.base.syntax.SyntaxException;
import org.reapscope.kernel.TraceCall;

/** The tracepoints that the text declares, called as the kernel calls them: {@code trace_mmap_lock_released(mm, false)}. */
final class Tracepoints {

    private static final String CALL = "trace_";

    private final Expressions expressions;
    private final Map<String, Declaration.Tracepoint> byName = new HashMap<>();

    Tracepoints(Expressions expressions) {
        this.expressions = expressions;
    }

    void add(Declaration.Tracepoint tracepoint) {
        if (byName.put(tracepoint.name().text(), tracepoint) != null) {
            throw new SyntaxException(tracepoint.name().span(), "there is a tracepoint " + tracepoint.name().text() + " already");
        }
    }

    /** What a call passes, if it is one of a tracepoint. */
    Optional<TraceCall> of(String function, Syntax.Call call, Scope scope) {
        Declaration.Tracepoint tracepoint = function.startsWith(CALL) ? byName.get(function.substring(CALL.length())) : null;
        if (tracepoint == null) {
            return Optional.empty();
        }
        Scope inner = expressions.arguments(tracepoint.parameters(), call, scope);
        List<TraceCall.Arg> args = new ArrayList<>();
        for (Statement statement : tracepoint.arguments()) {
            if (!(statement instanceof Statement.Evaluate(Syntax.Binary assigned, var _)) || assigned.operator() != Operator.ASSIGN) {
                throw new SyntaxException(statement.span(), "expected an argument, as in pid = pid(task);");
            }
            args.add(argument(assigned, inner));
        }
        return Optional.of(TraceCall.of(tracepoint.system().text() + ":" + tracepoint.name().text(), args.toArray(TraceCall.Arg[]::new)));
    }

    private TraceCall.Arg argument(Syntax.Binary assigned, Scope scope) {
        String name = assigned.left().word().orElseThrow(() -> new SyntaxException(assigned.left().span(), "expected the name of an argument"));
        if (assigned.right() instanceof Syntax.Call before && before.function().word().filter("before"::equals).isPresent() && before.arguments().size() == 1) {
            TraceCall.Arg after = printed(name, before.arguments().getFirst(), scope);
            return TraceCall.Arg.before(after.name(), after.kind(), after.value());
        }
        return printed(name, assigned.right(), scope);
    }

    private TraceCall.Arg printed(String name, Syntax syntax, Scope scope) {
        if (syntax instanceof Syntax.Call call && call.arguments().size() == 1) {
            String kind = call.function().word().orElse("").toUpperCase(Locale.ROOT);
            for (TraceCall.Kind known : TraceCall.Kind.values()) {
                if (known.name().equals(kind)) {
                    return TraceCall.Arg.of(name, known, expressions.of(call.arguments().getFirst(), scope).index());
                }
            }
        }
        throw new SyntaxException(syntax.span(), "expected how to print it, one of "
                + String.join(", ", java.util.Arrays.stream(TraceCall.Kind.values()).map(k -> k.name().toLowerCase(Locale.ROOT)).toList()) + ", as in pid(task)");
    }
}
