package org.reapscope.explore.graph;

import org.reapscope.base.job.EnoughFound;
import org.reapscope.base.job.WorkerPool;
import org.reapscope.explore.base.Budget;
import org.reapscope.explore.base.Status;
import org.reapscope.explore.store.Batch;
import org.reapscope.explore.store.StateTable;
import org.reapscope.kernel.Machine;

/**
 * The exact search: every state that some schedule reaches, level by level, so that the path back from any state is a
 * shortest one.
 *
 * <p>A level is taken in rounds of up to 16 parts. Within a round workers expand parts, then look their successors up shard
 * by shard, then store the new ones; numbers are given in the order in which one thread would have found the states. So
 * numbers, parents and witnesses are the same on any number of cores. Time: one step and one look-up a transition.
 */
public final class BreadthFirst {

    private final Machine machine;
    private final Budget budget;
    private final boolean keepEdges;
    private final long until;
    private final Status.Listener listener;
    private final StateTable table;
    private final Expander[] parts = new Expander[Batch.TOGETHER];
    private final Batch[] batches = new Batch[Batch.TOGETHER];
    private final StateGraph.Recorder recorder;
    private boolean ended;

    private BreadthFirst(Machine machine, Budget budget, boolean keepEdges, long until, Status.Listener listener) {
        this.machine = machine;
        this.budget = budget;
        this.keepEdges = keepEdges;
        this.until = until;
        this.listener = listener;
        long least = 8L * machine.words() + 5 + 8;
        this.table = new StateTable(machine.words(),
                (int) Math.min(StateTable.largestLimit(), Math.max(1, budget.bytes() / least)));
        for (int k = 0; k < parts.length; k++) {
            parts[k] = new Expander(machine, table);
            batches[k] = parts[k].batch;
        }
        this.recorder = new StateGraph.Recorder(machine, table);
    }

    /**
     * Visits every state, or as many as memory and the listener allow.
     *
     * @throws org.reapscope.base.job.Cancelled if the listener says so, within 50 ms of its saying so
     */
    public static StateGraph all(Machine machine, Budget budget, Status.Listener listener) {
        return new BreadthFirst(machine, budget, false, 0, listener).search();
    }

    /** Visits every state and keeps every edge, for questions about what is still possible. */
    public static StateGraph withEdges(Machine machine, Budget budget, Status.Listener listener) {
        return new BreadthFirst(machine, budget, true, 0, listener).search();
    }

    /** Stops after the round in which the last of these facts (bits) first held: for shortest witnesses. */
    public static StateGraph until(Machine machine, long facts, Budget budget, Status.Listener listener) {
        return new BreadthFirst(machine, budget, false, facts, listener).search();
    }

    private StateGraph search() {
        table.add(machine.initial(), 0, -1, -1);
        recorder.begin(keepEdges);
        try (WorkerPool pool = new WorkerPool(budget.workers())) {
            int from = 0;
            for (int to = 1; from < to && !enough(); from = to, to = table.size()) {
                recorder.level(from, to);
                for (int at = from; at < to && !enough();) {
                    at = round(pool, at, to);
                    tell(at);
                }
            }
        }
        return recorder.end(parts);
    }

    /** Expands states from {@code at} on, never past {@code end}; returns the first that is left. */
    private int round(WorkerPool pool, int at, int end) {
        int each = Math.min(Expander.parents(machine), Math.max(64, (end - at + parts.length - 1) / parts.length));
        int stop = (int) Math.min(end, at + (long) each * parts.length);
        int count = (stop - at + each - 1) / each;
        pool.each(count, k -> parts[k].expand(at + k * each, Math.min(stop, at + (k + 1) * each)));
        pool.each(StateTable.SHARDS, shard -> Batch.lookUp(table, batches, count, shard));
        int known = table.size();
        int next = known;
        for (int k = 0; k < count; k++) {
            next = batches[k].number(batches, known, next);
        }
        Batch.grow(table, next);
        pool.each(count, k -> parts[k].store());
        for (int k = 0; k < count; k++) {
            recorder.take(parts[k]);
        }
        return stop;
    }

    private void tell(int at) {
        try {
            listener.at(recorder.status(at));
        } catch (EnoughFound e) {
            ended = true;
        }
    }

    private boolean enough() {
        return ended || until != 0 && (recorder.held() & until) == until || table.size() >= table.limit() || recorder.bytes() > budget.bytes();
    }
}
