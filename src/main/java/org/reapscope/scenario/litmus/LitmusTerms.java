package org.reapscope.scenario.litmus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reapscope.kernel.expr.Expr;

/**
 * Reads expressions: whole numbers, names, {@code THREAD.local}, {@code done(THREAD)}, {@code at(THREAD, STEP)}, brackets,
 * {@code + - *}, {@code == != < <= > >=}, {@code not}, {@code and}, {@code or}, the last binding least.
 */
final class LitmusTerms {

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(\\d{1,6})|([A-Za-z_][A-Za-z0-9_-]*)|(==|!=|<=|>=|[-+*<>=().,]))");
    private static final int DEEPEST = 40;
    private static final int LONGEST = 2000;
    private static final int MOST_TOKENS = 300;
    private static final int SHOWN = 100;

    private final String text;
    private final Names names;
    private final List<String> tokens = new ArrayList<>();
    private int next;
    private int depth;

    LitmusTerms(String text, Names names) {
        this.text = text;
        this.names = names;
        if (text.length() > LONGEST) {
            throw wrong("too long; at most " + LONGEST + " letters are read. Write it in several steps");
        }
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.stripTrailing().length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw wrong("'" + text.substring(at).strip() + "' cannot be read");
            }
            tokens.add(matcher.group().strip());
            at = matcher.end();
        }
        if (tokens.size() > MOST_TOKENS) {
            throw wrong("too long; at most " + MOST_TOKENS + " names, numbers and signs are read. Write it in several steps");
        }
    }

    LitmusException wrong(String problem) {
        return new LitmusException("\"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + "\": " + problem);
    }

    /** The next token, which must be a word. */
    String word() {
        if (next < tokens.size() && Character.isLetter(tokens.get(next).charAt(0))) {
            return tokens.get(next++);
        }
        throw wrong("expected a word, found " + (next < tokens.size() ? "'" + tokens.get(next) + "'" : "the end"));
    }

    /** Takes the token if it is next. */
    boolean take(String token) {
        boolean there = next < tokens.size() && tokens.get(next).equals(token);
        next += there ? 1 : 0;
        return there;
    }

    /** Nothing may follow. */
    void end() {
        if (next < tokens.size()) {
            throw wrong("'" + tokens.get(next) + "' is too much");
        }
    }

    Expr expression() {
        Expr left = conjunction();
        while (take("or")) {
            left = left.or(conjunction());
        }
        return left;
    }

    private Expr conjunction() {
        Expr left = comparison();
        while (take("and")) {
            left = left.and(comparison());
        }
        return left;
    }

    private Expr comparison() {
        Expr left = sum();
        for (String op : List.of("==", "!=", "<=", ">=", "<", ">")) {
            if (take(op)) {
                Expr right = sum();
                return switch (op) {
                    case "==" -> left.eq(right);
                    case "!=" -> left.ne(right);
                    case "<=" -> left.le(right);
                    case ">=" -> left.ge(right);
                    case "<" -> left.lt(right);
                    default -> left.gt(right);
                };
            }
        }
        return left;
    }

    private Expr sum() {
        Expr left = product();
        while (true) {
            if (take("+")) {
                left = left.plus(product());
            } else if (take("-")) {
                left = left.minus(product());
            } else {
                return left;
            }
        }
    }

    private Expr product() {
        Expr left = operand();
        while (take("*")) {
            left = left.times(operand());
        }
        return left;
    }

    private Expr operand() {
        if (++depth > DEEPEST) {
            throw wrong("nested more than " + DEEPEST + " deep; write it in a simpler way");
        }
        try {
            if (take("not")) {
                return operand().not();
            }
            if (take("(")) {
                Expr inner = expression();
                close();
                return inner;
            }
            return atom();
        } finally {
            depth--;
        }
    }

    private Expr atom() {
        if (next < tokens.size() && Character.isDigit(tokens.get(next).charAt(0))) {
            return Expr.of(Integer.parseInt(tokens.get(next++)));
        }
        String name = word();
        if (name.equals("done") && take("(")) {
            int thread = thread(word());
            close();
            return Expr.at(Expr.of(thread), names.steps(thread).toArray(String[]::new)).not();
        }
        if (name.equals("at") && take("(")) {
            int thread = thread(word());
            if (!take(",")) {
                throw wrong("expected ',' and the name of a step");
            }
            Expr there = Expr.at(Expr.of(thread), step(thread, word()));
            close();
            return there;
        }
        if (take(".")) {
            String local = word();
            return names.place(thread(name), local)
                    .orElseThrow(() -> wrong("no thread has a variable '" + local + "'; the names are " + names.known()));
        }
        return names.place(name).orElseThrow(() -> wrong("no variable is called '" + name + "'; the names are " + names.known()));
    }

    private void close() {
        if (!take(")")) {
            throw wrong("expected ')'");
        }
    }

    private int thread(String name) {
        int thread = names.thread(name);
        if (thread < 0) {
            throw wrong("no thread is called '" + name + "'");
        }
        return thread;
    }

    private String step(int thread, String name) {
        if (!names.steps(thread).contains(name)) {
            throw wrong("the thread has no step '" + name + "'; it has " + String.join(", ", names.steps(thread)));
        }
        return name;
    }
}
