package org.reapscope.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;

/**
 * The file tables of tasks while a trace is walked through in time order: threads of a process share one ({@code
 * CLONE_FILES}), a fork copies it, and exec closes every pidfd, which are all close-on-exec.
 */
final class FdTables {

    private static final long CLONE_FILES = 0x400;
    private static final long CLONE_PIDFD = 0x1000;
    private static final Set<String> CALLS = Set.of("pidfd_open", "pidfd_send_signal", "pidfd_getfd", "close", "dup", "dup2", "dup3");

    private final Trace trace;
    private final Processes processes;
    private final Map<Integer, FdTable> byTask = new HashMap<>();
    private final Map<Integer, FdTable> byProcess = new HashMap<>();
    private final Map<Integer, List<Task>> byTid = new HashMap<>();

    FdTables(Trace trace, Processes processes) {
        this.trace = trace;
        this.processes = processes;
        trace.tasks().forEach(task -> byTid.computeIfAbsent(task.tid(), tid -> new ArrayList<>(1)).add(task));
    }

    /** Whether a system call changes what pidfds name. */
    static boolean matters(String call) {
        return CALLS.contains(call);
    }

    /** The table that a task has now. A thread that was there before the trace has its process's. */
    FdTable of(int task) {
        FdTable own = byTask.get(task);
        return own != null ? own : byProcess.computeIfAbsent(processes.of(task), process -> new FdTable());
    }

    /** The process that a pid names at a row, -1 if the trace does not know it. */
    int process(int pid, int row) {
        Task found = null;
        for (Task task : byTid.getOrDefault(pid, List.of())) {
            if (task.bornRow() < row && (found == null || task.epoch() > found.epoch())) {
                found = task;
            }
        }
        return found == null ? -1 : processes.of(found.id());
    }

    /** task_newtask. */
    void cloned(int row) {
        long flags = trace.argument(row);
        int child = trace.object(row);
        FdTable parents = of(trace.task(row));
        byTask.put(child, (flags & CLONE_FILES) != 0 ? parents : parents.copy());
        if ((flags & CLONE_PIDFD) != 0) {
            parents.cloned(child, processes.of(child), row);
        }
    }

    /** sched_process_fork, which says less: a thread of the same process shares, anybody else has a copy. */
    void forked(int row) {
        int child = trace.object(row);
        if (!byTask.containsKey(child)) {
            FdTable parents = of(trace.task(row));
            byTask.put(child, processes.of(child) == processes.of(trace.task(row)) ? parents : parents.copy());
        }
    }

    void executed(int task) {
        byTask.put(task, new FdTable());
    }
}
