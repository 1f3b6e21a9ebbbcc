package org.reapscope.base.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.reapscope.base.syntax.Dialect.Arrow;
import org.reapscope.base.syntax.Lexeme.Kind;
import org.reapscope.base.syntax.Operator.Side;

/**
 * Reads expressions by the strength with which operators bind (Vaughan Pratt, 1973). Loosest first: {@code |}, {@code =},
 * {@code ? :}, {@code ->}, {@code ||}, {@code &&}, {@code == !=}, {@code < <= > >=}, {@code + -}, {@code * / %},
 * {@code ! -} before an operand, then calls, indexes and members. {@code implies or and not} are the same as the signs.
 */
public final class Reader {

    private final Dialect dialect;
    private final List<Lexeme> lexemes;
    private int next;
    private int depth;

    /** @throws SyntaxException if the text is too long or has signs that no expression has */
    public Reader(String text, Dialect dialect) {
        this(Lexer.read(text, dialect), dialect);
    }

    /** @param lexemes of a text with more than expressions in it, the end being the last one */
    public Reader(List<Lexeme> lexemes, Dialect dialect) {
        this.dialect = dialect;
        this.lexemes = List.copyOf(lexemes);
    }

    /** What comes next. */
    public Lexeme peek() {
        return lexemes.get(next);
    }

    /** What comes so many lexemes behind the next. */
    public Lexeme ahead(int by) {
        return lexemes.get(Math.min(next + by, lexemes.size() - 1));
    }

    /** What was taken last; the first if nothing was. */
    public Lexeme previous() {
        return lexemes.get(Math.max(0, next - 1));
    }

    public boolean isAtEnd() {
        return peek().kind() == Kind.END;
    }

    /** Takes a sign or a word if it comes next. */
    public boolean take(String text) {
        boolean there = !isAtEnd() && peek().text().equals(text);
        next += there ? 1 : 0;
        return there;
    }

    /** Takes a name. */
    public Lexeme name(String what) {
        if (peek().kind() != Kind.NAME) {
            throw expected(what);
        }
        return lexemes.get(next++);
    }

    /** That something else was expected than what comes next. */
    public SyntaxException expected(String what) {
        return new SyntaxException(peek().span(), "expected " + what + ", found " + peek().shown());
    }

    /** Reads as much as belongs together; what follows is left. */
    public Syntax expression() {
        return binary(0);
    }

    /** An expression of operators that bind at least so strongly. */
    private Syntax binary(int least) {
        Syntax left = prefixed();
        while (true) {
            if (peek().isSign("?") && least <= Operator.CHOICE) {
                left = choice(left);
                continue;
            }
            Optional<Operator> found = Operator.of(peek()).filter(operator -> operator.binding() >= least);
            if (found.isEmpty()) {
                return left;
            }
            Operator operator = found.get();
            next++;
            Syntax right = operator.side() == Side.RIGHT ? deeper(() -> binary(operator.binding())) : binary(operator.binding() + 1);
            left = new Syntax.Binary(operator, left, right, left.span().to(right.span()));
            Optional<Operator> second = Operator.of(peek()).filter(o -> o.side() == Side.NONE && o.binding() == operator.binding());
            if (operator.side() == Side.NONE && second.isPresent()) {
                throw new SyntaxException(peek().span(), "expected one comparison, found a second one; write a " + operator.sign() + " b && b "
                        + second.get().sign() + " c");
            }
        }
    }

    private Syntax choice(Syntax condition) {
        next++;
        Syntax then = deeper(() -> binary(Operator.CHOICE));
        expect(":");
        Syntax otherwise = deeper(() -> binary(Operator.CHOICE));
        return new Syntax.Choice(condition, then, otherwise, condition.span().to(otherwise.span()));
    }

    private Syntax prefixed() {
        Lexeme first = peek();
        Optional<Prefix> prefix = Prefix.of(first);
        if (prefix.isEmpty()) {
            return suffixed();
        }
        next++;
        Syntax operand = deeper(this::prefixed);
        return new Syntax.Unary(prefix.get(), operand, first.span().to(operand.span()));
    }

    private Syntax suffixed() {
        Syntax of = operand();
        while (true) {
            Lexeme sign = peek();
            boolean pointer = sign.isSign("->") && dialect.arrow() == Arrow.MEMBER;
            if (sign.isSign(".") || pointer) {
                next++;
                if (peek().kind() != Kind.NAME && peek().kind() != Kind.NUMBER) {
                    throw expected("the name of a member");
                }
                Lexeme name = lexemes.get(next++);
                of = new Syntax.Member(of, name.text(), pointer, of.span().to(name.span()));
            } else if (sign.isSign("(")) {
                List<Syntax> arguments = list("(", ")");
                of = new Syntax.Call(of, arguments, of.span().to(lexemes.get(next - 1).span()));
            } else if (sign.isSign("[")) {
                List<Syntax> indexes = list("[", "]");
                of = new Syntax.Index(of, indexes, of.span().to(lexemes.get(next - 1).span()));
            } else {
                return of;
            }
        }
    }

    private Syntax operand() {
        Lexeme first = peek();
        if (first.kind() == Kind.NUMBER) {
            next++;
            return new Syntax.Number(first.text(), first.span());
        }
        if (first.kind() == Kind.NAME && !Operator.isWord(first.text())) {
            next++;
            return new Syntax.Name(first.text(), first.span());
        }
        if (first.isSign("(")) {
            next++;
            Syntax inner = deeper(() -> binary(0));
            expect(")");
            return new Syntax.Group(inner, first.span().to(lexemes.get(next - 1).span()));
        }
        throw expected(dialect.operand());
    }

    private List<Syntax> list(String open, String close) {
        expect(open);
        List<Syntax> items = new ArrayList<>();
        if (!take(close)) {
            do {
                items.add(deeper(() -> binary(0)));
            } while (take(","));
            expect(close);
        }
        return items;
    }

    private void expect(String sign) {
        if (!take(sign)) {
            throw expected("'" + sign + "'");
        }
    }

    private Syntax deeper(Supplier<Syntax> inner) {
        if (++depth > dialect.deepest()) {
            throw new SyntaxException(peek().span(), "nested more than " + dialect.deepest() + " deep; " + dialect.flatter());
        }
        try {
            return inner.get();
        } finally {
            depth--;
        }
    }
}
