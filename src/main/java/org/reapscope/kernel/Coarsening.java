package org.reapscope.kernel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Footprint;
import org.reapscope.kernel.expr.Specialisation;
import org.reapscope.kernel.expr.StepCode;
import org.reapscope.kernel.expr.Trees;

/**
 * Takes steps that no other task can observe together with their neighbour (Lipton's reduction): what is always possible,
 * reads nothing that another task writes and writes nothing that another task or a wanted fact reads, can as well happen
 * right after the step before it. Derived from footprints; nothing is declared by hand.
 *
 * <p>A run of steps becomes one as long as at most one of them can be observed. Steps at which a wanted fact can tell the
 * task to stand keep their place, and so do targets of backward jumps, so that loops stay loops.
 */
final class Coarsening {

    private final Specialisation steps;
    private final List<List<LinkedStep>> fine;
    private final List<BitSet> readByOthers = new ArrayList<>();
    private final List<BitSet> writtenByOthers = new ArrayList<>();
    private final BitSet pureLocks;
    private final Set<String> watchedIds = new LinkedHashSet<>();

    Coarsening(Specialisation steps, List<Expr> facts, List<List<LinkedStep>> fine) {
        this.steps = steps;
        this.fine = fine;
        facts.forEach(this::watch);
        fine.forEach(p -> p.forEach(s -> {
            watch(s.code().guard());
            Trees.visit(s.code().effects(), this::watchAt);
            s.code().exits().forEach(x -> watch(x.when()));
        }));
        pureLocks = pureLocks(facts);
        for (int t = 0; t < fine.size(); t++) {
            BitSet reads = new BitSet();
            BitSet writes = new BitSet();
            for (Expr fact : facts) {
                reads.or(steps.reads(steps.specialise(fact, 0)));
            }
            for (int u = 0; u < fine.size(); u++) {
                if (u != t) {
                    for (int pc : steps.reached(u).stream().toArray()) {
                        Footprint touched = steps.footprint(u, pc);
                        reads.or(touched.reads());
                        writes.or(touched.writes());
                    }
                }
            }
            for (int u = 0; u < fine.size(); u++) {
                // Where a task stands matters only at the watched steps, and those keep their place.
                reads.clear(steps.layout().cells().cell(Field.PC, u));
            }
            readByOthers.add(reads);
            writtenByOthers.add(writes);
        }
    }

    private void watch(Expr e) {
        Trees.visit(e, this::watchAt);
    }

    private void watchAt(Expr e) {
        if (e instanceof Expr.At at) {
            watchedIds.addAll(at.steps());
        }
    }

    /** The coarse programs. */
    List<List<LinkedStep>> program() {
        List<List<LinkedStep>> result = new ArrayList<>();
        for (int t = 0; t < fine.size(); t++) {
            result.add(coarsen(t));
        }
        return result;
    }

    private List<LinkedStep> coarsen(int task) {
        List<LinkedStep> merged = new ArrayList<>();
        BitSet needed = new BitSet();
        List<Integer> todo = new ArrayList<>(List.of(0));
        Map<Integer, LinkedStep> byPc = new HashMap<>();
        int end = fine.get(task).size();
        while (!todo.isEmpty()) {
            int pc = todo.removeLast();
            if (pc >= end || needed.get(pc)) {
                continue;
            }
            needed.set(pc);
            LinkedStep step = absorb(task, fine.get(task).get(pc));
            byPc.put(pc, step);
            step.code().exits().forEach(x -> todo.add(x.pc()));
        }
        Map<Integer, Integer> renumbered = new HashMap<>();
        needed.stream().forEach(pc -> renumbered.put(pc, renumbered.size()));
        renumbered.put(end, needed.cardinality());
        needed.stream().forEach(pc -> {
            LinkedStep step = byPc.getOrDefault(pc, fine.get(task).get(pc));
            StepCode code = step.code();
            merged.add(step.with(step.parts(), new StepCode(task, merged.size(), code.guard(), code.effects(),
                    code.exits().stream()
                            .map(x -> new StepCode.Exit(x.when(), renumbered.getOrDefault(x.pc(), x.pc()))).toList())));
        });
        return merged;
    }

    /** The step together with as many of those after it as may happen with it. */
    private LinkedStep absorb(int task, LinkedStep first) {
        LinkedStep result = first;
        boolean observed = !isLocal(task, first.pc()) && !onlyLocks(task, first, Lock.Act.ACQUIRE);
        int pc = first.pc();
        while (true) {
            int next = onlyExit(task, pc);
            if (next <= pc || next >= fine.get(task).size()) {
                return result;
            }
            LinkedStep after = fine.get(task).get(next);
            boolean local = isLocal(task, next);
            if (isWatched(after) || steps.step(task, next) == null || !alwaysPossible(task, next)
                    || observed && !local && !onlyLocks(task, after, Lock.Act.RELEASE)) {
                return result;
            }
            observed |= !local && !onlyLocks(task, after, Lock.Act.ACQUIRE);
            result = join(result, after);
            pc = next;
        }
    }

    /** Where the step always goes, or -1. */
    private int onlyExit(int task, int pc) {
        StepCode code = steps.step(task, pc);
        return code != null && code.exits().size() == 1 ? code.exits().getFirst().pc() : -1;
    }

    private boolean isLocal(int task, int pc) {
        return isLocal(task, pc, new BitSet());
    }

    /** Whether the step only takes or gives back spinlocks that others do nothing with but wait for them. */
    private boolean onlyLocks(int task, LinkedStep step, Lock.Act act) {
        return step.step().locks().stream().anyMatch(l -> l.act() == act) && isLocal(task, step.pc(), pureLocks);
    }

    /** Spinlocks that every step, fact and guard leaves alone except to take them when free and to give them back. */
    private BitSet pureLocks(List<Expr> facts) {
        BitSet pure = new BitSet();
        BitSet looked = new BitSet();
        facts.forEach(f -> looked.or(steps.reads(steps.specialise(f, 0))));
        for (int t = 0; t < fine.size(); t++) {
            for (int pc : steps.reached(t).stream().toArray()) {
                Footprint touched = steps.footprint(t, pc);
                BitSet locked = pc < fine.get(t).size() ? spinLocks(fine.get(t).get(pc).step()) : new BitSet();
                pure.or(locked);
                BitSet other = (BitSet) touched.reads().clone();
                other.or(touched.writes());
                other.andNot(locked);
                looked.or(other);
            }
        }
        pure.andNot(looked);
        return pure;
    }

    /** All cells of the kinds of spinlock that the step takes or gives back. */
    private BitSet spinLocks(MicroStep step) {
        BitSet locked = new BitSet();
        var cells = steps.layout().cells();
        for (Lock.Action action : step.locks()) {
            if (action.lock() instanceof SpinLock spin
                    && (action.act() == Lock.Act.ACQUIRE || action.act() == Lock.Act.RELEASE)) {
                int first = cells.first(spin.holder());
                locked.set(first, first + spin.holder().cells(cells.sizes()));
            }
        }
        return locked;
    }

    private boolean isLocal(int task, int pc, BitSet besides) {
        Footprint touched = steps.footprint(task, pc);
        BitSet pcCell = (BitSet) besides.clone();
        pcCell.set(steps.layout().cells().cell(Field.PC, task));
        BitSet reads = (BitSet) touched.reads().clone();
        reads.andNot(pcCell);
        BitSet writes = (BitSet) touched.writes().clone();
        writes.andNot(pcCell);
        return !reads.intersects(writtenByOthers.get(task)) && !writes.intersects(writtenByOthers.get(task))
                && !writes.intersects(readByOthers.get(task));
    }

    private boolean alwaysPossible(int task, int pc) {
        StepCode code = steps.step(task, pc);
        return code != null && code.guard() instanceof Expr.Const(int value) && value != 0;
    }

    private boolean isWatched(LinkedStep step) {
        return watchedIds.contains(step.step().id()) || watchedIds.contains(step.path())
                || watchedIds.contains(step.program() + ":" + step.step().id());
    }

    private static LinkedStep join(LinkedStep a, LinkedStep b) {
        List<MicroStep> parts = new ArrayList<>(a.parts());
        parts.addAll(b.parts());
        List<Effect> effects = new ArrayList<>(a.code().effects());
        effects.addAll(b.code().effects());
        return a.with(parts, new StepCode(a.code().task(), a.pc(), a.code().guard(), effects, b.code().exits()));
    }
}
