package org.reapscope.kernel;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Trees;

/**
 * A tracepoint that the kernel passes in a step.
 *
 * @param event its name with system, {@code mmap_lock:mmap_lock_released}
 * @param when whether it is passed, judged in the state after the step
 * @param args its arguments, in the order of the event's format
 * @param task which task's context it is in; usually {@link Expr#SELF}
 * @param each if set, the tracepoint is passed once for each index of this dimension, which is {@link #EACH} in the
 *     expressions
 */
public record TraceCall(String event, Expr when, Expr task, List<Arg> args, @Nullable Dim each) {

    /** The index for which a tracepoint is passed that is passed {@link #forEach} of them. */
    public static final Expr EACH = new Expr.Param("each");

    /** Keeps a copy. */
    public TraceCall {
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
        /** An address space: printed as the hashed pointer of its mmap_lock. */
        MMAP_LOCK,
        /** A page table: printed as a page frame number. */
        TABLE,
        /** A number of pages: printed in bytes. */
        PAGES_AS_BYTES,
        /** A number of pages: printed in KiB. */
        PAGES_AS_KB,
        /** A result: 0, or an {@link ReturnValue} code, printed as a negative number. */
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
    public static TraceCall of(String event, Arg... args) {
        return new TraceCall(event, Expr.TRUE, Expr.SELF, List.of(args), null);
    }

    /** The same, passed only if {@code condition} holds after the step. */
    public TraceCall onlyIf(Expr condition) {
        return new TraceCall(event, condition, task, args, each);
    }

    /** The same, passed once for each index of a dimension for which {@code condition} holds after the step. */
    public TraceCall forEach(Dim dim, Expr condition) {
        return new TraceCall(event, condition, task, args, dim);
    }

    /** The same with parameters replaced. */
    TraceCall bind(Map<String, Expr> a) {
        return new TraceCall(event, Trees.bind(when, a), Trees.bind(task, a),
                args.stream().map(x -> new Arg(x.name, x.kind, Trees.bind(x.value, a), x.before)).toList(), each);
    }

    /** The tracepoint once for each index that it is to be passed for. */
    List<TraceCall> unrolled(int size) {
        return each == null ? List.of(this)
                : java.util.stream.IntStream.range(0, size).mapToObj(i -> bind(Map.of("each", Expr.of(i)))).toList();
    }
}
