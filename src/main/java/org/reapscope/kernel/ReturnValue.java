package org.reapscope.kernel;

import java.util.List;

import org.reapscope.kernel.expr.Expr;

/**
 * Results of system calls as small values of a field: 0 while the call has not returned, else one of these codes.
 * Kept small because results are part of the packed state.
 */
public enum ReturnValue {
    /** Not returned yet. */
    PENDING(0),
    /** Success. */
    OK(0),
    /** Operation not permitted. */
    EPERM(1),
    /** No such process. */
    ESRCH(3),
    /** Interrupted. */
    EINTR(4),
    /** Bad file descriptor. */
    EBADF(9),
    /** Try again. */
    EAGAIN(11),
    /** Device or resource busy. */
    EBUSY(16),
    /** Invalid argument. */
    EINVAL(22);

    private static final List<ReturnValue> CODES = List.of(values());
    private final int number;

    ReturnValue(int number) {
        this.number = number;
    }

    /** The largest code, for a field's bound. */
    public static final int MAX = 8;

    /** As stored in a field. */
    public int code() {
        return ordinal();
    }

    /** As stored in a field. */
    public Expr expr() {
        return Expr.of(ordinal());
    }

    /** The result that a stored code stands for. */
    public static ReturnValue of(int code) {
        return CODES.get(code);
    }

    /** What the system call returns: 0 or the negative errno. */
    public int result() {
        return -number;
    }

    /** As in a log: {@code 0}, {@code -ESRCH}. */
    public String text() {
        return this == OK ? "0" : this == PENDING ? "pending" : "-" + name();
    }
}
