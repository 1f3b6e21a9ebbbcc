package org.reapscope.base.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An operator between two operands, the loosest first. It may be written as a sign or as a word. */
public enum Operator {
    /** Under a condition: {@code P(a | b = 2)}. */
    GIVEN(1, Side.LEFT, "|"),
    ASSIGN(2, Side.RIGHT, "="),
    IMPLIES(4, Side.RIGHT, "->", "implies"),
    OR(5, Side.LEFT, "||", "or"),
    AND(6, Side.LEFT, "&&", "and"),
    EQUAL(7, Side.NONE, "=="),
    UNEQUAL(7, Side.NONE, "!="),
    LESS(8, Side.NONE, "<"),
    AT_MOST(8, Side.NONE, "<="),
    MORE(8, Side.NONE, ">"),
    AT_LEAST(8, Side.NONE, ">="),
    PLUS(9, Side.LEFT, "+"),
    MINUS(9, Side.LEFT, "-"),
    TIMES(10, Side.LEFT, "*"),
    DIVIDED(10, Side.LEFT, "/"),
    MODULO(10, Side.LEFT, "%");

    /** Between {@link #ASSIGN} and {@link #IMPLIES}. */
    static final int CHOICE = 3;

    /** Which of two of a kind is worked out first. */
    enum Side {
        LEFT, RIGHT,
        /** Two in a row make no sense. */
        NONE
    }

    private final int binding;
    private final Side side;
    private final List<String> spellings;

    Operator(int binding, Side side, String... spellings) {
        this.binding = binding;
        this.side = side;
        this.spellings = List.of(spellings);
    }

    int binding() {
        return binding;
    }

    Side side() {
        return side;
    }

    /** As it is usually written. */
    public String sign() {
        return spellings.getFirst();
    }

    /** Whether it compares two numbers. */
    public boolean compares() {
        return side == Side.NONE;
    }

    static Optional<Operator> of(Lexeme lexeme) {
        return Stream.of(values()).filter(operator -> operator.spellings.contains(lexeme.text())).findFirst();
    }

    /** Whether a word is an operator, so that nothing can be called so. */
    static boolean isWord(String word) {
        return word.equals(Prefix.NOT_WORD) || Stream.of(values()).anyMatch(operator -> operator.spellings.contains(word));
    }
}
