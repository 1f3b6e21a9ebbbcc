package org.reapscope.kernel.text;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.syntax.Lexeme;
import org.reapscope.base.syntax.Span;
import org.reapscope.base.syntax.Syntax;

/** What stands at the outermost level of a file. */
sealed interface Declaration {

    Span span();

    /**
     * A type as it is written.
     *
     * @param name {@code bool}, {@code int}, {@code errno}, {@code spinlock_t}, {@code void}, or a struct's
     * @param struct whether {@code struct} stands before it
     * @param pointer what stands behind it: {@code *} may be NULL, {@code **} is a cursor, which may be past the last one; nothing for a value
     */
    record Type(Lexeme name, boolean struct, Pointer pointer) {}

    /** How what is pointed at is named. */
    enum Pointer {
        /** It is the thing itself, or its place, which is always there. */
        NONE,
        /** NULL or a place. */
        NULLABLE,
        /** A place, or past the last one. */
        CURSOR
    }

    /**
     * A member of a struct.
     *
     * @param alias how the machine calls it, where that is another name; null for its own
     * @param most the largest value, as written; null if the type says it
     * @param per the struct of a second index; null for none
     */
    record Member(Type type, Lexeme name, @Nullable String alias, @Nullable Syntax most, @Nullable Lexeme per) {}

    /** {@code struct task_struct { ... };}; {@code struct system} has no place of its own. */
    record Struct(Lexeme name, List<Member> members, Span span) implements Declaration {}

    /** {@code enum { A, B };}: numbers from 0. */
    record Constants(List<Lexeme> names, Span span) implements Declaration {}

    /** A parameter of a function. */
    record Parameter(Type type, Lexeme name) {}

    /**
     * A function.
     *
     * @param inline whether its steps, if it has some, stand in the function that calls it
     * @param internal whether no task and no call can name it: it is part of its callers
     * @param file where it stands
     */
    record Function(Lexeme name, Type returns, boolean inline, boolean internal, List<Parameter> parameters, List<Statement> body, Span span,
            SourceText file) implements Declaration {

        public Function {
            parameters = List.copyOf(parameters);
            body = List.copyOf(body);
        }

        /** Whether it calls one of these as a statement. */
        boolean calls(Set<String> names) {
            return body.stream().anyMatch(s -> s instanceof Statement.Evaluate(Syntax.Call call, var _) && call.function().word().filter(names::contains).isPresent());
        }

        /** Whether it has steps of its own. */
        boolean steps() {
            return body.stream().anyMatch(Statement.Label.class::isInstance);
        }
    }

    /**
     * {@code TRACE_EVENT(system, name, parameters) { argument = kind(value); }}.
     *
     * @param arguments in the order of the event's format
     */
    record Tracepoint(Lexeme system, Lexeme name, List<Parameter> parameters, List<Statement> arguments, Span span) implements Declaration {}
}
