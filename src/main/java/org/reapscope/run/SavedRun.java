package org.reapscope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.reapscope.kernel.Profile;
import org.reapscope.scenario.Scenario;

/**
 * A run with every branch that was tried, without its scenario: to be kept in a file, or to be taken again on a scenario
 * that was edited. Nodes are numbered as in the {@link RunTree}: in the order in which they were first reached.
 *
 * @param profile the kernel
 * @param patches the patches
 * @param ghost the patches of the ghost over it; no ghost if empty
 * @param branches its steps, in the order in which they were first taken
 * @param tip the end of the branch that it stands on
 * @param node where it stands
 * @param story the end of the run that is ready to be played; the root if there is none
 * @param names what nodes are called
 */
public record SavedRun(Profile profile, List<String> patches, Optional<List<String>> ghost, List<Branch> branches, int tip, int node,
        int story, Map<Integer, String> names) {

    /** Keeps copies. */
    public SavedRun {
        patches = List.copyOf(patches);
        ghost = ghost.map(List::copyOf);
        branches = List.copyOf(branches);
        names = Map.copyOf(names);
    }

    /**
     * Steps that follow each other.
     *
     * @param from the node from which the first is taken
     * @param schedule who steps, as {@link ScheduleText}
     */
    public record Branch(int from, String schedule) {}

    /**
     * A run as it was, or what still fits of it.
     *
     * @param run the run
     * @param story as in {@link SavedRun}, in the run's own numbers
     * @param names likewise
     * @param remark what no longer fits, in a sentence; empty if all does
     */
    public record Restored(KernelRun run, int story, Map<Integer, String> names, String remark) {

        /** Keeps a copy. */
        public Restored {
            names = Map.copyOf(names);
        }
    }

    /** A run as it is. */
    public static SavedRun of(KernelRun run, int story, Map<Integer, String> names) {
        RunTree tree = run.stepper().tree();
        List<String> tasks = run.machine().spec().tasks().stream().map(t -> t.name()).toList();
        List<Branch> branches = new ArrayList<>();
        for (int first = 1; first < tree.size();) {
            int end = first + 1;
            while (end < tree.size() && tree.parent(end) == end - 1) {
                end++;
            }
            int[] steps = new int[end - first];
            for (int k = 0; k < steps.length; k++) {
                steps[k] = tree.task(first + k);
            }
            branches.add(new Branch(tree.parent(first), ScheduleText.format(tasks, steps)));
            first = end;
        }
        GhostRun ghost = run.ghost();
        return new SavedRun(run.scenario().profile(), run.scenario().patches(), Optional.ofNullable(ghost).map(GhostRun::patches), branches,
                run.stepper().tip(), run.stepper().node(), story, names);
    }

    /** The same on another kernel. */
    public SavedRun on(Profile other, List<String> otherPatches) {
        return new SavedRun(other, otherPatches, ghost, branches, tip, node, story, names);
    }

    /**
     * The run on a scenario, which need no longer be the one that it is from: branches end where a step cannot be taken.
     *
     * @throws org.reapscope.kernel.expr.ModelException if the kernel cannot be had with these patches; says why
     * @throws ScheduleException if this is no tree of steps
     */
    public Restored on(Scenario written) {
        return new Retaken(this, written).restored();
    }

    /** What a tree becomes on the scenario of today. */
    private static final class Retaken {

        private final SavedRun saved;
        private final KernelRun run;
        private final List<String> tasks;
        /** By the old number of a node: the new one of it or of the last before it that is still there. */
        private final List<Integer> now = new ArrayList<>(List.of(RunTree.ROOT));
        private final List<Integer> parents = new ArrayList<>(List.of(-1));
        private final Map<Integer, String> cuts = new TreeMap<>();

        Retaken(SavedRun saved, Scenario written) {
            this.saved = saved;
            run = KernelRun.of(written.on(saved.profile).patched(saved.patches), written);
            tasks = run.machine().spec().tasks().stream().map(t -> t.name()).toList();
        }

        Restored restored() {
            saved.branches.forEach(this::take);
            run.stepper().stand(known(saved.tip), known(saved.node));
            saved.ghost.ifPresent(run::haunt);
            run.settle();
            Map<Integer, String> names = new TreeMap<>();
            saved.names.forEach((node, name) -> {
                int there = known(node);
                if (isThere(node)) {
                    names.put(there, name);
                }
            });
            return new Restored(run, known(saved.story), names, remark());
        }

        private void take(Branch branch) {
            int at = known(branch.from);
            boolean whole = isThere(branch.from);
            run.stepper().stand(at, at);
            int from = branch.from;
            for (String name : ScheduleText.names(branch.schedule)) {
                int task = tasks.indexOf(name);
                if (whole && (task < 0 || !run.machine().enabled(run.stepper().state(), 0, task))) {
                    whole = false;
                    cuts.put(now.size(), name + (task < 0 ? " is no longer there" : " cannot step: "
                            + Choice.of(run.machine(), run.stepper().state(), task).obstacle()));
                }
                if (whole) {
                    run.stepper().step(task);
                }
                parents.add(from);
                from = now.size();
                now.add(run.stepper().node());
            }
        }

        private boolean isThere(int node) {
            return cuts.keySet().stream().noneMatch(cut -> isOnTheWayTo(node, cut));
        }

        private boolean isOnTheWayTo(int node, int ancestor) {
            int at = node;
            while (at > ancestor) {
                at = parents.get(at);
            }
            return at == ancestor;
        }

        private int known(int node) {
            if (node < 0 || node >= now.size()) {
                throw new ScheduleException("the run speaks of its node " + node + ", but has nodes 0 to " + (now.size() - 1)
                        + " there; save it anew, or take \"branches\" out to begin again");
            }
            return now.get(node);
        }

        private String remark() {
            int onTheBranch = cuts.keySet().stream().filter(cut -> isOnTheWayTo(saved.tip, cut)).findFirst().orElse(-1);
            int others = cuts.size() - (onTheBranch < 0 ? 0 : 1);
            String elsewhere = others == 0 ? "" : others == 1 ? "one other branch is shorter than it was" : others + " other branches are shorter than they were";
            if (onTheBranch < 0) {
                return elsewhere;
            }
            int step = depth(onTheBranch);
            return "the run fits up to step " + (step - 1) + " of " + depth(saved.tip) + "; then " + cuts.get(onTheBranch)
                    + (elsewhere.isEmpty() ? "" : "; " + elsewhere);
        }

        private int depth(int node) {
            int depth = 0;
            for (int at = node; at > 0; at = parents.get(at)) {
                depth++;
            }
            return depth;
        }
    }
}
