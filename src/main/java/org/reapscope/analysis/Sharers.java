package org.reapscope.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/**
 * Which processes share an mm with another one: made by clone with CLONE_VM and without CLONE_THREAD (vfork among
 * them). Sharing ends when the child executes a program or exits; a child that exited with another mm had executed one.
 */
public final class Sharers {

    private static final long CLONE_VM = 0x100;
    private static final long CLONE_THREAD = 0x10000;

    /**
     * A process that shared its mm with another.
     *
     * @param task its task id
     * @param with the other process
     * @param clonedRow the task_newtask that made it
     * @param endRow the row at which it stopped sharing, {@link Integer#MAX_VALUE} if it does not within the trace
     */
    public record Sharer(int task, int with, int clonedRow, int endRow) {

        boolean at(int row) {
            return clonedRow < row && row < endRow;
        }
    }

    private final Map<Integer, List<Sharer>> byProcess = new HashMap<>();

    private Sharers() {}

    static Sharers of(Trace trace, EventRows rows, Processes processes, ExitMm exitMm) {
        Map<Integer, Integer> executed = new HashMap<>();
        rows.of(Tracepoint.SCHED_PROCESS_EXEC).forEach(row -> executed.putIfAbsent(trace.object(row), row));
        Sharers result = new Sharers();
        rows.of(Tracepoint.TASK_NEWTASK)
                .filter(row -> (trace.argument(row) & (CLONE_VM | CLONE_THREAD)) == CLONE_VM && trace.object(row) >= 0)
                .forEach(row -> {
                    Task child = trace.tasks().get(trace.object(row));
                    int parent = processes.of(trace.task(row));
                    if (exitMm.mm(child.id()) < 0 || exitMm.mm(parent) < 0 || exitMm.mm(child.id()) == exitMm.mm(parent)) {
                        int end = child.exitRow() < 0 ? Integer.MAX_VALUE : child.exitRow();
                        end = Math.min(end, executed.getOrDefault(child.id(), end));
                        int parentExit = trace.tasks().get(parent).exitRow();
                        result.add(parent, new Sharer(child.id(), parent, row, end));
                        result.add(child.id(), new Sharer(parent, child.id(), row,
                                parentExit < 0 ? end : Math.min(end, parentExit)));
                    }
                });
        return result;
    }

    /** Who shared the mm of a process at a row, children before parents. */
    public List<Sharer> at(int process, int row) {
        return byProcess.getOrDefault(process, List.of()).stream().filter(sharer -> sharer.at(row)).toList();
    }

    private void add(int process, Sharer sharer) {
        byProcess.computeIfAbsent(process, key -> new ArrayList<>()).add(sharer);
    }
}
