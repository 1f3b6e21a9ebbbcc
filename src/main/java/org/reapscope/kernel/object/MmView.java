package org.reapscope.kernel.object;

import static org.reapscope.kernel.object.MmFields.MMAP_LOCK;

import java.util.List;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;

/**
 * An address space in one state, for showing. What the machine does not keep is {@link #UNKNOWN}. Cheap to make; does not
 * copy the state.
 *
 * @param machine whose state
 * @param state the words
 * @param offset where the state begins
 * @param mm which address space
 */
public record MmView(Machine machine, long[] state, int offset, int mm) {

    /** Stands for a value that the machine does not keep. */
    public static final int UNKNOWN = -1;

    /** A field of the mm. */
    public int value(Field field) {
        return machine.knows(field, mm) ? machine.value(state, offset, field, mm) : UNKNOWN;
    }

    /** {@code mm_users}. */
    public int users() {
        return value(MmFields.MM_USERS);
    }

    /** {@code mm_count}. */
    public int count() {
        return value(MmFields.MM_COUNT);
    }

    /** Whether a flag (a field of values 0 and 1) is set; false if it is unknown. */
    public boolean has(Field flag) {
        return value(flag) == 1;
    }

    /** The tasks that hold mmap_lock, the writer first. */
    public List<Integer> lockHolders() {
        return machine.holders(state, offset, MMAP_LOCK, mm);
    }

    /** The task that holds mmap_lock for writing, or {@link #UNKNOWN} if there is none. */
    public int lockWriter() {
        int holder = value(MMAP_LOCK.holder());
        return holder > 0 ? holder - 1 : UNKNOWN;
    }

    /** The tasks that wait for mmap_lock, first one first. */
    public List<Integer> lockQueue() {
        return machine.ahead(state, offset, MMAP_LOCK, mm, UNKNOWN);
    }

    /** Pages that are mapped. */
    public int mappedPages() {
        return machine.value(MmFields.mappedPages(Expr.of(mm)), 0, state, offset);
    }

    /** Pages that are unmapped and not free yet. */
    public int gatheredPages() {
        return machine.value(MmFields.gatheredPages(Expr.of(mm)), 0, state, offset);
    }
}
