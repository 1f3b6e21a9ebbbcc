package org.reapscope.base.syntax;

import java.util.Optional;

/** An operator before its operand. It binds closer than all that stand between two. */
public enum Prefix {
    NOT, MINUS;

    static final String NOT_WORD = "not";

    static Optional<Prefix> of(Lexeme lexeme) {
        return switch (lexeme.text()) {
            case "!", NOT_WORD -> Optional.of(NOT);
            case "-" -> Optional.of(MINUS);
            default -> Optional.empty();
        };
    }
}
