package org.reapscope.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.reapscope.kernel.Machine;

/**
 * Every run of a machine that was tried, as a tree: a node is a state with the steps that led there. Going back and
 * choosing otherwise adds a branch and loses nothing.
 *
 * <p>States are kept at every {@value #CHECKPOINT}th depth and recomputed between, so any of 100,000 steps is reached in
 * microseconds and a step costs a few bytes. Not thread-safe.
 */
public final class RunTree {

    /** The node of the initial state. */
    public static final int ROOT = 0;

    private static final int CHECKPOINT = 64;
    private static final int NONE = -1;
    private static final int START = 64;

    private final Machine machine;
    private int size = 1;
    private int[] parents;
    private int[] tasks;
    private int[] depths;
    private int[] firstChild;
    private int[] lastChild;
    private int[] nextSibling;
    private long[][] checkpoints;

    public RunTree(Machine machine) {
        this.machine = machine;
        parents = filled(START);
        tasks = filled(START);
        depths = new int[START];
        firstChild = filled(START);
        lastChild = filled(START);
        nextSibling = filled(START);
        checkpoints = new long[START][];
        checkpoints[ROOT] = machine.initial();
    }

    private RunTree(RunTree from) {
        machine = from.machine;
        size = from.size;
        parents = from.parents.clone();
        tasks = from.tasks.clone();
        depths = from.depths.clone();
        firstChild = from.firstChild.clone();
        lastChild = from.lastChild.clone();
        nextSibling = from.nextSibling.clone();
        checkpoints = from.checkpoints.clone();
    }

    /** A tree that grows on its own from here; the same nodes have the same numbers. */
    public RunTree copy() {
        return new RunTree(this);
    }

    public Machine machine() {
        return machine;
    }

    /** How many nodes there are; nodes are numbered from 0 in the order in which they were first reached. */
    public int size() {
        return size;
    }

    /** The node before, -1 for the root. */
    public int parent(int node) {
        return parents[node];
    }

    /** The task whose step led here, -1 for the root. */
    public int task(int node) {
        return tasks[node];
    }

    /** How many steps led here. */
    public int depth(int node) {
        return depths[node];
    }

    /** The nodes that were reached from here, in the order in which they were tried. */
    public List<Integer> children(int node) {
        List<Integer> children = new ArrayList<>();
        for (int child = firstChild[node]; child != NONE; child = nextSibling[child]) {
            children.add(child);
        }
        return children;
    }

    /** The node that was first reached last from here, -1 if there is none. */
    public int lastChild(int node) {
        return lastChild[node];
    }

    /** The node that a step of {@code task} leads to, -1 if it was not tried. */
    public int child(int node, int task) {
        int child = firstChild[node];
        while (child != NONE && tasks[child] != task) {
            child = nextSibling[child];
        }
        return child;
    }

    /** A copy of the node's state. */
    public long[] state(int node) {
        int from = node;
        while (checkpoints[from] == null) {
            from = parents[from];
        }
        long[] state = checkpoints[from].clone();
        int[] between = new int[depths[node] - depths[from]];
        for (int n = node, i = between.length - 1; i >= 0; n = parents[n], i--) {
            between[i] = tasks[n];
        }
        for (int task : between) {
            machine.step(state, 0, task);
        }
        return state;
    }

    /**
     * The node that a step of {@code task} leads to, new or known.
     *
     * @throws ScheduleException if the task cannot step there
     */
    public int step(int node, int task) {
        int known = child(node, task);
        return known != NONE ? known : step(node, task, state(node));
    }

    /** The same for who knows the node's state, which is not changed. */
    int step(int node, int task, long[] state) {
        int known = child(node, task);
        if (known != NONE) {
            return known;
        }
        if (!machine.enabled(state, 0, task)) {
            throw new ScheduleException("step " + (depths[node] + 1) + ": " + machine.spec().tasks().get(task).name()
                    + " cannot run: " + Choice.of(machine, state, task).obstacle());
        }
        int child = add(node, task);
        if (depths[child] % CHECKPOINT == 0) {
            long[] after = state.clone();
            machine.step(after, 0, task);
            checkpoints[child] = after;
        }
        return child;
    }

    /** The tasks of the steps from the root to this node. */
    public int[] path(int node) {
        int[] path = new int[depths[node]];
        for (int n = node; n != ROOT; n = parents[n]) {
            path[depths[n] - 1] = tasks[n];
        }
        return path;
    }

    /** The ancestor of {@code node}, or the node itself, at this depth. */
    public int at(int node, int depth) {
        int n = node;
        while (depths[n] > depth) {
            n = parents[n];
        }
        return n;
    }

    private int add(int parent, int task) {
        int node = size++;
        if (node == parents.length) {
            grow(2 * node);
        }
        parents[node] = parent;
        tasks[node] = task;
        depths[node] = depths[parent] + 1;
        firstChild[node] = NONE;
        lastChild[node] = NONE;
        nextSibling[node] = NONE;
        if (firstChild[parent] == NONE) {
            firstChild[parent] = node;
        } else {
            nextSibling[lastChild[parent]] = node;
        }
        lastChild[parent] = node;
        return node;
    }

    private void grow(int capacity) {
        parents = Arrays.copyOf(parents, capacity);
        tasks = Arrays.copyOf(tasks, capacity);
        depths = Arrays.copyOf(depths, capacity);
        firstChild = Arrays.copyOf(firstChild, capacity);
        lastChild = Arrays.copyOf(lastChild, capacity);
        nextSibling = Arrays.copyOf(nextSibling, capacity);
        checkpoints = Arrays.copyOf(checkpoints, capacity);
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }
}
