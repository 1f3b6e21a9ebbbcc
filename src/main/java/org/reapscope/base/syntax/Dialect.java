package org.reapscope.base.syntax;

/**
 * What differs between the languages that are read here.
 *
 * @param hyphens whether names may have hyphens inside, as {@code pte-collision}; a minus then has a blank before it
 * @param arrow what {@code ->} is
 * @param mostLetters longer texts are refused
 * @param mostLexemes texts of more names, numbers and signs are refused
 * @param deepest brackets, negations and so on may stand so deep in each other
 * @param operand what an expression begins with, in words
 * @param shorter how something that is too long can be said
 * @param flatter how something that is too deep can be said
 */
public record Dialect(boolean hyphens, Arrow arrow, int mostLetters, int mostLexemes, int deepest, String operand, String shorter,
        String flatter) {

    /** What {@code ->} is. */
    public enum Arrow {
        /** If the left side holds, so does the right one. */
        IMPLIES,
        /** The member of what a pointer points to. */
        MEMBER
    }
}
