package org.reapscope.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.reapscope.kernel.Blocked;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Wait;

/**
 * Who waits for which lock and who has it, in one state.
 *
 * @param waits one for each task that waits for a lock, by task
 */
public record WaitGraph(List<WaitFor> waits) {

    /**
     * A task that waits for a lock.
     *
     * @param task who waits
     * @param lock for what, as its number in {@link #locks}
     * @param write whether exclusively
     * @param spins whether it burns its CPU meanwhile
     * @param holders who has the lock
     * @param ahead who is before it in the lock's queue, first one first
     */
    public record WaitFor(int task, WantedLock lock, boolean write, boolean spins, List<Integer> holders, List<Integer> ahead) {

        public WaitFor {
            holders = List.copyOf(holders);
            ahead = List.copyOf(ahead);
        }
    }

    /**
     * One lock.
     *
     * @param name the kernel's word for its kind
     * @param of whose it is, in the scenario's words
     * @param index which of its kind
     */
    public record WantedLock(String name, String of, int index) {}

    public WaitGraph {
        waits = List.copyOf(waits);
    }

    /** The waits of a state. */
    public static WaitGraph of(Machine machine, long[] state) {
        List<WaitFor> waits = new ArrayList<>();
        for (int task = 0; task < machine.tasks(); task++) {
            Optional<Blocked> blocked = machine.blockedOn(state, 0, task);
            Lock lock = blocked.map(Blocked::lock).orElse(null);
            if (blocked.isPresent() && lock != null) {
                Blocked b = blocked.get();
                String of = machine.spec().name(lock.holder().dims().getFirst(), b.index());
                waits.add(new WaitFor(task, new WantedLock(lock.name(), of, b.index()), b.mode() == Lock.Mode.WRITE,
                        b.waits() == Wait.SPIN, b.holders(), b.ahead()));
            }
        }
        return new WaitGraph(waits);
    }

    /** The locks that are waited for. */
    public List<WantedLock> locks() {
        return waits.stream().map(WaitFor::lock).distinct().toList();
    }

    /** The tasks that wait or are waited for; who waits comes before whom it waits for, as far as that can be. */
    public List<Integer> tasks() {
        Set<Integer> tasks = new LinkedHashSet<>();
        waits.stream().filter(w -> waits.stream().noneMatch(o -> before(o, w.task()))).forEach(w -> collect(w.task(), tasks));
        waits.forEach(w -> collect(w.task(), tasks));
        return List.copyOf(tasks);
    }

    /** Whether a task waits, through others, for itself. */
    public boolean inCircle(int task) {
        Set<Integer> reached = new LinkedHashSet<>();
        waits.stream().filter(w -> w.task() == task).forEach(w -> blockers(w).forEach(t -> collect(t, reached)));
        return reached.contains(task);
    }

    private void collect(int task, Set<Integer> into) {
        if (into.add(task)) {
            waits.stream().filter(w -> w.task() == task).forEach(w -> blockers(w).forEach(t -> collect(t, into)));
        }
    }

    private static List<Integer> blockers(WaitFor wait) {
        List<Integer> blockers = new ArrayList<>(wait.ahead());
        blockers.addAll(wait.holders());
        return blockers;
    }

    private static boolean before(WaitFor wait, int task) {
        return blockers(wait).contains(task);
    }
}
