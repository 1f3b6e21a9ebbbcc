package org.reapscope.trace;

import java.util.ArrayList;
import java.util.List;

/**
 * The tasks of a trace while it is read. A tid names the task that has it now; every birth begins another epoch of the
 * same tid (kernel-wide rule: a pid is reused only after release_task of its last owner).
 */
public final class TaskTable {

    private static final long CLONE_THREAD = 0x10000;

    private static final class Entry {
        int tid;
        int epoch;
        int tgid = -1;
        String comm = "<...>";
        int bornRow = -1;
        int exitRow = -1;
        boolean freed;
        boolean newborn;
        int previous = -1;
    }

    private final List<Entry> entries = new ArrayList<>();
    private final LongIds current = new LongIds();

    TaskTable() {
        entry(newTask(0, 0)).comm = "<idle>";
        entry(Task.IDLE).tgid = 0;
    }

    /** The task that has this tid now; made if there is none or the last one is gone. */
    public int task(int tid) {
        int id = current.get(tid);
        if (id < 0) {
            return newTask(tid, 0);
        }
        Entry entry = entry(id);
        return entry.freed ? newTask(tid, entry.epoch + 1) : id;
    }

    /**
     * The task that a sched_process_free of this tid is about. It comes an RCU grace period after the pid was given up, so
     * that the next owner may be there already: then it is about the one before.
     */
    public int freedOwner(int tid) {
        int id = task(tid);
        Entry entry = entry(id);
        boolean ofPrevious = entry.exitRow < 0 && entry.previous >= 0 && !entry(entry.previous).freed;
        return ofPrevious ? entry.previous : id;
    }

    /** Whether a name is still wanted for the task, so that a reader need not intern the same name for every line. */
    public boolean unnamed(int task) {
        return entry(task).comm.equals("<...>");
    }

    /** The name that the task has from now on; the placeholder {@code <...>} never replaces a known one. */
    public void name(int task, String comm) {
        if (task != Task.IDLE && !comm.equals("<...>")) {
            entry(task).comm = comm;
        }
    }

    /** The name that the task has now. */
    public String comm(int task) {
        return entry(task).comm;
    }

    /** The task's thread group, known from the trace. */
    public void group(int task, int tgid) {
        entry(task).tgid = tgid;
    }

    /**
     * task_newtask made the owner of this tid. Whoever had it before is gone, even if a filter hid the exit: a pid is given
     * away only when it is free.
     */
    public int born(int tid) {
        int id = current.get(tid);
        int born = newTask(tid, id < 0 ? 0 : entry(id).epoch + 1);
        entry(born).newborn = true;
        return born;
    }

    /** sched_process_fork made the owner of this tid, unless the task_newtask of the same fork, which comes before it, has. */
    public int forked(int tid) {
        int id = current.get(tid);
        int child = id >= 0 && entry(id).newborn ? id : born(tid);
        entry(child).newborn = false;
        return child;
    }

    void bornAt(int task, int row) {
        if (entry(task).bornRow < 0) {
            entry(task).bornRow = row;
        }
    }

    void cloned(int parent, int child, long cloneFlags) {
        Entry p = entry(parent);
        Entry c = entry(child);
        c.tgid = (cloneFlags & CLONE_THREAD) == 0 ? c.tid : p.tgid >= 0 ? p.tgid : p.tid;
    }

    void exited(int task, int row) {
        entry(task).exitRow = row;
    }

    void freed(int task) {
        entry(task).freed = task != Task.IDLE;
    }

    List<Task> snapshot(int[] newRow) {
        List<Task> result = new ArrayList<>(entries.size());
        for (int id = 0; id < entries.size(); id++) {
            Entry e = entries.get(id);
            result.add(new Task(id, e.tid, e.epoch, e.tgid < 0 ? e.tid : e.tgid, e.tgid >= 0, e.comm,
                    moved(e.bornRow, newRow), moved(e.exitRow, newRow)));
        }
        return List.copyOf(result);
    }

    private static int moved(int row, int[] newRow) {
        return row < 0 || newRow.length == 0 ? row : newRow[row];
    }

    private int newTask(int tid, int epoch) {
        Entry entry = new Entry();
        entry.tid = tid;
        entry.epoch = epoch;
        entry.previous = current.get(tid);
        entries.add(entry);
        current.put(tid, entries.size() - 1);
        return entries.size() - 1;
    }

    private Entry entry(int task) {
        return entries.get(task);
    }
}
