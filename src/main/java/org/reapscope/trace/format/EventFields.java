package org.reapscope.trace.format;

import static org.reapscope.trace.format.Ascii.at;
import static org.reapscope.trace.format.Ascii.skipBlanks;
import static org.reapscope.trace.format.Ascii.skipWord;

import java.util.Arrays;

/**
 * Parts the text behind the time into the event's name and its arguments. The kernel writes {@code name: args},
 * {@code sys_name(args)}, {@code sys_name -> 0xret}, {@code function <-caller} and {@code <stack trace>}; perf writes
 * {@code subsystem:name: args}.
 */
final class EventFields {

    /** What the text is. */
    enum Kind {
        /** An event with its arguments. */
        EVENT,
        /** {@code sys_name(args)}; the name is without {@code sys_}. */
        SYSCALL_ENTER,
        /** {@code sys_name -> 0xret}; the name is without {@code sys_}. */
        SYSCALL_EXIT,
        /** A line of the function tracer. */
        FUNCTION,
        /** A stack trace follows. */
        STACK,
        /** None of these. */
        UNKNOWN
    }

    private static final byte[] SYS = Ascii.bytes("sys_");
    private static final byte[] RETURNS = Ascii.bytes(" -> ");
    private static final byte[] CALLED_BY = Ascii.bytes(" <-");
    private static final byte[] STACK_TRACE = Ascii.bytes("<stack trace");
    private static final byte[] USER_STACK_TRACE = Ascii.bytes("<user stack trace");
    private static final byte[] KERNEL_STACK = Ascii.bytes("kernel_stack");

    int nameFrom;
    int nameTo;
    int argsFrom;
    /** Of a stack trace: whether it is one of user space. */
    boolean userStack;

    Kind parse(byte[] b, int from, int to) {
        int i = from;
        while (i < to && b[i] != ':' && b[i] != ' ' && b[i] != '(') {
            i++;
        }
        if (at(b, i, to, ':')) {
            return named(b, from, i, to);
        }
        boolean syscall = Ascii.startsWith(b, from, to, SYS);
        nameFrom = from + SYS.length;
        nameTo = i;
        if (syscall && at(b, i, to, '(')) {
            argsFrom = i + 1;
            return Kind.SYSCALL_ENTER;
        }
        if (syscall && Ascii.startsWith(b, i, to, RETURNS)) {
            argsFrom = i + RETURNS.length;
            return Kind.SYSCALL_EXIT;
        }
        if (Ascii.startsWith(b, i, to, CALLED_BY) && i > from) {
            return Kind.FUNCTION;
        }
        return stack(b, from, to) ? Kind.STACK : Kind.UNKNOWN;
    }

    /** The same for {@code subsystem:name: args}. */
    Kind parseQualified(byte[] b, int from, int to) {
        int end = skipWord(b, from, to);
        if (end - from < 2 || b[end - 1] != ':') {
            return Kind.UNKNOWN;
        }
        int start = end - 1;
        while (start > from && b[start - 1] != ':') {
            start--;
        }
        return named(b, start, end - 1, to);
    }

    private Kind named(byte[] b, int from, int end, int to) {
        nameFrom = from;
        nameTo = end;
        argsFrom = skipBlanks(b, end + 1, to);
        return end == from ? Kind.UNKNOWN : stack(b, argsFrom, to) || frame(b, from, end, to) ? Kind.STACK : Kind.EVENT;
    }

    /** {@code kernel_stack:  => symbol}, as trace-cmd -N has it. */
    private boolean frame(byte[] b, int from, int end, int to) {
        return Arrays.equals(b, from, end, KERNEL_STACK, 0, KERNEL_STACK.length) && at(b, argsFrom, to, '=');
    }

    private boolean stack(byte[] b, int from, int to) {
        boolean angle = at(b, from, to, '<');
        userStack = angle && Ascii.startsWith(b, from, to, USER_STACK_TRACE);
        return userStack || angle && Ascii.startsWith(b, from, to, STACK_TRACE);
    }
}
