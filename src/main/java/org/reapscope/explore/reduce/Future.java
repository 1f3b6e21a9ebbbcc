package org.reapscope.explore.reduce;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What a task may still touch, from where it stands on, as long as certain gates stay closed. Answers are remembered: few
 * gates matter for what comes after a node, and they seldom change. Not thread-safe.
 */
final class Future {

    private final LocalProgram program;
    private final Guards gates;
    private final Counts counts;
    private final int cells;
    private final long[][] relevant;
    private final Answer[] nextAnyhow;
    private final Answer[] allAnyhow;
    private final Map<Question, Answer> known = new HashMap<>();

    /**
     * What may be touched.
     *
     * @param gates those that depend on what is changed
     * @param bits of each word of a state that are changed
     * @param low for each counter how far it may go down on the way; 0 or less
     * @param high for each counter how far it may go up on the way; 0 or more
     */
    record Answer(StepAccess access, long[] gates, long[] bits, int[] low, int[] high) {}

    /** Node and kind in the first long, then the closed gates that matter. */
    private static final class Question {

        private final long[] words;

        Question(long[] words) {
            this.words = words;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Question q && Arrays.equals(words, q.words);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(words);
        }
    }

    Future(LocalProgram program, Guards gates, Counts counts, int cells) {
        this.program = program;
        this.gates = gates;
        this.counts = counts;
        this.cells = cells;
        this.relevant = new long[program.nodes()][Bits.words(gates.count())];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int n = relevant.length - 1; n >= 0; n--) {
                changed |= addRelevant(n);
            }
        }
        long[] noneClosed = new long[Bits.words(gates.count())];
        this.nextAnyhow = new Answer[program.nodes()];
        this.allAnyhow = new Answer[program.nodes()];
        for (int n = 0; n < program.nodes(); n++) {
            nextAnyhow[n] = answer(n, noneClosed, false);
            allAnyhow[n] = answer(n, noneClosed, true);
        }
    }

    private boolean addRelevant(int n) {
        long[] before = relevant[n].clone();
        LocalProgram.Node node = program.node(n);
        Bits.or(relevant[n], node.guard());
        node.touches().forEach(t -> Bits.or(relevant[n], t.gates()));
        node.exits().forEach(x -> {
            Bits.or(relevant[n], x.gates());
            Bits.or(relevant[n], relevant[x.node()]);
        });
        return !Arrays.equals(before, relevant[n]);
    }

    /** The gates that matter to what comes from this node on. */
    long[] relevant(int node) {
        return relevant[node];
    }

    /** What the very next step may touch in any state. */
    Answer ofNextStep(int node) {
        return nextAnyhow[node];
    }

    /** What all steps that can follow may touch, in any state. */
    Answer ofAllSteps(int node) {
        return allAnyhow[node];
    }

    /** What the very next step may touch if exactly these gates are closed. */
    Answer ofNextStep(int node, long[] closed) {
        return known.computeIfAbsent(question(node, 1, closed), q -> answer(node, closed, false));
    }

    /** What all steps that can follow, one after the other, may touch while these gates stay closed. */
    Answer ofAllSteps(int node, long[] closed) {
        return known.computeIfAbsent(question(node, 0, closed), q -> answer(node, closed, true));
    }

    private Question question(int node, int kind, long[] closed) {
        long[] words = new long[1 + closed.length];
        words[0] = 2L * node + kind;
        for (int k = 0; k < closed.length; k++) {
            words[1 + k] = closed[k] & relevant[node][k];
        }
        return new Question(words);
    }

    private Answer answer(int start, long[] closed, boolean all) {
        StepAccess access = StepAccess.none(cells);
        BitSet seen = new BitSet();
        BitSet todo = new BitSet();
        todo.set(start);
        while (!todo.isEmpty()) {
            int n = todo.nextSetBit(0);
            todo.clear(n);
            seen.set(n);
            LocalProgram.Node node = program.node(n);
            if (Bits.meet(node.guard(), closed)) {
                continue;
            }
            for (LocalProgram.Touch touch : node.touches()) {
                if (!Bits.meet(touch.gates(), closed)) {
                    access.add(touch.access());
                }
            }
            for (LocalProgram.Exit exit : node.exits()) {
                if (all && !seen.get(exit.node()) && !Bits.meet(exit.gates(), closed)) {
                    todo.set(exit.node());
                }
            }
        }
        int[][] range = counts.ranges(program, start, seen, closed);
        BitSet changed = BitSet.valueOf(access.writes());
        changed.or(BitSet.valueOf(access.marks()));
        return new Answer(access, gates.dependentOn(access), gates.bits(changed), range[0], range[1]);
    }
}
