package org.reapscope.explore.reduce;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Layout;
import org.reapscope.kernel.expr.Op;
import org.reapscope.kernel.expr.Specialisation;

/**
 * The conditions that steps depend on, each with a number. A gate is closed in a state in which its condition does not
 * hold; it stays closed until somebody changes a cell that the condition reads.
 */
final class Guards {

    private final Specialisation steps;
    private final Map<Gate, Integer> numbers = new HashMap<>();
    private final List<Gate> gates = new ArrayList<>();
    private Condition[] conditions = new Condition[0];
    private long[][] cells = new long[0][];
    private long[][] ofCell = new long[0][];

    /** Open if the condition, a specialised tree, has this truth. */
    private record Gate(Expr condition, boolean truth) {}

    Guards(Specialisation steps) {
        this.steps = steps;
    }

    /** Adds the gates that must all be open for the condition to have this truth; false if it cannot have it. */
    boolean require(Expr condition, boolean truth, BitSet all) {
        if (isRequired(condition, !truth, all)) {
            return false;
        }
        return switch (condition) {
            case Expr.Const c -> c.value() != 0 == truth;
            case Expr.Not n -> require(n.operand(), !truth, all);
            case Expr.Binary b when b.op() == Op.AND && truth || b.op() == Op.OR && !truth ->
                require(b.left(), truth, all) && require(b.right(), truth, all);
            default -> {
                all.set(numbers.computeIfAbsent(new Gate(condition, truth), g -> {
                    gates.add(g);
                    return gates.size() - 1;
                }));
                yield true;
            }
        };
    }

    /** The same for a value of which not all may be known. */
    boolean require(AbstractValue value, boolean truth, BitSet all) {
        if (value.isSure()) {
            return require(value.value(), truth, all);
        }
        java.util.List<Expr> reasons = new ArrayList<>(value.reasonsToBe(truth));
        reasons.sort(java.util.Comparator.comparing(Expr::toString));
        Expr some = reasons.getFirst();
        for (Expr reason : reasons.subList(1, reasons.size())) {
            some = some.or(reason);
        }
        return require(some, true, all);
    }

    private boolean isRequired(Expr condition, boolean truth, BitSet all) {
        Integer gate = numbers.get(new Gate(condition, truth));
        if (gate != null && all.get(gate)) {
            return true;
        }
        return switch (condition) {
            case Expr.Not n -> isRequired(n.operand(), !truth, all);
            case Expr.Binary b when b.op() == Op.AND && truth || b.op() == Op.OR && !truth ->
                isRequired(b.left(), truth, all) && isRequired(b.right(), truth, all);
            default -> false;
        };
    }

    /** To be called once when all gates are known. */
    void finish(BitSet counters) {
        int count = steps.layout().cells().count();
        long[] counted = bits(counters);
        conditions = new Condition[gates.size()];
        cells = new long[gates.size()][];
        ofCell = new long[count][Bits.words(gates.size())];
        for (int g = 0; g < gates.size(); g++) {
            conditions[g] = Condition.of(gates.get(g).condition, steps.layout(), counted);
            BitSet reads = steps.reads(gates.get(g).condition);
            cells[g] = Bits.of(reads, count);
            int gate = g;
            reads.stream().forEach(c -> Bits.set(ofCell[c], gate));
        }
    }

    /** The bits of these cells in each word of a state. */
    long[] bits(BitSet some) {
        Layout layout = steps.layout();
        long[] bits = new long[layout.words()];
        some.stream().filter(layout::isStored)
                .forEach(c -> bits[layout.word(c)] |= (1L << layout.width(c)) - 1 << layout.shift(c));
        return bits;
    }

    int count() {
        return gates.size();
    }

    /** Of these gates the ones that are closed whatever values the unsteady cells have. */
    long[] closed(long[] some, Unsteady cells) {
        long[] closed = new long[some.length];
        for (int k = 0; k < some.length; k++) {
            for (long rest = some[k]; rest != 0; rest &= rest - 1) {
                int gate = k * Long.SIZE + Long.numberOfTrailingZeros(rest);
                closed[k] |= canOpen(gate, cells) ? 0 : Long.lowestOneBit(rest);
            }
        }
        return closed;
    }

    /** Whether the gate is open for some values of the unsteady cells. */
    boolean canOpen(int gate, Unsteady cells) {
        long range = conditions[gate].range(cells);
        return gates.get(gate).truth ? Condition.canBeTrue(range) : Condition.canBeFalse(range);
    }

    /** The cells that a gate depends on. */
    long[] cells(int gate) {
        return cells[gate];
    }

    /** The gates that depend on what is changed here. */
    long[] dependentOn(StepAccess access) {
        long[] dependent = new long[Bits.words(gates.size())];
        for (int c = 0; c < ofCell.length; c++) {
            if (Bits.has(access.writes(), c) || Bits.has(access.marks(), c)) {
                Bits.or(dependent, ofCell[c]);
            }
        }
        return dependent;
    }
}
