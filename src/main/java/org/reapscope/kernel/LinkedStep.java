package org.reapscope.kernel;

import java.util.List;

import org.reapscope.kernel.expr.StepCode;

/**
 * A step in its place in one task's program, calls resolved and parameters known.
 *
 * @param path the ids of the calls it stands in and its own, {@code V14/M7b}
 * @param program the program it was written in
 * @param source the kernel file of that program
 * @param callers the programs that called it, the innermost first
 * @param parts the step itself; in the coarse grain followed by those that happen together with it
 * @param code what is interpreted and compiled
 */
public record LinkedStep(String path, String program, String source, List<String> callers,
        List<MicroStep> parts, StepCode code) {

    /** Keeps a copy. */
    public LinkedStep {
        callers = List.copyOf(callers);
        parts = List.copyOf(parts);
    }

    /** The same step with other parts and code. */
    LinkedStep with(List<MicroStep> otherParts, StepCode otherCode) {
        return new LinkedStep(path, program, source, callers, otherParts, otherCode);
    }

    /** The step, or the first of those that happen together. */
    public MicroStep step() {
        return parts.getFirst();
    }

    /** Where it stands in the task's program. */
    public int pc() {
        return code.pc();
    }
}
