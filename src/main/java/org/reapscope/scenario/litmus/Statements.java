package org.reapscope.scenario.litmus;

import org.reapscope.kernel.Lock;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.SpinLock;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;

/**
 * The statements of a step, each one of
 *
 * <pre>
 * NAME = EXPRESSION        assigns to a shared variable or to one of the thread's own
 * lock NAME                waits until nobody holds the lock, and takes it
 * unlock NAME              gives it back
 * wait EXPRESSION          waits until it holds
 * goto STEP [if EXPRESSION]
 * nothing
 * </pre>
 */
final class Statements {

    private static final int MOST = 50;

    private final Names names;

    Statements(Names names) {
        this.names = names;
    }

    /** Adds the statements, {@code ;} between, to a step. */
    void add(String text, MicroStep.Builder step) {
        String[] statements = text.split(";", -1);
        if (statements.length > MOST) {
            throw new LitmusException(statements.length + " statements in one step; at most " + MOST + " are possible. Write it in several steps");
        }
        for (String statement : statements) {
            one(statement.strip(), step);
        }
    }

    private void one(String text, MicroStep.Builder step) {
        LitmusTerms terms = new LitmusTerms(text, names);
        String word = terms.word();
        switch (word) {
            case "nothing" -> { }
            case "lock" -> {
                SpinLock lock = lock(terms);
                step.locks(lock, Expr.of(0), Lock.Mode.WRITE, Lock.Act.ACQUIRE)
                        .when(lock.isFree(Expr.of(0)), Wait.UNINTERRUPTIBLE).does(lock.take(Expr.of(0)));
            }
            case "unlock" -> step.releases(lock(terms), Expr.of(0));
            case "wait" -> step.when(terms.expression(), Wait.UNINTERRUPTIBLE);
            case "goto" -> {
                String to = terms.word();
                step.jump(terms.take("if") ? terms.expression() : Expr.TRUE,
                        to.equals("end") ? MicroStep.RETURN : to);
            }
            default -> step.does(assignment(word, terms));
        }
        terms.end();
    }

    private SpinLock lock(LitmusTerms terms) {
        String name = terms.word();
        return names.lock(name).orElseThrow(() -> terms.wrong("no lock is called '" + name + "'; the names are " + names.known()));
    }

    private Effect assignment(String name, LitmusTerms terms) {
        Expr.Read place = names.place(name).orElseThrow(() -> terms.wrong("'" + name
                + "' is neither a variable nor lock, unlock, wait, goto, nothing; the names are " + names.known()));
        if (!terms.take("=")) {
            throw terms.wrong("expected '=' after " + name);
        }
        return place.set(terms.expression());
    }
}
