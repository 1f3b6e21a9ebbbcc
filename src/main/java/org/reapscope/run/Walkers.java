package org.reapscope.run;

import java.util.List;
import java.util.Optional;

import org.reapscope.kernel.Blocked;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.Phase;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.TaskView;

/** Who walks the page tables, where, and who waits for whom there. */
public final class Walkers {

    /** What somebody walks page tables for. */
    public enum Kind { EXIT_MMAP, REAPER, READER }

    private Walkers() {}

    /** What a task walks an address space for in a state, between two VMAs too; empty if it does not. */
    public static Optional<Kind> kind(Machine machine, long[] state, int task) {
        return switch (phase(machine, state, task)) {
            case EXIT_WALK -> Optional.of(Kind.EXIT_MMAP);
            case REAP, REAP_WALK -> Optional.of(Kind.REAPER);
            case READ, READ_WALK -> Optional.of(Kind.READER);
            case NONE -> Optional.empty();
        };
    }

    /** The page table that a walking task is at, -1 if it is at none. */
    public static int table(Machine machine, long[] state, int task) {
        int at = new TaskView(machine, state, 0, task).value(TaskFields.AT_TABLE);
        int tables = machine.spec().names().getOrDefault(Dim.TABLE, List.of()).size();
        return at < 0 || at >= tables || !phase(machine, state, task).atTable() ? -1 : at;
    }

    private static Phase phase(Machine machine, long[] state, int task) {
        return machine.next(state, 0, task).map(next -> next.step().phase()).orElse(Phase.NONE);
    }

    /** Whether a task burns its CPU until another lets a lock go. */
    public static boolean spins(Machine machine, long[] state, int task) {
        return machine.next(state, 0, task).filter(s -> s.step().waits() == Wait.SPIN).isPresent()
                && !machine.enabled(state, 0, task);
    }

    /** The page table whose lock a task waits for while another holds it, -1 if none. */
    public static int collision(Machine machine, long[] state, int task) {
        return machine.blockedOn(state, 0, task)
                .filter(b -> b.lock() != null && b.lock().name().equals(TableFields.PTE_LOCK.name()) && !b.holders().isEmpty())
                .map(Blocked::index).orElse(-1);
    }
}
