package org.reapscope.kernel.expr;

import java.util.List;

/**
 * One step of one task, ready to be interpreted or compiled.
 *
 * @param task whose step
 * @param pc where it stands in the task's program
 * @param guard when it can be taken
 * @param effects what it does
 * @param exits where it goes, judged in order in the state that the effects leave; the last one always holds
 */
public record StepCode(int task, int pc, Expr guard, List<Effect> effects, List<Exit> exits) {

    /** Keeps copies. */
    public StepCode {
        effects = List.copyOf(effects);
        exits = List.copyOf(exits);
    }

    /** Goes to {@code pc} if {@code when} holds and no exit before it did. */
    public record Exit(Expr when, int pc) {}
}
