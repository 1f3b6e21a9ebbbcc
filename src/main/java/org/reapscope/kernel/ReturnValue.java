package org.reapscope.kernel;

import java.util.List;

import org.reapscope.base.errno.Errno;
import org.reapscope.kernel.expr.Expr;

/**
 * Results of system calls as small values of a field: 0 while the call has not returned, else one of these codes.
 * Kept small because results are part of the packed state; what each is called and which number it has is {@link Errno}'s.
 */
public enum ReturnValue {
    /** Not returned yet. */
    PENDING,
    /** Success. */
    OK,
    /** Operation not permitted. */
    EPERM,
    /** No such process. */
    ESRCH,
    /** Interrupted. */
    EINTR,
    /** Bad file descriptor. */
    EBADF,
    /** Try again. */
    EAGAIN,
    /** Device or resource busy. */
    EBUSY,
    /** Invalid argument. */
    EINVAL;

    private static final List<ReturnValue> CODES = List.of(values());

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
        return this == PENDING || this == OK ? 0 : -Errno.number(name());
    }

    /** As in a log: {@code 0}, {@code -ESRCH}. */
    public String text() {
        return this == OK ? "0" : this == PENDING ? "pending" : "-" + name();
    }
}
