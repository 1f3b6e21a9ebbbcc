package org.reapscope.explore.reduce;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Layout;
import org.reapscope.kernel.expr.Op;
import org.reapscope.kernel.expr.Specialisation;
import org.reapscope.kernel.expr.StepCode;

/**
 * Takes one step without knowing the shared state: what it may touch and where it may go, each under the gates that must
 * be open for it. Cells that the task tracks (its own cursors and flags) are known, and the step splits where they depend
 * on what is not.
 */
final class SymbolicStep {

    private final Specialisation steps;
    private final Layout layout;
    private final LocalCells local;
    private final Guards gates;
    private final int task;
    private final int[] tracked;
    private final StepCode code;
    private final int pcCell;
    private final BitSet guard = new BitSet();
    private final Map<BitSet, Touch> touches = new LinkedHashMap<>();
    private final List<Exit> exits = new ArrayList<>();

    /** What is touched when these gates are open. */
    record Touch(BitSet gates, BitSet reads, BitSet writes, BitSet marks) {}

    /**
     * Where it goes when these gates are open.
     *
     * @param values of the tracked cells there
     * @param counts by how much each counter has changed on the way; {@link #UNKNOWN} if that cannot be told
     */
    record Exit(BitSet gates, int pc, List<Integer> values, List<Integer> counts) {}

    /** A change that cannot be told. */
    static final int UNKNOWN = Integer.MIN_VALUE;

    private static final Set<Expr> ALWAYS = Set.of(Expr.TRUE);

    /** One way through the step. */
    private record Path(BitSet gates, SymbolicStore known) {
        Path copy() {
            return new Path((BitSet) gates.clone(), known.copy());
        }
    }

    private record Outcome(BitSet gates, int value) {}

    SymbolicStep(Specialisation steps, LocalCells local, Guards gates, StepCode code, int[] tracked, List<Integer> values) {
        this.steps = steps;
        this.layout = steps.layout();
        this.local = local;
        this.gates = gates;
        this.task = code.task();
        this.tracked = tracked;
        this.code = code;
        this.pcCell = layout.cells().cell(Field.PC, task);
        Path start = new Path(new BitSet(), SymbolicStore.nothing(steps));
        start.known.set(pcCell, AbstractValue.surely(new Expr.Const(code.pc())));
        for (int k = 0; k < tracked.length; k++) {
            start.known.set(tracked[k], AbstractValue.surely(new Expr.Const(values.get(k))));
        }
        if (!gates.require(start.known.before(code.guard()), true, guard)) {
            return;
        }
        start.gates.or(guard);
        reads(code.guard(), start);
        List<Path> paths = List.of(start);
        for (Effect effect : code.effects()) {
            paths = paths.stream().flatMap(p -> take(effect, p).stream()).toList();
        }
        paths.forEach(this::leave);
    }

    /** The gates without which the step cannot be taken. */
    BitSet guard() {
        return guard;
    }

    List<Touch> touches() {
        return List.copyOf(touches.values());
    }

    List<Exit> exits() {
        return exits;
    }

    private List<Path> take(Effect effect, Path path) {
        return switch (effect) {
            case Effect.Assign a -> assign(a, path);
            case Effect.When w -> when(w, path);
            case Effect.Each _ -> throw new IllegalArgumentException("not specialised");
        };
    }

    private List<Path> assign(Effect.Assign a, Path path) {
        a.place().index().forEach(i -> reads(i, path));
        reads(a.value(), path);
        BitSet places = path.known.places(a.place());
        int cell = places.nextSetBit(0);
        boolean one = places.cardinality() == 1;
        if (one && isTracked(cell)) {
            if (local.readByOthers(task, cell)) {
                touch(path.gates).writes.set(cell);
            }
            List<Path> split = new ArrayList<>();
            for (Outcome outcome : outcomes(path.known.before(a.value()), layout.max(cell))) {
                Path next = path.copy();
                next.gates.or(outcome.gates);
                next.known.set(cell, AbstractValue.surely(new Expr.Const(outcome.value)));
                split.add(next);
            }
            return split;
        }
        AbstractValue value = path.known.before(a.value());
        places.stream().filter(layout::isStored).forEach(c -> {
            if (one) {
                path.known.set(c, value);
            } else {
                path.known.doubt(c, cellOf(c), ALWAYS);
            }
            Touch touch = touch(path.gates);
            (local.isMark(c) ? touch.marks : touch.writes).set(c);
        });
        return List.of(path);
    }

    private List<Path> when(Effect.When w, Path path) {
        reads(w.condition(), path);
        AbstractValue condition = path.known.before(w.condition());
        if (condition.isSureConst()) {
            return all(condition.is(0) ? w.otherwise() : w.then(), path);
        }
        Path yes = path.copy();
        Path no = path.copy();
        boolean canBe = gates.require(condition, true, yes.gates);
        boolean canNotBe = gates.require(condition, false, no.gates);
        if (steersItself(w.then()) || steersItself(w.otherwise())) {
            List<Path> split = new ArrayList<>();
            if (canBe) {
                split.addAll(all(w.then(), yes));
            }
            if (canNotBe) {
                split.addAll(all(w.otherwise(), no));
            }
            return split;
        }
        if (canBe) {
            all(w.then(), yes);
            doubt(w.then(), path, condition.reasonsToBe(true));
        }
        if (canNotBe) {
            all(w.otherwise(), no);
            doubt(w.otherwise(), path, condition.reasonsToBe(false));
        }
        return List.of(path);
    }

    private void doubt(List<Effect> effects, Path path, Set<Expr> reasons) {
        BitSet changed = new BitSet();
        assigned(effects, path, changed);
        changed.stream().filter(layout::isStored).forEach(c -> path.known.doubt(c, cellOf(c), reasons));
    }

    private List<Path> all(List<Effect> effects, Path from) {
        List<Path> paths = List.of(from);
        for (Effect effect : effects) {
            paths = paths.stream().flatMap(p -> take(effect, p).stream()).toList();
        }
        return paths;
    }

    private boolean steersItself(List<Effect> effects) {
        return effects.stream().anyMatch(e -> switch (e) {
            case Effect.Assign a -> steps.places(a.place()).stream()
                    .anyMatch(c -> isTracked(c) || local.counters().get(c));
            case Effect.When w -> steersItself(w.then()) || steersItself(w.otherwise());
            case Effect.Each _ -> throw new IllegalArgumentException("not specialised");
        });
    }

    private void assigned(List<Effect> effects, Path path, BitSet cells) {
        for (Effect effect : effects) {
            switch (effect) {
                case Effect.Assign a -> cells.or(path.known.places(a.place()));
                case Effect.When w -> {
                    assigned(w.then(), path, cells);
                    assigned(w.otherwise(), path, cells);
                }
                case Effect.Each _ -> throw new IllegalArgumentException("not specialised");
            }
        }
    }

    private boolean isTracked(int cell) {
        for (int t : tracked) {
            if (t == cell) {
                return true;
            }
        }
        return false;
    }

    /** The values that a tree over the state before may have, with the gates for each. */
    private List<Outcome> outcomes(AbstractValue seen, int max) {
        return outcomes(seen.isSure() ? seen.value() : new Expr.Size(Dim.TASK), max);
    }

    private List<Outcome> outcomes(Expr e, int max) {
        List<Outcome> found = new ArrayList<>();
        switch (e) {
            case Expr.Const(int v) -> found.add(new Outcome(new BitSet(), v));
            case Expr.Choose(Expr condition, Expr then, Expr otherwise) -> {
                outcomesIf(condition, true, then, max, found);
                outcomesIf(condition, false, otherwise, max, found);
            }
            case Expr.Binary(Op op, Expr left, Expr.Const(int v)) when op == Op.ADD || op == Op.SUB ->
                outcomes(left, max + (op == Op.SUB ? v : 0)).forEach(o -> found.add(new Outcome(o.gates,
                        op.apply(o.value, v))));
            case Expr.Binary b when b.op().yieldsTruth() -> truths(b, max, found);
            case Expr.Not n -> truths(n, max, found);
            case Expr.Read r -> {
                for (int v = 0; v <= max; v++) {
                    BitSet needed = new BitSet();
                    gates.require(r.eq(v), true, needed);
                    found.add(new Outcome(needed, v));
                }
            }
            default -> {
                for (int v = 0; v <= max; v++) {
                    found.add(new Outcome(new BitSet(), v));
                }
            }
        }
        return found.stream().filter(o -> o.value >= 0 && o.value <= max).toList();
    }

    private void truths(Expr e, int max, List<Outcome> found) {
        outcomesIf(e, true, Expr.TRUE, max, found);
        outcomesIf(e, false, Expr.FALSE, max, found);
    }

    private void outcomesIf(Expr condition, boolean truth, Expr value, int max, List<Outcome> found) {
        BitSet needed = new BitSet();
        if (gates.require(condition, truth, needed)) {
            outcomes(value, max).forEach(o -> {
                BitSet both = (BitSet) o.gates.clone();
                both.or(needed);
                found.add(new Outcome(both, o.value));
            });
        }
    }

    private void leave(Path path) {
        List<Integer> values = new ArrayList<>();
        for (int cell : tracked) {
            values.add(path.known.before(cellOf(cell)).value() instanceof Expr.Const(int v) ? v : layout.initial(cell));
        }
        Path rest = path;
        for (StepCode.Exit exit : code.exits()) {
            reads(exit.when(), rest);
            AbstractValue when = rest.known.before(exit.when());
            BitSet taken = (BitSet) rest.gates.clone();
            if (gates.require(when, true, taken)) {
                exits.add(new Exit(taken, exit.pc(), values, counts(rest)));
                if (local.shows(task, code.pc(), exit.pc())) {
                    touch(taken).writes.set(pcCell);
                }
            }
            Path next = rest.copy();
            if (!gates.require(when, false, next.gates)) {
                return;
            }
            rest = next;
        }
    }

    private List<Integer> counts(Path path) {
        return local.counters().stream().mapToObj(cell -> {
            Expr.Read before = cellOf(cell);
            AbstractValue now = path.known.before(before);
            return !now.isSure() ? UNKNOWN : switch (now.value()) {
                case Expr.Read r when r.equals(before) -> 0;
                case Expr.Binary(Op op, Expr from, Expr.Const(int by)) when from.equals(before) && op == Op.ADD -> by;
                case Expr.Binary(Op op, Expr from, Expr.Const(int by)) when from.equals(before) && op == Op.SUB -> -by;
                default -> UNKNOWN;
            };
        }).toList();
    }

    private Expr.Read cellOf(int cell) {
        int[] index = layout.cells().indexes(cell);
        return layout.cells().field(cell).at(java.util.Arrays.stream(index).mapToObj(Expr::of).toArray(Expr[]::new));
    }

    /** Notes what evaluating a tree reads, the right side of a junction only if the left one leaves it open. */
    private void reads(Expr e, Path path) {
        switch (e) {
            case Expr.Read r -> {
                r.index().forEach(i -> reads(i, path));
                path.known.places(r).stream().filter(c -> layout.isStored(c) && !path.known.has(c))
                        .forEach(c -> touch(path.gates).reads.set(c));
            }
            case Expr.Not n -> reads(n.operand(), path);
            case Expr.Binary b when b.op() == Op.AND || b.op() == Op.OR -> {
                reads(b.left(), path);
                readsIf(b.left(), b.op() == Op.AND, b.right(), path);
            }
            case Expr.Binary b -> {
                reads(b.left(), path);
                reads(b.right(), path);
            }
            case Expr.Choose c -> {
                reads(c.condition(), path);
                readsIf(c.condition(), true, c.then(), path);
                readsIf(c.condition(), false, c.otherwise(), path);
            }
            case Expr.Const _, Expr.Self _, Expr.Var _, Expr.Param _, Expr.Size _, Expr.Over _, Expr.At _ -> { }
        }
    }

    private void readsIf(Expr condition, boolean truth, Expr e, Path path) {
        BitSet needed = (BitSet) path.gates.clone();
        if (gates.require(path.known.before(condition), truth, needed)) {
            reads(e, new Path(needed, path.known));
        }
    }

    private Touch touch(BitSet under) {
        return touches.computeIfAbsent((BitSet) under.clone(),
                g -> new Touch(g, new BitSet(), new BitSet(), new BitSet()));
    }
}
