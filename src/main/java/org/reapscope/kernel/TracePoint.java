package org.reapscope.kernel;

import java.util.List;

import org.reapscope.kernel.expr.Expr;

/**
 * A tracepoint that the kernel passes in a step.
 *
 * @param event its name with system, {@code mmap_lock:mmap_lock_released}
 * @param when whether it is passed, judged in the state after the step
 * @param args its arguments, in the order of the event's format
 * @param task which task's context it is in; usually {@link Expr#SELF}
 */
public record TracePoint(String event, Expr when, Expr task, List<Arg> args) {

    /** Keeps a copy. */
    public TracePoint {
        args = List.copyOf(args);
    }

    /** What an argument's value is, so that a writer knows how to print it. */
    public enum Kind {
        /** A plain number. */
        NUMBER,
        /** 0 or 1, printed as false and true. */
        TRUTH,
        /** A task: printed as its thread id. */
        PID,
        /** A task: printed as its command name. */
        COMM,
        /** A thread group: printed as its process id. */
        TGID,
        /** An address space: printed as a hashed pointer. */
        MM,
        /** An address space: printed as the decimal mm_id of rss_stat. */
        MM_ID,
        /** A lock of an address space, a page table or a task, told apart by the event's context. */
        TABLE,
        /** A number of pages: printed in bytes. */
        PAGES_AS_BYTES,
        /** A number of pages: printed in KiB. */
        PAGES_AS_KB,
        /** A result: 0, or an {@link Errno} code, printed as a negative number. */
        ERRNO,
        /** A counter of rss_stat: 0 file, 1 anonymous, 2 swap entries, 3 shared memory. */
        RSS_MEMBER
    }

    /**
     * An argument.
     *
     * @param name as in the event's format
     * @param kind how to print it
     * @param value computed in the state after the step, or in the one before it
     * @param before whether the state before the step is meant
     */
    public record Arg(String name, Kind kind, Expr value, boolean before) {

        /** An argument judged after the step. */
        public static Arg of(String name, Kind kind, Expr value) {
            return new Arg(name, kind, value, false);
        }

        /** An argument judged before the step. */
        public static Arg before(String name, Kind kind, Expr value) {
            return new Arg(name, kind, value, true);
        }
    }

    /** Passed always, by the stepping task. */
    public static TracePoint of(String event, Arg... args) {
        return new TracePoint(event, Expr.TRUE, Expr.SELF, List.of(args));
    }

    /** The same, passed only if {@code condition} holds after the step. */
    public TracePoint onlyIf(Expr condition) {
        return new TracePoint(event, condition, task, args);
    }
}
