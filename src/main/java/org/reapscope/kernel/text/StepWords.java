package org.reapscope.kernel.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reapscope.base.syntax.Dialect;
import org.reapscope.base.syntax.Reader;
import org.reapscope.base.syntax.SyntaxException;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;

/** The sentence of a step: braces hold expressions, with a stroke behind for the value after the step. */
final class StepWords {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*?)('?)}");
    private static final Dialect DIALECT = new Dialect(false, Dialect.Arrow.MEMBER, 1000, 300, 30, "a name, a number, '!', '-' or '('", "say less", "say less");

    private StepWords() {}

    static void say(MicroStep.Builder step, Comment comment, Expressions expressions, Scope scope) {
        List<Expr> values = new ArrayList<>();
        Matcher braces = BRACES.matcher(comment.text());
        String text = braces.replaceAll(found -> {
            Value value;
            try {
                Reader reader = new Reader(found.group(1), DIALECT);
                value = expressions.of(reader.expression(), scope);
                if (!reader.isAtEnd()) {
                    throw reader.expected("'}'");
                }
            } catch (SyntaxException e) {
                throw new SyntaxException(comment.span(), "{" + found.group(1) + "}: " + e.problem());
            }
            boolean maybeNobody = value.type() instanceof Type.Pointer(Dim to, Type.Encoding encoding) && encoding == Type.Encoding.NULLABLE && to == Dim.TASK;
            Expr shown = maybeNobody ? value.expr() : value.index();
            int number = values.indexOf(shown);
            if (number < 0) {
                number = values.size();
                values.add(shown);
            }
            return Matcher.quoteReplacement("{" + number + found.group(2) + kind(value.type()) + "}");
        });
        step.says(text, values.toArray(Expr[]::new));
    }

    private static String kind(Type type) {
        return switch (type) {
            case Type.Number _, Type.Truth _, Type.Null _ -> "";
            case Type.ReturnCode _ -> ":errno";
            case Type.Pointer(var to, Type.Encoding encoding) -> encoding == Type.Encoding.NULLABLE && to == Dim.TASK ? ":holder" : ":" + to.word();
        };
    }
}
