package org.reapscope.base.syntax;

import java.util.List;
import java.util.Optional;

/** An expression as it is written: words and how they hang together, not what they mean. Immutable. */
public sealed interface Syntax {

    /** Where it stands. */
    Span span();

    record Name(String text, Span span) implements Syntax {}

    /** Digits, perhaps with a point in them. */
    record Number(String digits, Span span) implements Syntax {}

    /** {@code of.name}, or {@code of->name} through a pointer. */
    record Member(Syntax of, String name, boolean pointer, Span span) implements Syntax {}

    /** {@code function(arguments)}. */
    record Call(Syntax function, List<Syntax> arguments, Span span) implements Syntax {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code of[indexes]}. */
    record Index(Syntax of, List<Syntax> indexes, Span span) implements Syntax {
        public Index {
            indexes = List.copyOf(indexes);
        }
    }

    record Unary(Prefix prefix, Syntax operand, Span span) implements Syntax {}

    record Binary(Operator operator, Syntax left, Syntax right, Span span) implements Syntax {}

    /** {@code condition ? then : otherwise}. */
    record Choice(Syntax condition, Syntax then, Syntax otherwise, Span span) implements Syntax {}

    /** {@code (inner)}. */
    record Group(Syntax inner, Span span) implements Syntax {}

    /** A word with its dots, as {@code task.mm}, where the expression is nothing else; numbers are words as well. */
    default Optional<String> word() {
        return switch (this) {
            case Name name -> Optional.of(name.text());
            case Number number -> Optional.of(number.digits());
            case Member member when !member.pointer() -> member.of().word().map(of -> of + "." + member.name());
            default -> Optional.empty();
        };
    }

    /** The call of this name; nothing if it is something else. */
    default Optional<Call> call(String function) {
        return this instanceof Call call && call.function().word().filter(function::equals).isPresent() ? Optional.of(call) : Optional.empty();
    }
}
