package org.reapscope.ui.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.reapscope.run.RunTree;

/**
 * A branch of the tree of runs, from where it leaves another to its end; steps of one task in a row are folded.
 *
 * @param parent the row that it leaves, -1 for the first
 * @param fork the depth at which it leaves
 * @param segments its folded steps
 * @param tip the node at its end
 */
public record BranchRow(int parent, int fork, List<Segment> segments, int tip) {

    /**
     * Steps of one task in a row.
     *
     * @param task who steps
     * @param from the depth before the first of them
     * @param to the depth after the last
     * @param last the node after the last
     */
    public record Segment(int task, int from, int to, int last) {}

    private record Start(int parent, int node) {}

    public BranchRow {
        segments = List.copyOf(segments);
    }

    /** All branches of a tree, in the order in which they were begun; a branch comes after the one that it leaves. O(nodes). */
    public static List<BranchRow> of(RunTree tree) {
        List<BranchRow> rows = new ArrayList<>();
        Deque<Start> starts = new ArrayDeque<>();
        starts.add(new Start(-1, RunTree.ROOT));
        while (!starts.isEmpty()) {
            Start start = starts.poll();
            rows.add(row(tree, start, rows.size(), starts));
        }
        return rows;
    }

    /** Whether a node lies on this branch after its fork. */
    public boolean has(RunTree tree, int node) {
        return tree.depth(node) > fork && tree.depth(node) <= tree.depth(tip) && tree.at(tip, tree.depth(node)) == node;
    }

    private static BranchRow row(RunTree tree, Start start, int number, Deque<Start> starts) {
        List<Segment> segments = new ArrayList<>();
        int fork = start.parent() < 0 ? 0 : tree.depth(start.node()) - 1;
        int node = start.node();
        int from = fork;
        while (true) {
            List<Integer> children = tree.children(node);
            int next = children.isEmpty() ? -1 : children.getFirst();
            for (int k = 1; k < children.size(); k++) {
                starts.add(new Start(number, children.get(k)));
            }
            boolean counts = node != RunTree.ROOT;
            if (counts && (next < 0 || tree.task(next) != tree.task(node))) {
                segments.add(new Segment(tree.task(node), from, tree.depth(node), node));
                from = tree.depth(node);
            }
            if (next < 0) {
                return new BranchRow(start.parent(), fork, segments, node);
            }
            node = next;
        }
    }
}
