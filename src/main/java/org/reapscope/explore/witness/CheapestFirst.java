package org.reapscope.explore.witness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.reapscope.base.job.EnoughFound;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.store.StateTable;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Steps;

/**
 * Goes through schedules from cheap to dear, where preemptions cost: a node is a state together with the task that stepped
 * last. Gives the cheapest witness of a fact, and what is possible with at most so many preemptions.
 *
 * <p>A preemption is a step of another task although the last one could have gone on. Ties go to the schedule that was
 * found first, tasks being tried in order, so the answer is always the same.
 */
public final class CheapestFirst {

    private static final int OFTEN = 1 << 12;

    private final Machine machine;
    private final Steps steps;
    private final int words;
    private final CostOrder order;
    private final Budget budget;
    private final Status.Listener listener;
    private final CheapestWays ways;
    private final int[] firstWith = new int[Long.SIZE];
    private long held;
    private int stuck = -1;
    private int done = -1;
    private int deepest;
    private int ends;
    private long taken;

    private CheapestFirst(Machine machine, CostOrder order, Budget budget, Status.Listener listener) {
        this.machine = machine;
        this.steps = machine.compiled();
        this.words = machine.words();
        this.order = order;
        this.budget = budget;
        this.listener = listener;
        this.ways = new CheapestWays(words + 1, (int) Math.min(StateTable.largestLimit(), 1 + budget.bytes() / 32));
    }

    /**
     * The cheapest schedule to a state in which a fact holds; nothing if there is none, or if memory ran out before (ask
     * only for what is known to be possible, for it looks everywhere before it gives up).
     */
    public static Optional<Witness> to(int fact, Machine machine, CostOrder order, Budget budget,
            Status.Listener listener) {
        return toEach(1L << fact, machine, order, budget, listener).get(fact);
    }

    /** The same for several facts (bits) in one search: for each fact of the machine its cheapest schedule, if it was wanted. */
    public static List<Optional<Witness>> toEach(long facts, Machine machine, CostOrder order, Budget budget,
            Status.Listener listener) {
        CheapestFirst search = new CheapestFirst(machine, order, budget, listener);
        search.run(facts, Integer.MAX_VALUE);
        return search.witnesses(facts);
    }

    /** Everything that is possible with at most so many preemptions, or what was found of it when the listener had enough. */
    public static Bounded upTo(int preemptions, Machine machine, Budget budget, Status.Listener listener) {
        CheapestFirst search = new CheapestFirst(machine, CostOrder.PREEMPTIONS_THEN_STEPS, budget, listener);
        int complete;
        boolean ended = false;
        try {
            complete = search.run(0, preemptions);
        } catch (EnoughFound e) {
            complete = search.done;
            ended = true;
        }
        Optional<Witness> stuck = search.stuck < 0 ? Optional.empty() : Optional.of(search.witness(search.stuck));
        return new Bounded(complete, ended, search.ways.size(), search.taken, search.deepest, search.ends, search.held,
                search.witnesses(-1), stuck);
    }

    private List<Optional<Witness>> witnesses(long facts) {
        List<Optional<Witness>> witnesses = new ArrayList<>();
        for (int fact = 0; fact < machine.spec().facts().size(); fact++) {
            boolean found = (held & facts & 1L << fact) != 0;
            witnesses.add(found ? Optional.of(witness(firstWith[fact])) : Optional.empty());
        }
        return witnesses;
    }

    /**
     * What a search with bounded preemptions found.
     *
     * @param completeUpTo every schedule with at most this many preemptions was looked at; -1 if the search ended before that
     * @param ended whether the listener ended it, not memory
     * @param nodes states with their last task
     * @param transitions that were taken
     * @param depth of the longest schedule that was looked at
     * @param ends nodes from which nobody can step
     * @param held bit {@code k}: the k-th fact held
     * @param witnesses for each fact a schedule with the fewest preemptions, if any
     * @param deadlock a schedule with the fewest preemptions after which nobody can step although somebody is not done
     */
    public record Bounded(int completeUpTo, boolean ended, int nodes, long transitions, int depth, int ends, long held,
            List<Optional<Witness>> witnesses, Optional<Witness> deadlock) {

        /** Keeps a copy. */
        public Bounded {
            witnesses = List.copyOf(witnesses);
        }
    }

    /**
     * The loop: takes the cheapest nodes, looks what holds there, and opens those one step further; until all that is wanted
     * was found, or with nothing wanted until there is no more.
     */
    private int run(long wanted, int mostPreemptions) {
        long[] state = Arrays.copyOf(machine.initial(), words + 1);
        state[words] = machine.tasks();
        ways.reach(state, 0, -1, -1);
        while (ways.hasNext() && !hasAll(wanted)) {
            long key = ways.nextCost();
            int preemptions = order.preemptions(key);
            if (preemptions > mostPreemptions || ways.bytes() > budget.bytes()) {
                return preemptions > mostPreemptions ? mostPreemptions : done;
            }
            done = preemptions - 1;
            visit(ways.next(), key);
        }
        return mostPreemptions;
    }

    private boolean hasAll(long wanted) {
        return wanted != 0 && (held & wanted) == wanted;
    }

    private void visit(int node, long key) {
        long[] here = ways.node(node);
        long facts = steps.facts(here, 0);
        for (long fresh = facts & ~held; fresh != 0; fresh &= fresh - 1) {
            firstWith[Long.numberOfTrailingZeros(fresh)] = node;
        }
        held |= facts;
        int last = (int) here[words];
        long enabled = steps.enabledMask(here, 0);
        deepest = Math.max(deepest, order.steps(key));
        if (enabled == 0) {
            ends++;
            stuck = stuck < 0 && !machine.finished(here, 0) ? node : stuck;
        }
        boolean couldGoOn = last < machine.tasks() && (enabled >>> last & 1) != 0;
        for (long rest = enabled; rest != 0; rest &= rest - 1) {
            int next = Long.numberOfTrailingZeros(rest);
            long[] there = here.clone();
            steps.step(there, 0, next);
            there[words] = next;
            int extra = couldGoOn && next != last ? 1 : 0;
            ways.reach(there, order.key(order.preemptions(key) + extra, order.steps(key) + 1), node, next);
            if (++taken % OFTEN == 0) {
                listener.at(new Status(ways.size(), taken, order.steps(key), ways.open(), ways.bytes(), held));
            }
        }
    }

    private Witness witness(int node) {
        return new Witness(ways.way(node), order.preemptions(ways.cost(node)));
    }
}
