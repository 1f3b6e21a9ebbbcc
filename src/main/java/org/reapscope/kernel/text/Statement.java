package org.reapscope.kernel.text;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.syntax.Span;
import org.reapscope.base.syntax.Syntax;

/** What stands in a function. */
sealed interface Statement {

    Span span();

    /**
     * Begins a step.
     *
     * @param name {@code V11}, or what is put behind the label of the call, {@code .w}
     * @param comments what is said of the step
     */
    record Label(String name, List<Comment> comments, Span span) implements Statement {

        /** Whether the label of the call comes before it. */
        boolean relative() {
            return name.startsWith(".");
        }
    }

    /** {@code place = value;} or a call. */
    record Evaluate(Syntax syntax, Span span) implements Statement {}

    /** {@code place++;} or {@code place--;}. */
    record Count(Syntax place, boolean up, Span span) implements Statement {}

    record Branch(Syntax condition, List<Statement> then, List<Statement> otherwise, Span span) implements Statement {}

    /** {@code for_each_task (t, condition) body}. */
    record Loop(Syntax.Call head, List<Statement> body, Span span) implements Statement {}

    record Goto(String label, Span span) implements Statement {}

    record Return(@Nullable Syntax value, Span span) implements Statement {}
}
