package org.reapscope.schedule;

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

    private final Machine machine;
    private final List<List<Integer>> children = new ArrayList<>();
    private int[] parents = new int[64];
    private int[] tasks = new int[64];
    private int[] depths = new int[64];
    private long[][] checkpoints = new long[64][];

    public RunTree(Machine machine) {
        this.machine = machine;
        parents[ROOT] = -1;
        tasks[ROOT] = -1;
        checkpoints[ROOT] = machine.initial();
        children.add(new ArrayList<>());
    }

    public Machine machine() {
        return machine;
    }

    /** How many nodes there are; nodes are numbered from 0 in the order in which they were first reached. */
    public int size() {
        return children.size();
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
        return List.copyOf(children.get(node));
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
        for (int child : children.get(node)) {
            if (tasks[child] == task) {
                return child;
            }
        }
        long[] state = state(node);
        if (!machine.enabled(state, 0, task)) {
            throw new ScheduleException("step " + (depths[node] + 1) + ": " + machine.spec().tasks().get(task).name()
                    + " cannot run: " + Choice.of(machine, state, task).obstacle());
        }
        machine.step(state, 0, task);
        return add(node, task, state);
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

    private int add(int parent, int task, long[] state) {
        int node = children.size();
        if (node == parents.length) {
            parents = Arrays.copyOf(parents, 2 * node);
            tasks = Arrays.copyOf(tasks, 2 * node);
            depths = Arrays.copyOf(depths, 2 * node);
            checkpoints = Arrays.copyOf(checkpoints, 2 * node);
        }
        parents[node] = parent;
        tasks[node] = task;
        depths[node] = depths[parent] + 1;
        checkpoints[node] = depths[node] % CHECKPOINT == 0 ? state : null;
        children.get(parent).add(node);
        children.add(new ArrayList<>(1));
        return node;
    }
}
