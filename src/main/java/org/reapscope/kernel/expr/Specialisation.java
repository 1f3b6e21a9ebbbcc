package org.reapscope.kernel.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.expr.Expr.Const;

/**
 * All steps of a machine specialised to its scenario, and the smallest state they need.
 *
 * <p>Finds together which steps can be reached, which cells they write (the others are constants and fold away) and
 * which cells anybody reads (writes to the others are left out). Immutable once built.
 */
public final class Specialisation {

    private final Cells cells;
    private final Sites sites;
    private final List<List<StepCode>> source;
    private final int[] initial;
    private final BitSet written = new BitSet();
    private final List<BitSet> reached = new ArrayList<>();
    private final @Nullable StepCode[][] steps;
    private final Footprint[][] footprints;
    private final Layout layout;

    /**
     * Specialises.
     *
     * @param source for each task its steps, by program counter; the program counter after the last one means done
     * @param max the largest value of each cell
     * @param initial the first value of each cell
     * @param wanted expressions that must be computable in every state
     * @param keepAll whether to keep every cell that is written, read or not (for showing, rather than exploring)
     */
    public Specialisation(Cells cells, Sites sites, List<List<StepCode>> source, int[] max, int[] initial,
            List<Expr> wanted, boolean keepAll) {
        this.cells = cells;
        this.sites = sites;
        this.source = source;
        this.initial = initial;
        for (int t = 0; t < source.size(); t++) {
            reached.add(new BitSet());
        }
        reach();
        BitSet read = keepAll ? (BitSet) written.clone() : liveCells(wanted);
        this.layout = Layout.pack(cells, max, initial, written, read);
        this.steps = new StepCode[source.size()][];
        this.footprints = new Footprint[source.size()][];
        for (int t = 0; t < source.size(); t++) {
            steps[t] = new StepCode[source.get(t).size()];
            footprints[t] = new Footprint[source.get(t).size() + 1];
            Arrays.fill(footprints[t], Footprint.empty());
            Specialiser specialiser = specialiser(t, layout::isDropped);
            for (int pc : reached.get(t).stream().toArray()) {
                if (pc < steps[t].length) {
                    StepCode step = specialiser.step(source.get(t).get(pc));
                    steps[t][pc] = step;
                    footprints[t][pc] = footprint(step);
                }
            }
        }
    }

    private Specialiser specialiser(int task, IntPredicate dropped) {
        return new Specialiser(cells, sites, initial, c -> !written.get(c), dropped, task);
    }

    /** Grows the reached steps and the written cells, each under what is known of the other, until nothing changes. */
    private void reach() {
        int known = -1;
        for (int t = 0; t < source.size(); t++) {
            reached.get(t).set(initial[cells.cell(Field.PC, t)]);
        }
        while (known != written.cardinality()) {
            known = written.cardinality();
            for (int t = 0; t < source.size(); t++) {
                reach(t);
            }
        }
    }

    /** All steps that the task can reach if no more cells change than are known to, and what they write. */
    private void reach(int task) {
        Specialiser specialiser = specialiser(task, c -> false);
        Deque<Integer> todo = new ArrayDeque<>();
        reached.get(task).stream().forEach(todo::add);
        while (!todo.isEmpty()) {
            int pc = todo.remove();
            if (pc >= source.get(task).size()) {
                continue;
            }
            StepCode step = specialiser.step(source.get(task).get(pc));
            if (step.guard() instanceof Const c && c.value() == 0) {
                continue;
            }
            written.set(cells.cell(Field.PC, task));
            noteWrites(step.effects());
            for (StepCode.Exit exit : step.exits()) {
                if (!reached.get(task).get(exit.pc())) {
                    reached.get(task).set(exit.pc());
                    todo.add(exit.pc());
                }
            }
        }
    }

    private void noteWrites(List<Effect> effects) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Assign a -> {
                    BitSet places = Touches.cells(a.place(), cells);
                    if (a.value() instanceof Const v) {
                        places.stream().filter(c -> initial[c] != v.value()).forEach(written::set);
                    } else {
                        written.or(places);
                    }
                }
                case Effect.When w -> {
                    noteWrites(w.then());
                    noteWrites(w.otherwise());
                }
                case Effect.Each _ -> throw new IllegalArgumentException("not specialised");
            }
        }
    }

    private BitSet liveCells(List<Expr> wanted) {
        BitSet live = new BitSet();
        for (int t = 0; t < source.size(); t++) {
            live.set(cells.cell(Field.PC, t));
        }
        Specialiser global = specialiser(0, c -> false);
        wanted.forEach(e -> Touches.reads(global.expr(e), cells, live));
        List<StepCode> all = new ArrayList<>();
        for (int t = 0; t < source.size(); t++) {
            Specialiser specialiser = specialiser(t, c -> false);
            List<StepCode> program = source.get(t);
            reached.get(t).stream().filter(pc -> pc < program.size())
                    .forEach(pc -> all.add(specialiser.step(program.get(pc))));
        }
        for (StepCode step : all) {
            Touches.reads(step.guard(), cells, live);
            step.exits().forEach(x -> Touches.reads(x.when(), cells, live));
        }
        int before;
        do {
            before = live.cardinality();
            all.forEach(step -> Touches.liveReads(step.effects(), cells, live, live));
        } while (live.cardinality() != before);
        return live;
    }

    /** Where the cells lie. */
    public Layout layout() {
        return layout;
    }

    /** The specialised step, or null if no run gets there. */
    public @Nullable StepCode step(int task, int pc) {
        return pc < steps[task].length ? steps[task][pc] : null;
    }

    /** The program counters that some run may reach, the one after the last step included. */
    public BitSet reached(int task) {
        return (BitSet) reached.get(task).clone();
    }

    /** An expression, specialised for a task. */
    public Expr specialise(Expr e, int self) {
        return specialiser(self, layout::isDropped).expr(e);
    }

    /** What the step may touch in any state, its own program counter included. Treat it as read-only. */
    public Footprint footprint(int task, int pc) {
        return footprints[task][pc];
    }

    private Footprint footprint(StepCode step) {
        Footprint touched = Touches.of(step, cells);
        int pcCell = cells.cell(Field.PC, step.task());
        touched.reads().set(pcCell);
        touched.writes().set(pcCell);
        return touched;
    }

    /** The cells that a place, already specialised, may stand for. What its indexes read is not among them. */
    public BitSet places(Expr.Read place) {
        return Touches.cells(place, cells);
    }

    /** What the expression, already specialised, may read in any state. */
    public BitSet reads(Expr specialised) {
        BitSet reads = new BitSet();
        Touches.reads(specialised, cells, reads);
        return reads;
    }
}
