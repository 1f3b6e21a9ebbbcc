package org.reapscope.scenario.term;

import java.util.Optional;
import java.util.function.Function;

import org.reapscope.base.syntax.Operator;
import org.reapscope.base.syntax.Prefix;
import org.reapscope.base.syntax.Syntax;
import org.reapscope.base.syntax.SyntaxException;
import org.reapscope.kernel.expr.Expr;

/** Makes a term of an expression. What its words stand for is said by who asks. */
public final class Terms {

    /** More digits than these are no number that a model has. */
    private static final int MOST_DIGITS = 9;

    private final Function<Syntax, Optional<Expr>> words;

    /** @param words is asked for each part first; nothing where the part is an operator like any other, or is not known */
    public Terms(Function<Syntax, Optional<Expr>> words) {
        this.words = words;
    }

    /**
     * The term.
     *
     * @throws SyntaxException if a part of it means nothing here
     */
    public Expr of(Syntax syntax) {
        Optional<Expr> own = words.apply(syntax);
        return own.isPresent() ? own.get() : switch (syntax) {
            case Syntax.Group group -> of(group.inner());
            case Syntax.Number number -> number(number);
            case Syntax.Unary unary when unary.prefix() == Prefix.NOT -> of(unary.operand()).not();
            case Syntax.Unary unary when unary.operand() instanceof Syntax.Number number -> Expr.of(-value(number));
            case Syntax.Unary unary -> Expr.of(0).minus(of(unary.operand()));
            case Syntax.Binary binary -> binary(binary);
            case Syntax.Choice choice -> Expr.choose(of(choice.condition()), of(choice.then()), of(choice.otherwise()));
            case Syntax.Name _, Syntax.Member _, Syntax.Call _, Syntax.Index _ -> throw new SyntaxException(syntax.span(), "this stands for nothing here");
        };
    }

    private Expr binary(Syntax.Binary binary) {
        if (binary.operator().compares()) {
            requireNumber(binary.left());
            requireNumber(binary.right());
        }
        return switch (binary.operator()) {
            case IMPLIES -> of(binary.left()).not().or(of(binary.right()));
            case OR -> of(binary.left()).or(of(binary.right()));
            case AND -> of(binary.left()).and(of(binary.right()));
            case EQUAL -> of(binary.left()).eq(of(binary.right()));
            case UNEQUAL -> of(binary.left()).ne(of(binary.right()));
            case LESS -> of(binary.left()).lt(of(binary.right()));
            case AT_MOST -> of(binary.left()).le(of(binary.right()));
            case MORE -> of(binary.left()).gt(of(binary.right()));
            case AT_LEAST -> of(binary.left()).ge(of(binary.right()));
            case PLUS -> of(binary.left()).plus(of(binary.right()));
            case MINUS -> of(binary.left()).minus(of(binary.right()));
            case TIMES -> of(binary.left()).times(of(binary.right()));
            case ASSIGN -> throw wrong(binary, "nothing can be assigned here; == compares");
            case GIVEN -> throw wrong(binary, "'|' stands in P(..) alone; || is or");
            case DIVIDED, MODULO -> throw wrong(binary, "'" + binary.operator().sign() + "' cannot be worked out; there are + - *");
        };
    }

    private static SyntaxException wrong(Syntax.Binary binary, String problem) {
        return new SyntaxException(binary.right().span(), problem);
    }

    /** In C, {@code !a == b} compares {@code !a}; elsewhere it denies {@code a == b}. So it is asked for. */
    private static void requireNumber(Syntax operand) {
        if (operand instanceof Syntax.Unary unary && unary.prefix() == Prefix.NOT) {
            throw new SyntaxException(operand.span(), "expected a number to compare, found a negation; write " + Operator.EQUAL.sign()
                    + " in brackets to deny it, as in !(a == b)");
        }
    }

    private static Expr number(Syntax.Number number) {
        return Expr.of(value(number));
    }

    private static int value(Syntax.Number number) {
        if (number.digits().length() > MOST_DIGITS || number.digits().contains(".")) {
            throw new SyntaxException(number.span(), "expected a whole number of at most " + MOST_DIGITS + " digits, found '" + number.digits() + "'");
        }
        return Integer.parseInt(number.digits());
    }
}
