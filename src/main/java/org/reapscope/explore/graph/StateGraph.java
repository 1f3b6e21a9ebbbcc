package org.reapscope.explore.graph;

import java.util.Arrays;

import org.reapscope.base.column.ByteColumn;
import org.reapscope.base.column.IntColumn;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.store.StateTable;
import org.reapscope.kernel.Machine;

/**
 * What a {@link BreadthFirst} search found. States are numbered by discovery, the first one 0, so numbers grow with the
 * distance from the beginning. Immutable; thread-safe.
 */
public final class StateGraph {

    private final Machine machine;
    private final StateTable table;
    private final boolean complete;
    private final int expanded;
    private final long transitions;
    private final int[] levels;
    private final int[] ends;
    private final int[] firstWith;
    private final boolean[][] covered;
    private final boolean hasEdges;
    private final IntColumn firstEdge;
    private final IntColumn edgeTo;
    private final ByteColumn edgeTask;

    private StateGraph(Recorder r, Expander[] parts) {
        this.machine = r.machine;
        this.table = r.table;
        this.complete = r.expanded == r.table.size();
        this.expanded = r.expanded;
        this.transitions = r.transitions;
        this.levels = Arrays.copyOf(r.levels, r.depth + 2);
        this.ends = Arrays.copyOf(r.ends, r.endCount);
        this.firstWith = r.firstWith.clone();
        this.hasEdges = r.keepEdges;
        this.firstEdge = r.firstEdge;
        this.edgeTo = r.edgeTo;
        this.edgeTask = r.edgeTask;
        this.covered = new boolean[machine.tasks()][];
        for (int t = 0; t < covered.length; t++) {
            covered[t] = new boolean[machine.program(t).size() + 1];
        }
        for (Expander part : parts) {
            part.addCovered(covered);
        }
    }

    /** The machine that was searched. */
    public Machine machine() {
        return machine;
    }

    /** Whether every state that can be reached is here. If not, what was not found may still be possible. */
    public boolean complete() {
        return complete;
    }

    /** How many states were found. */
    public int states() {
        return table.size();
    }

    /** How many of them were expanded; all if complete, else those with the lowest numbers. */
    public int expanded() {
        return expanded;
    }

    /** How many steps lead from one state to another. */
    public long transitions() {
        return transitions;
    }

    /** The largest number of steps that any state is away from the beginning. */
    public int depth() {
        return depth(states() - 1);
    }

    /** How many steps a state is away from the beginning. */
    public int depth(int state) {
        int level = Arrays.binarySearch(levels, state);
        return level >= 0 ? level : -level - 2;
    }

    /** States from which nobody can step. */
    public int[] ends() {
        return ends.clone();
    }

    /** The nearest state in which a fact holds, or -1. */
    public int firstWith(int fact) {
        return firstWith[fact] == Integer.MAX_VALUE ? -1 : firstWith[fact];
    }

    /** Whether some schedule takes this step. */
    public boolean covers(int task, int pc) {
        return covered[task][pc];
    }

    /** A copy of a state. */
    public long[] state(int state) {
        return table.state(state);
    }

    /** The number of a state, or -1 if it was not found. */
    public int find(long[] state) {
        return table.find(state, 0);
    }

    /** The facts that hold in a state, as bits. */
    public long facts(int state) {
        return machine.compiled().facts(table.rows().array(state), table.rows().offset(state));
    }

    /** The value of a fact in a state. */
    public int fact(int state, int fact) {
        return machine.compiled().fact(table.rows().array(state), table.rows().offset(state), fact);
    }

    /** The tasks that can step, as bits. */
    public long enabled(int state) {
        return machine.compiled().enabledMask(table.rows().array(state), table.rows().offset(state));
    }

    /** Whether nobody can step, although somebody waits for what must come ({@link Machine#deadlocked}). */
    public boolean deadlocked(int state) {
        return machine.deadlocked(table.rows().array(state), table.rows().offset(state));
    }

    /** The state from which this one was first reached. */
    public int parent(int state) {
        return table.parent(state);
    }

    /** A shortest schedule that leads to a state: its tasks in order. */
    public int[] path(int state) {
        int[] path = new int[depth(state)];
        int at = state;
        for (int k = path.length - 1; k >= 0; k--) {
            path[k] = table.task(at);
            at = table.parent(at);
        }
        return path;
    }

    /** Whether edges were kept; the methods on edges need them. */
    public boolean hasEdges() {
        return hasEdges;
    }

    /** The first edge of a state; its edges end where those of the next state begin, ordered by task. None is known of states that were not expanded. */
    public int firstEdge(int state) {
        return firstEdge.get(Math.min(state, expanded));
    }

    /** The state that an edge leads to. */
    public int edgeTo(int edge) {
        return edgeTo.get(edge);
    }

    /** The task whose step an edge is. */
    public int edgeTask(int edge) {
        return edgeTask.get(edge);
    }

    /** The state that a task's step leads to, or -1 if it cannot step. Needs edges. */
    public int next(int state, int task) {
        for (int edge = firstEdge(state); edge < firstEdge(state + 1); edge++) {
            if (edgeTask(edge) == task) {
                return edgeTo(edge);
            }
        }
        return -1;
    }

    /** What it takes in memory. */
    public long bytes() {
        return table.bytes() + firstEdge.bytes() + edgeTo.bytes() + edgeTask.bytes();
    }

    /** Collects a graph while the search runs; used by the searching thread only. */
    static final class Recorder {

        private final Machine machine;
        private final StateTable table;
        private final int[] firstWith = new int[Long.SIZE];
        private final IntColumn firstEdge = new IntColumn();
        private final IntColumn edgeTo = new IntColumn();
        private final ByteColumn edgeTask = new ByteColumn();
        private boolean keepEdges;
        private int[] levels = new int[64];
        private int depth = -1;
        private int[] ends = new int[16];
        private int endCount;
        private int expanded;
        private long transitions;
        private long held;

        Recorder(Machine machine, StateTable table) {
            this.machine = machine;
            this.table = table;
            Arrays.fill(firstWith, Integer.MAX_VALUE);
        }

        void begin(boolean edges) {
            keepEdges = edges;
            long facts = machine.compiled().facts(table.rows().array(0), 0);
            for (long rest = facts; rest != 0; rest &= rest - 1) {
                firstWith[Long.numberOfTrailingZeros(rest)] = 0;
            }
            held = facts;
        }

        /** The states from {@code first} to {@code end - 1} are equally far from the beginning. */
        void level(int first, int end) {
            if (++depth + 1 == levels.length) {
                levels = Arrays.copyOf(levels, 2 * levels.length);
            }
            levels[depth] = first;
            levels[depth + 1] = end;
        }

        void take(Expander part) {
            for (int end = part.ends().nextSetBit(0); end >= 0; end = part.ends().nextSetBit(end + 1)) {
                if (endCount == ends.length) {
                    ends = Arrays.copyOf(ends, 2 * endCount);
                }
                ends[endCount++] = part.from() + end;
            }
            for (long fresh = part.held() & ~held; fresh != 0; fresh &= fresh - 1) {
                int fact = Long.numberOfTrailingZeros(fresh);
                firstWith[fact] = part.firstWith(fact);
            }
            held |= part.held();
            if (keepEdges) {
                takeEdges(part);
            }
            transitions += part.batch.size();
            expanded = part.to();
        }

        private void takeEdges(Expander part) {
            int edge = (int) transitions;
            firstEdge.reserve(part.to() + 1);
            for (int state = part.from(); state < part.to(); state++) {
                firstEdge.set(state, edge);
                edge += part.successors(state);
            }
            firstEdge.set(part.to(), edge);
            edgeTo.reserve(edge);
            edgeTask.reserve(edge);
            for (int k = 0; k < part.batch.size(); k++) {
                edgeTo.set((int) transitions + k, part.batch.number(k));
                edgeTask.set((int) transitions + k, (byte) part.batch.task(k));
            }
        }

        long held() {
            return held;
        }

        long bytes() {
            return table.bytes() + firstEdge.bytes() + edgeTo.bytes() + edgeTask.bytes();
        }

        Status status(int next) {
            return new Status(table.size(), transitions, depth, table.size() - next, bytes(), held);
        }

        StateGraph end(Expander[] parts) {
            return new StateGraph(this, parts);
        }
    }
}
