package org.reapscope.explore.reduce;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Op;
import org.reapscope.kernel.expr.Specialisation;
import org.reapscope.kernel.expr.StepCode;
import org.reapscope.kernel.expr.Trees;

/** Which cells are whose: derived from all steps of a machine. */
final class LocalCells {

    private final Machine machine;
    private final Specialisation steps;
    private final List<BitSet> writtenBy = new ArrayList<>();
    private final List<BitSet> readBy = new ArrayList<>();
    private final List<BitSet> steering = new ArrayList<>();
    private final List<BitSet> pcBounds = new ArrayList<>();
    private final BitSet severalAtOnce = new BitSet();
    private final Map<Integer, Integer> onlyValue = new HashMap<>();
    private final BitSet otherValues = new BitSet();
    private final BitSet counted = new BitSet();
    private final BitSet setOtherwise = new BitSet();
    private final BitSet counters;

    LocalCells(Machine machine) {
        this.machine = machine;
        this.steps = machine.specialisation();
        for (int t = 0; t < machine.tasks(); t++) {
            writtenBy.add(new BitSet());
            readBy.add(new BitSet());
            steering.add(new BitSet());
            pcBounds.add(new BitSet());
        }
        for (int t = 0; t < machine.tasks(); t++) {
            for (int pc : steps.reached(t).stream().toArray()) {
                StepCode code = steps.step(t, pc);
                if (code != null) {
                    note(t, code);
                }
            }
        }
        counters = sharedCounters();
    }

    private void note(int task, StepCode code) {
        readBy.get(task).or(steps.footprint(task, code.pc()).reads());
        writtenBy.get(task).or(steps.footprint(task, code.pc()).writes());
        steer(task, code.guard());
        code.exits().forEach(x -> steer(task, x.when()));
        effects(task, code.effects());
        Trees.visit(code.guard(), this::pcComparison);
        Trees.visit(code.effects(), this::pcComparison);
        code.exits().forEach(x -> Trees.visit(x.when(), this::pcComparison));
    }

    private void steer(int task, Expr condition) {
        steering.get(task).or(steps.reads(condition));
    }

    private void effects(int task, List<Effect> effects) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Assign a -> {
                    a.place().index().forEach(i -> steer(task, i));
                    Trees.visit(a.value(), e -> {
                        if (e instanceof Expr.Read r) {
                            r.index().forEach(i -> steer(task, i));
                        } else if (e instanceof Expr.Choose c) {
                            steer(task, c.condition());
                        }
                    });
                    assigned(steps.places(a.place()), a.value());
                    if (a.value() instanceof Expr.Binary(Op op, Expr from, Expr.Const _) && from.equals(a.place())
                            && (op == Op.ADD || op == Op.SUB)) {
                        counted.or(steps.places(a.place()));
                    } else {
                        setOtherwise.or(steps.places(a.place()));
                    }
                }
                case Effect.When w -> {
                    steer(task, w.condition());
                    effects(task, w.then());
                    effects(task, w.otherwise());
                }
                case Effect.Each _ -> throw new IllegalArgumentException("not specialised");
            }
        }
    }

    private void assigned(BitSet places, Expr value) {
        if (places.cardinality() > 1) {
            severalAtOnce.or(places);
        }
        places.stream().forEach(c -> {
            if (!(value instanceof Expr.Const(int v)) || onlyValue.getOrDefault(c, v) != v) {
                otherValues.set(c);
            } else {
                onlyValue.put(c, v);
            }
        });
    }

    /** Notes at which program counters of another task a comparison changes its mind. */
    private void pcComparison(Expr e) {
        if (e instanceof Expr.Binary(Op op, Expr.Read(Field field, List<Expr> index), Expr.Const(int v))
                && field.equals(Field.PC) && index.getFirst() instanceof Expr.Const(int task)) {
            switch (op) {
                case EQ, NE -> pcBounds.get(task).set(v, v + 2);
                case LT, GE -> pcBounds.get(task).set(v);
                case LE, GT -> pcBounds.get(task).set(v + 1);
                default -> pcBounds.get(task).set(0, machine.program(task).size() + 1);
            }
        } else if (e instanceof Expr.Binary(Op _, Expr left, Expr right)) {
            bareReads(left);
            bareReads(right);
        } else if (e instanceof Expr.Choose(Expr condition, Expr then, Expr otherwise)) {
            bareReads(condition);
            bareReads(then);
            bareReads(otherwise);
        }
    }

    /** A program counter that is read in any other way: every step shows. */
    private void bareReads(Expr e) {
        if (e instanceof Expr.Read(Field field, List<Expr> _) && field.equals(Field.PC)) {
            for (int t = 0; t < machine.tasks(); t++) {
                pcBounds.get(t).set(0, machine.program(t).size() + 1);
            }
        }
    }

    /** Whether another task can tell these two program counters apart. */
    boolean shows(int task, int pc, int other) {
        int bound = pcBounds.get(task).nextSetBit(Math.min(pc, other) + 1);
        return bound >= 0 && bound <= Math.max(pc, other);
    }

    /** Whether every assignment to the cell, by whomever, sets the same value. */
    boolean isMark(int cell) {
        return onlyValue.containsKey(cell) && !otherValues.get(cell);
    }

    /** Shared cells that steps only count up and down: reference counts. */
    BitSet counters() {
        return counters;
    }

    private BitSet sharedCounters() {
        BitSet shared = new BitSet();
        counted.stream().filter(machine.layout()::isStored).forEach(shared::set);
        shared.andNot(severalAtOnce);
        shared.andNot(setOtherwise);
        for (int t = 0; t < writtenBy.size(); t++) {
            for (int cell : tracked(t)) {
                shared.clear(cell);
            }
        }
        return shared;
    }

    /** Whether some other task reads the cell. */
    boolean readByOthers(int task, int cell) {
        for (int u = 0; u < readBy.size(); u++) {
            if (u != task && readBy.get(u).get(cell)) {
                return true;
            }
        }
        return false;
    }

    /** The stored cells that only this task writes, one at a time, and that steer what it does: most useful first. */
    int[] tracked(int task) {
        BitSet mine = (BitSet) writtenBy.get(task).clone();
        mine.and(steering.get(task));
        mine.andNot(severalAtOnce);
        for (int u = 0; u < writtenBy.size(); u++) {
            if (u != task) {
                mine.andNot(writtenBy.get(u));
            }
        }
        mine.clear(machine.layout().cells().cell(Field.PC, task));
        return mine.stream().filter(machine.layout()::isStored).toArray();
    }
}
