package org.reapscope.kernel;

import java.util.Map;

import org.reapscope.kernel.expr.Expr;

/**
 * Runs another program to its end, then goes on with the next line. Takes no step itself: the called program's steps
 * stand in its place.
 *
 * @param id the line's id
 * @param program the name of the called program
 * @param arguments what its parameters stand for; computed anew at every use, so they must not change under way
 */
public record Call(String id, String program, Map<String, Expr> arguments) implements Line {

    /** Keeps a copy. */
    public Call {
        arguments = Map.copyOf(arguments);
    }
}
