package org.reapscope.lesson.challenge;

import java.util.Arrays;
import java.util.Optional;

import org.reapscope.base.job.Progress;
import org.reapscope.explore.witness.CheapestWays;
import org.reapscope.explore.witness.CostOrder;
import org.reapscope.kernel.Machine;
import org.reapscope.lesson.Challenge.Rules;
import org.reapscope.lesson.LessonException;

/**
 * Finds the best way to win a game from any of its states, within its rules, or proves that there is none: goes through
 * all ways from cheap to dear. A node is a state with the learner's last choice; where the rules limit something, with the
 * preemptions so far as well, so that no way within the limits is missed. Ties go to the first task, so the answer is
 * always the same.
 */
public final class Solver {

    private static final int MOST_NODES = 6_000_000;
    private static final int OFTEN = 1 << 12;

    private final Game game;
    private final Machine machine;
    private final CostOrder order;
    private final int words;
    private final boolean limited;
    private final int mostSteps;
    private final int mostPreemptions;
    private final CheapestWays ways;

    private Solver(Game game, CostOrder order, int stepsLeft, int preemptionsLeft) {
        this.game = game;
        this.machine = game.machine();
        this.order = order;
        this.words = machine.words();
        this.limited = stepsLeft >= 0 || preemptionsLeft >= 0;
        this.mostSteps = stepsLeft >= 0 ? stepsLeft : Integer.MAX_VALUE;
        this.mostPreemptions = preemptionsLeft >= 0 ? preemptionsLeft : Integer.MAX_VALUE;
        this.ways = new CheapestWays(words + 1, MOST_NODES);
    }

    /** The best way from the beginning; nothing if there is none, which is then proved. */
    public static Optional<Way> best(Game game, CostOrder order, Progress progress) {
        return best(game, order, game.start(), Game.NOBODY, 0, 0, progress);
    }

    /**
     * The best way from a state of {@link org.reapscope.lesson.goal.Goal#machine}.
     *
     * @param last the learner's last choice, -1 if there was none
     * @param steps how many steps the learner has chosen already
     * @param preemptions how many of them were preemptions
     * @throws LessonException if the scenario is too large to say
     * @throws org.reapscope.base.job.Cancelled if {@code progress} says so
     */
    static Optional<Way> best(Game game, CostOrder order, long[] state, int last, int steps, int preemptions, Progress progress) {
        Rules rules = game.challenge().rules();
        int stepsLeft = rules.maxSteps() == 0 ? -1 : Math.max(0, rules.maxSteps() - steps);
        int preemptionsLeft = rules.maxPreemptions() < 0 ? -1 : Math.max(0, rules.maxPreemptions() - preemptions);
        return new Solver(game, order, stepsLeft, preemptionsLeft).run(state, last, progress);
    }

    private Optional<Way> run(long[] start, int last, Progress progress) {
        reach(start, last, 0, 0, -1, -1);
        long visited = 0;
        while (ways.hasNext()) {
            long key = ways.nextCost();
            int node = ways.next();
            long[] here = ways.node(node);
            if (game.goal().reached(here)) {
                return Optional.of(new Way(ways.way(node), order.steps(key), order.preemptions(key)));
            }
            visit(node, key, here);
            if (++visited % OFTEN == 0) {
                progress.report(visited, -1);
            }
            if (ways.size() >= MOST_NODES) {
                throw new LessonException(game.challenge().id() + ": more than " + MOST_NODES
                        + " positions; take a scenario with fewer threads or page tables");
            }
        }
        return Optional.empty();
    }

    private void visit(int node, long key, long[] here) {
        int last = (int) (here[words] & 0xff) - 1;
        int forced = game.forced(here);
        if (forced != Game.NOBODY) {
            long[] there = here.clone();
            machine.step(there, 0, forced);
            reach(there, last, order.steps(key), order.preemptions(key), node, forced);
            return;
        }
        for (long rest = game.choices(here); rest != 0; rest &= rest - 1) {
            int next = Long.numberOfTrailingZeros(rest);
            long[] there = here.clone();
            machine.step(there, 0, next);
            reach(there, next, order.steps(key) + 1, order.preemptions(key) + (game.preempts(here, last, next) ? 1 : 0), node, next);
        }
    }

    private void reach(long[] state, int last, int steps, int preemptions, int from, int by) {
        if (steps > mostSteps || preemptions > mostPreemptions) {
            return;
        }
        long[] node = Arrays.copyOf(state, words + 1);
        node[words] = last + 1 | (limited ? (long) preemptions << Byte.SIZE : 0);
        ways.reach(node, order.key(preemptions, steps), from, by);
    }
}
