package org.reapscope.kernel.expr;

/** What an index of a {@link Field} counts. How many there are of each is the scenario's business ({@link Sizes}). */
public enum Dim {
    /** Schedulable entities: threads, kernel threads, timers. */
    TASK("task"),
    /** Thread groups (processes), one {@code signal_struct} each. */
    GROUP("group"),
    /** Address spaces, one {@code mm_struct} each. */
    MM("mm"),
    /** Virtual memory areas of all address spaces, in address order within one address space. */
    VMA("vma"),
    /** Page-table pages (2 MiB each) of all address spaces, in address order within one address space. */
    TABLE("table");

    private final String word;

    Dim(String word) {
        this.word = word;
    }

    /** The word for one of them, as used in messages. */
    public String word() {
        return word;
    }
}
