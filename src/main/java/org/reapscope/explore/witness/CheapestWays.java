package org.reapscope.explore.witness;

import java.util.Arrays;
import java.util.TreeMap;

import org.reapscope.explore.store.StateTable;

/**
 * The cheapest way known to each node of a search that goes from cheap to dear, and the nodes that are still to be looked at.
 * What a node is, its words say: a state, and what else a way's future depends on. A step may cost nothing; none makes a way
 * cheaper. Of ways that cost the same the first that was found stays, so the answer is always the same.
 */
public final class CheapestWays {

    private final StateTable nodes;
    private final TreeMap<Long, IntBag> open = new TreeMap<>();
    private long[] cost = new long[1024];
    private int[] parent = new int[1024];
    private int[] task = new int[1024];

    /**
     * No nodes.
     *
     * @param words how many words a node has
     * @param most how many nodes there may be at most
     */
    public CheapestWays(int words, int most) {
        this.nodes = new StateTable(words, most);
    }

    /** A way to a node: kept if none was known, or only dearer ones. */
    public void reach(long[] node, long key, int from, int by) {
        int added = nodes.add(node, 0, from, by);
        int number = added < 0 ? -1 - added : added;
        if (number >= cost.length) {
            cost = Arrays.copyOf(cost, 2 * number);
            parent = Arrays.copyOf(parent, 2 * number);
            task = Arrays.copyOf(task, 2 * number);
        }
        if (added >= 0 || key < cost[number]) {
            cost[number] = key;
            parent[number] = from;
            task[number] = by;
            open.computeIfAbsent(key, k -> new IntBag()).add(number);
        }
    }

    /** Whether there is a node to be looked at. */
    public boolean hasNext() {
        while (!open.isEmpty()) {
            long key = open.firstKey();
            IntBag bag = open.firstEntry().getValue();
            while (bag.hasNext() && cost[bag.peek()] != key) {
                bag.poll();
            }
            if (bag.hasNext()) {
                return true;
            }
            open.remove(key);
        }
        return false;
    }

    /** What it costs to come to the next node; there must be one. */
    public long nextCost() {
        return open.firstKey();
    }

    /** The cheapest node that was not looked at; there must be one. */
    public int next() {
        return open.firstEntry().getValue().poll();
    }

    /** The words of a node. */
    public long[] node(int number) {
        return nodes.state(number);
    }

    /** What the cheapest way to a node costs. */
    public long cost(int node) {
        return cost[node];
    }

    /** Who steps on the cheapest way to a node, in order. */
    public int[] way(int node) {
        int length = 0;
        for (int at = node; parent[at] >= 0; at = parent[at]) {
            length++;
        }
        int[] tasks = new int[length];
        for (int at = node, k = length - 1; k >= 0; at = parent[at], k--) {
            tasks[k] = task[at];
        }
        return tasks;
    }

    /** How many nodes were found. */
    public int size() {
        return nodes.size();
    }

    /** How many costs there are at which nodes are still to be looked at. */
    public int open() {
        return open.size();
    }

    /** What all of it takes. */
    public long bytes() {
        return nodes.bytes() + 16L * cost.length;
    }
}
