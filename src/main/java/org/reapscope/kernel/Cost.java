package org.reapscope.kernel;

import org.reapscope.kernel.expr.Expr;

/**
 * What a step costs, without saying how many nanoseconds that is: that is the cost model's business.
 *
 * @param kind what sort of work it is
 * @param units how many times that work is done, judged before the step
 */
public record Cost(Kind kind, Expr units) {

    /** Sorts of work. */
    public enum Kind {
        /** A few instructions. */
        TRIVIAL,
        /** Entering or leaving the kernel. */
        SYSCALL,
        /** An atomic read-modify-write or an uncontended lock. */
        ATOMIC,
        /** Waking a task. */
        WAKE,
        /** Exit work that is not the subject here (files, accounting, namespaces). */
        EXIT_WORK,
        /** Walking to the next VMA. */
        VMA_WALK,
        /** Unmapping pages; a unit is one page. */
        ZAP_PAGE,
        /** Unmapping young file pages without marking them accessed; a unit is one page. */
        ZAP_UNMARKED_PAGE,
        /** Reading page-table entries; a unit is one page. */
        SCAN_PAGE,
        /** Flushing the TLB. */
        TLB_FLUSH,
        /** Giving pages back to the allocator; a unit is one page. */
        FREE_PAGE,
        /** Freeing page-table pages; a unit is one table. */
        FREE_TABLE,
        /** Formatting and copying text to user space. */
        COPY_TO_USER,
        /** Time passes by itself: a timer, an I/O, a sleep. */
        DELAY
    }

    /** A few instructions. */
    public static final Cost TRIVIAL = of(Kind.TRIVIAL);

    /** One unit of work. */
    public static Cost of(Kind kind) {
        return new Cost(kind, Expr.of(1));
    }
}
