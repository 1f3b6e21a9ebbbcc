package org.reapscope.explore.reduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

import org.reapscope.base.job.EnoughFound;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.store.StateTable;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Steps;

/**
 * Depth first over as few states as will do to find every end of the machine: at each state only the tasks that
 * {@link StubbornSets} chooses are tried.
 *
 * <p>Since every end is found, and every run has one, a fact that stays true once it holds is found if and only if it is
 * possible, and holds at all ends if and only if it cannot be avoided. It may not be used ({@link #refusals}) for facts
 * that may cease to hold (want them latched), and not where some run goes on for ever. Numbers that depend on all
 * interleavings (probabilities, means, shortest witnesses) need the full search.
 */
public final class Reduced {

    private static final int OFTEN = 1 << 10;

    private final Machine machine;
    private final Steps steps;
    private final StubbornSets stubborn;
    private final StateTable table;
    private final Status.Listener listener;
    private final Budget budget;
    private final BitSet onStack = new BitSet();
    private final List<Integer> ends = new ArrayList<>();
    private final int[] firstWith = new int[Long.SIZE];
    private final int[] firstEndWithout = new int[Long.SIZE];
    private int[] stack = new int[1024];
    private long[] untried = new long[1024];
    private int top = -1;
    private long held;
    private long heldAtAllEnds = -1;
    private long transitions;
    private int depth;
    private boolean cyclic;
    private boolean complete = true;

    private Reduced(Machine machine, StubbornSets stubborn, Budget budget, Status.Listener listener) {
        this.machine = machine;
        this.steps = machine.compiled();
        this.stubborn = stubborn;
        this.budget = budget;
        this.listener = listener;
        this.table = new StateTable(machine.words(),
                (int) Math.min(StateTable.largestLimit(), 1 + budget.bytes() / (8L * machine.words() + 13)));
    }

    /**
     * Searches. Uses one thread, whatever the budget says.
     *
     * @throws org.reapscope.base.job.Cancelled if the listener says so
     */
    public static Result of(Machine machine, Budget budget, Status.Listener listener) {
        return from(machine, budget, listener).apply(machine.initial());
    }

    /**
     * Searches from any state that some schedule of the machine leads to: what can still happen there. What is derived from
     * the machine's steps is shared by all of them; not for several threads.
     */
    public static Function<long[], Result> from(Machine machine, Budget budget, Status.Listener listener) {
        StubbornSets stubborn = new StubbornSets(machine);
        return state -> {
            Reduced search = new Reduced(machine, stubborn, budget, listener);
            search.run(state);
            return search.result();
        };
    }

    /** Why the reduced search cannot answer for these facts (bits), before it is tried; empty if nothing speaks against. */
    public static List<String> refusals(Machine machine, long facts) {
        Stability stability = new Stability(machine.spec());
        List<String> reasons = new ArrayList<>();
        for (long rest = facts; rest != 0; rest &= rest - 1) {
            int fact = Long.numberOfTrailingZeros(rest);
            if (!stability.isStable(machine.spec().facts().get(fact))) {
                reasons.add(machine.spec().facts().get(fact).name()
                        + " may cease to hold, so the states in between matter: ask whether it ever held");
            }
        }
        return reasons;
    }

    /**
     * What was found.
     *
     * @param complete whether the search came to its end; if not, what was not found may still be possible
     * @param cyclic whether some run goes on for ever: then nothing that was not found is known to be impossible
     * @param states stored
     * @param transitions taken
     * @param depth of the longest path that was followed
     * @param held bit {@code k}: the k-th fact held somewhere
     * @param heldAtAllEnds bit {@code k}: it held at every end
     * @param deadlocks ends at which somebody waits for what must come
     * @param ends the states in which nobody can step, each once, in the order found
     * @param ways for each fact a schedule to a state in which it holds, not a shortest one; empty if it did not hold
     * @param waysAround for each fact a schedule to an end at which it does not hold; empty if it holds at all that were found
     * @param wayToDeadlock a schedule to a deadlock; empty if there is none
     */
    public record Result(boolean complete, boolean cyclic, int states, long transitions, int depth, long held,
            long heldAtAllEnds, int deadlocks, List<long[]> ends, List<int[]> ways, List<int[]> waysAround,
            int[] wayToDeadlock) {

        /** Keeps copies of the lists. */
        public Result {
            ends = List.copyOf(ends);
            ways = List.copyOf(ways);
            waysAround = List.copyOf(waysAround);
        }

        /** Whether "not found" means "impossible", for facts that stay true. */
        public boolean decides() {
            return complete && !cyclic;
        }
    }

    private void run(long[] from) {
        push(table.add(from, 0, -1, -1));
        long[] scratch = new long[machine.words()];
        while (top >= 0 && complete) {
            int state = stack[top];
            if (untried[top] == 0) {
                onStack.clear(state);
                top--;
                continue;
            }
            int task = Long.numberOfTrailingZeros(untried[top]);
            untried[top] &= untried[top] - 1;
            System.arraycopy(table.rows().array(state), table.rows().offset(state), scratch, 0, scratch.length);
            steps.step(scratch, 0, task);
            int to = table.add(scratch, 0, state, task);
            if (to >= 0) {
                push(to);
            } else {
                cyclic |= onStack.get(-1 - to);
            }
            if (++transitions % OFTEN == 0) {
                complete = goesOn() && table.bytes() <= budget.bytes() && table.size() < table.limit();
            }
        }
    }

    private boolean goesOn() {
        try {
            listener.at(new Status(table.size(), transitions, depth, top + 1, table.bytes(), held));
            return true;
        } catch (EnoughFound e) {
            return false;
        }
    }

    private void push(int state) {
        long[] array = table.rows().array(state);
        int offset = table.rows().offset(state);
        long facts = steps.facts(array, offset);
        for (long fresh = facts & ~held; fresh != 0; fresh &= fresh - 1) {
            firstWith[Long.numberOfTrailingZeros(fresh)] = state;
        }
        held |= facts;
        long enabled = steps.enabledMask(array, offset);
        if (enabled == 0) {
            ends.add(state);
            for (long lacking = heldAtAllEnds & ~facts; lacking != 0; lacking &= lacking - 1) {
                firstEndWithout[Long.numberOfTrailingZeros(lacking)] = state;
            }
            heldAtAllEnds &= facts;
        }
        if (++top == stack.length) {
            stack = Arrays.copyOf(stack, 2 * top);
            untried = Arrays.copyOf(untried, 2 * top);
        }
        stack[top] = state;
        untried[top] = stubborn.choose(array, offset, enabled, table.task(state)) & enabled;
        onStack.set(state);
        depth = Math.max(depth, top);
    }

    private Result result() {
        List<Integer> stuck = ends.stream().filter(end -> machine.deadlocked(table.state(end), 0)).toList();
        List<int[]> ways = new ArrayList<>();
        List<int[]> around = new ArrayList<>();
        for (int fact = 0; fact < machine.spec().facts().size(); fact++) {
            ways.add((held >>> fact & 1) != 0 ? way(firstWith[fact]) : new int[0]);
            around.add((heldAtAllEnds >>> fact & 1) == 0 ? way(firstEndWithout[fact]) : new int[0]);
        }
        return new Result(complete, cyclic, table.size(), transitions, depth, held, heldAtAllEnds, stuck.size(),
                ends.stream().map(table::state).toList(), ways, around, stuck.isEmpty() ? new int[0] : way(stuck.getFirst()));
    }

    private int[] way(int state) {
        int length = 0;
        for (int at = state; table.parent(at) >= 0; at = table.parent(at)) {
            length++;
        }
        int[] way = new int[length];
        for (int at = state; length > 0; at = table.parent(at)) {
            way[--length] = table.task(at);
        }
        return way;
    }
}
