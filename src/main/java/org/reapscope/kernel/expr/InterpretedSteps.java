package org.reapscope.kernel.expr;

import java.util.List;

/** The steps of a machine as the {@link Interpreter} understands them: slow, plain, and what the compiler must equal. */
public final class InterpretedSteps implements Steps {

    private final Interpreter interpreter;
    private final Layout layout;
    private final List<List<StepCode>> source;
    private final List<Expr> facts;

    /** Interprets these steps, by task and program counter, as they were written (not specialised). */
    public InterpretedSteps(Interpreter interpreter, Layout layout, List<List<StepCode>> source, List<Expr> facts) {
        this.interpreter = interpreter;
        this.layout = layout;
        this.source = source;
        this.facts = facts;
    }

    @Override
    public boolean enabled(long[] states, int offset, int task) {
        int pc = layout.get(states, offset, layout.cells().cell(Field.PC, task));
        return pc < source.get(task).size() && interpreter.holds(source.get(task).get(pc).guard(), task,
                CellAccess.forSteps(layout, states, offset));
    }

    @Override
    public long enabledMask(long[] states, int offset) {
        long mask = 0;
        for (int t = 0; t < source.size(); t++) {
            mask |= enabled(states, offset, t) ? 1L << t : 0;
        }
        return mask;
    }

    @Override
    public void step(long[] states, int offset, int task) {
        CellAccess state = CellAccess.forSteps(layout, states, offset);
        int pcCell = layout.cells().cell(Field.PC, task);
        take(interpreter, source.get(task).get(state.read(pcCell)), state, pcCell);
    }

    /** Does one step's effects and moves its program counter. */
    static void take(Interpreter interpreter, StepCode code, CellAccess state, int pcCell) {
        interpreter.run(code.effects(), code.task(), state);
        for (StepCode.Exit exit : code.exits()) {
            if (interpreter.holds(exit.when(), code.task(), state)) {
                state.write(pcCell, exit.pc());
                return;
            }
        }
        throw new ModelException("task " + code.task() + " has nowhere to go from " + code.pc());
    }

    @Override
    public long facts(long[] states, int offset) {
        long mask = 0;
        for (int k = 0; k < facts.size(); k++) {
            mask |= fact(states, offset, k) != 0 ? 1L << k : 0;
        }
        return mask;
    }

    @Override
    public int fact(long[] states, int offset, int k) {
        return interpreter.value(facts.get(k), 0, CellAccess.forSteps(layout, states, offset));
    }
}
