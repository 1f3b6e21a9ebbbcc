package org.reapscope.kernel.object;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.object.VmaKind.Pages;

/**
 * A page table in one state, for showing.
 *
 * @param machine whose state
 * @param state the words
 * @param offset where the state begins
 * @param table which one
 */
public record TableView(Machine machine, long[] state, int offset, int table) {

    /** Where its pages are. */
    public enum Where {
        /** There is no page table. */
        NONE,
        /** Mapped. */
        MAPPED,
        /** Unmapped, in some walker's gather. */
        GATHERED,
        /** Given back to the allocator. */
        FREE,
        /** Unmapped, in the page cache, clean. */
        CACHE,
        /** Unmapped, kept by something else. */
        KEPT
    }

    /** Where its pages are. */
    public Where where() {
        if (machine.value(state, offset, TableFields.PRESENT, table) == 0) {
            return Where.NONE;
        }
        return switch (machine.value(state, offset, TableFields.PAGES, table)) {
            case Pages.MAPPED -> Where.MAPPED;
            case Pages.FREE -> Where.FREE;
            case Pages.CACHE -> Where.CACHE;
            case Pages.KEPT -> Where.KEPT;
            default -> Where.GATHERED;
        };
    }

    /** The task whose gather holds the pages, or -1. */
    public int gatherer() {
        int pages = machine.value(state, offset, TableFields.PAGES, table);
        return pages >= Pages.GATHERED ? pages - Pages.GATHERED : MmView.UNKNOWN;
    }

    /** The task that holds its lock, or -1. */
    public int lockHolder() {
        return machine.knows(TableFields.PTE_LOCK.holder(), table)
                ? machine.value(state, offset, TableFields.PTE_LOCK.holder(), table) - 1 : MmView.UNKNOWN;
    }
}
