package org.reapscope.explore.reduce;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Reference counts: how far others can move one, and which gates that opens. As long as a task that holds a reference
 * stands still, the others cannot drop the last one, however they run, so what only the last one does is out of reach.
 */
final class Counts {

    /** Further than any counter goes. */
    private static final int FAR = 1 << 20;

    private final int[] cells;

    Counts(BitSet counters) {
        this.cells = counters.stream().toArray();
    }

    /** The counters' cells. */
    int[] cells() {
        return cells.clone();
    }

    /** For each gate that depends on one counter alone, which one it is; -1 for the others. */
    int[] ofGates(Guards gates) {
        int[] counterOf = new int[gates.count()];
        Arrays.fill(counterOf, -1);
        for (int g = 0; g < counterOf.length; g++) {
            BitSet reads = BitSet.valueOf(gates.cells(g));
            for (int k = 0; k < cells.length; k++) {
                if (reads.cardinality() == 1 && reads.get(cells[k])) {
                    counterOf[g] = k;
                }
            }
        }
        return counterOf;
    }

    /**
     * For each such gate, by how much a task that asks for it surely counts down in the same step: as long as it asks,
     * that is still to come.
     */
    int[] ownSteps(int[] counterOf, LocalProgram[] programs) {
        int[] own = new int[counterOf.length];
        Arrays.fill(own, FAR);
        for (LocalProgram program : programs) {
            for (int n = 0; n < program.nodes(); n++) {
                noteOwnSteps(program.node(n), counterOf, own);
            }
        }
        return own;
    }

    private static void noteOwnSteps(LocalProgram.Node node, int[] counterOf, int[] own) {
        for (int g = 0; g < own.length; g++) {
            int gate = g;
            int counter = counterOf[g];
            if (counter >= 0 && (Bits.has(node.guard(), gate)
                    || node.touches().stream().anyMatch(t -> Bits.has(t.gates(), gate))
                    || node.exits().stream().anyMatch(x -> Bits.has(x.gates(), gate)))) {
                int down = node.exits().stream().mapToInt(x -> x.counts()[counter])
                        .map(d -> d == SymbolicStep.UNKNOWN ? 0 : Math.max(0, -d)).min().orElse(0);
                own[gate] = Math.min(own[gate], down);
            }
        }
    }

    /** How far down and up each counter may go from a node on, along the nodes in {@code seen}. */
    int[][] ranges(LocalProgram program, int start, BitSet seen, long[] closed) {
        int[] low = new int[cells.length];
        int[] high = new int[cells.length];
        for (int k = 0; k < cells.length; k++) {
            low[k] = furthest(program, start, seen, closed, k, -1);
            high[k] = -furthest(program, start, seen, closed, k, 1);
        }
        return new int[][] {low, high};
    }

    /** The least sum of changes, times minus {@code sign}, on any way from the start: shortest paths, or far if they go on. */
    private int furthest(LocalProgram program, int start, BitSet seen, long[] closed, int counter, int sign) {
        int[] least = new int[seen.length()];
        Arrays.fill(least, FAR);
        least[start] = 0;
        int worst = 0;
        boolean changed = true;
        for (int round = 0; changed; round++) {
            if (round > seen.cardinality()) {
                return -FAR;
            }
            changed = false;
            for (int n = seen.nextSetBit(0); n >= 0; n = seen.nextSetBit(n + 1)) {
                LocalProgram.Node node = program.node(n);
                if (least[n] == FAR || Bits.meet(node.guard(), closed)) {
                    continue;
                }
                for (LocalProgram.Exit exit : node.exits()) {
                    int change = exit.counts()[counter];
                    if (Bits.meet(exit.gates(), closed)) {
                        continue;
                    }
                    if (change == SymbolicStep.UNKNOWN) {
                        return -FAR;
                    }
                    int sum = least[n] - sign * change;
                    worst = Math.min(worst, sum);
                    if (exit.node() < least.length && sum < least[exit.node()]) {
                        least[exit.node()] = sum;
                        changed = true;
                    }
                }
            }
        }
        return worst;
    }
}
