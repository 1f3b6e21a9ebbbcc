package org.reapscope.explore.graph;

import java.util.Arrays;
import java.util.BitSet;

import org.reapscope.explore.store.Batch;
import org.reapscope.explore.store.StateRows;
import org.reapscope.explore.store.StateTable;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Layout;
import org.reapscope.kernel.expr.Steps;

/** One worker's part of a round: a run of states, their successors in order, and what was noticed on the way. */
final class Expander {

    private static final int PARENTS = 512;

    final Batch batch;
    private final Machine machine;
    private final Steps steps;
    private final StateTable table;
    private final int words;
    private final boolean[][] covered;
    private final Layout layout;
    private final int[] pcCell;
    private final int[] firstWith = new int[Long.SIZE];
    private final BitSet ends = new BitSet();
    private final int[] successors;
    private int from;
    private int to;
    private long held;

    Expander(Machine machine, StateTable table) {
        this.machine = machine;
        this.steps = machine.compiled();
        this.table = table;
        this.words = machine.words();
        this.batch = new Batch(table);
        this.layout = machine.layout();
        this.pcCell = new int[machine.tasks()];
        this.covered = new boolean[machine.tasks()][];
        this.successors = new int[PARENTS];
        for (int t = 0; t < pcCell.length; t++) {
            pcCell[t] = layout.cells().cell(Field.PC, t);
            covered[t] = new boolean[machine.program(t).size() + 1];
        }
    }

    /** States that one part takes, so that its successors surely fit a batch. */
    static int parents(Machine machine) {
        return Math.min(PARENTS, Batch.CAPACITY / machine.tasks());
    }

    /** Takes every possible step of every state from {@code first} to {@code end - 1}. */
    void expand(int first, int end) {
        from = first;
        to = end;
        batch.clear();
        ends.clear();
        StateRows rows = table.rows();
        for (int state = first; state < end; state++) {
            long[] array = rows.array(state);
            int offset = rows.offset(state);
            long enabled = steps.enabledMask(array, offset);
            successors[state - first] = Long.bitCount(enabled);
            if (enabled == 0) {
                ends.set(state - first);
            }
            for (; enabled != 0; enabled &= enabled - 1) {
                int task = Long.numberOfTrailingZeros(enabled);
                covered[task][layout.get(array, offset, pcCell[task])] = true;
                long[] next = batch.nextArray();
                int at = batch.nextOffset();
                for (int k = 0; k < words; k++) {
                    next[at + k] = array[offset + k];
                }
                steps.step(next, at, task);
                batch.take(state, task);
            }
        }
        batch.sort();
    }

    /** Stores the new states and notes which facts hold first where. */
    void store() {
        held = 0;
        Arrays.fill(firstWith, Integer.MAX_VALUE);
        batch.store(state -> {
            long facts = steps.facts(table.rows().array(state), table.rows().offset(state));
            for (long fresh = facts & ~held; fresh != 0; fresh &= fresh - 1) {
                firstWith[Long.numberOfTrailingZeros(fresh)] = state;
            }
            held |= facts;
        });
    }

    /** Successors of each state that was expanded, in order. */
    int successors(int state) {
        return successors[state - from];
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** States from which nobody can step, as offsets from the first. */
    BitSet ends() {
        return ends;
    }

    /** The facts that hold in some new state. */
    long held() {
        return held;
    }

    /** The first new state in which a fact holds. */
    int firstWith(int fact) {
        return firstWith[fact];
    }

    /** Adds the steps that were taken to {@code all}, by task and program counter. */
    void addCovered(boolean[][] all) {
        for (int t = 0; t < machine.tasks(); t++) {
            for (int pc = 0; pc < covered[t].length; pc++) {
                all[t][pc] |= covered[t][pc];
            }
        }
    }
}
