package org.reapscope.trace.format;

import static org.reapscope.trace.format.Arguments.ABSENT;
import static org.reapscope.trace.format.Ascii.at;
import static org.reapscope.trace.format.Ascii.skipBlanks;
import static org.reapscope.trace.format.Ascii.skipHex;

import org.reapscope.base.errno.Errno;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Strings;

/**
 * System calls in all their spellings: {@code sys_kill(pid: 7, sig: 9)} and {@code sys_kill -> 0x0} of the kernel's text,
 * {@code sys_enter_kill: pid: 0x7, ...} and {@code sys_exit_kill: 0x0} of trace-cmd and perf, {@code k=0x7 (7)} of the
 * fields option, and {@code sys_enter: NR 62 (7, 9, ...)}, {@code sys_exit: NR 62 = 0} of the raw_syscalls events.
 */
final class SyscallDecoder {

    private static final byte[] ENTER = Ascii.bytes("sys_enter");
    private static final byte[] EXIT = Ascii.bytes("sys_exit");
    private static final byte[] NR = Ascii.bytes("NR ");
    private static final byte[] ID = Ascii.bytes("id");
    private static final byte[] RET = Ascii.bytes("ret");
    private static final byte[] SYSCALL_NR = Ascii.bytes("__syscall_nr");
    private static final byte[] EQUALS = Ascii.bytes(" = ");

    private final Strings strings;
    private final SyscallTable table;

    /** What the last successful call found: the string id of the name without {@code sys_}, and the argument column. */
    int object;
    long argument;
    boolean enter;

    private boolean namedByNumber;

    SyscallDecoder(Strings strings, SyscallTable table) {
        this.strings = strings;
        this.table = table;
    }

    /** {@code sys_name(first: v, second: v)}. */
    boolean entered(byte[] b, int nameFrom, int nameTo, Arguments a) {
        object = strings.intern(b, nameFrom, nameTo);
        enter = true;
        argument = values(a.b, a.from, a.to, true);
        return true;
    }

    /** {@code sys_name -> 0xret}. */
    boolean returned(byte[] b, int nameFrom, int nameTo, Arguments a) {
        object = strings.intern(b, nameFrom, nameTo);
        enter = false;
        return result(returnValue(a));
    }

    /** Whether an event's name says that it is a system call of one of the other spellings. */
    static boolean isSyscall(byte[] b, int from, int to) {
        return at(b, from, to, 's') && at(b, from + 1, to, 'y')
                && (Ascii.startsWith(b, from, to, ENTER) || Ascii.startsWith(b, from, to, EXIT));
    }

    /** {@code sys_enter}, {@code sys_exit} and the events made of them. */
    boolean event(byte[] b, int nameFrom, int nameTo, Arguments a) {
        enter = Ascii.startsWith(b, nameFrom, nameTo, ENTER);
        int rest = nameFrom + (enter ? ENTER : EXIT).length;
        if (rest == nameTo) {
            return raw(a);
        }
        if (b[rest] != '_') {
            return false;
        }
        object = strings.intern(b, rest + 1, nameTo);
        if (enter) {
            a.number(SYSCALL_NR);
            argument = values(a.b, a.position(), a.to, true);
            return true;
        }
        if (a.seek(RET)) {
            return result(a.value());
        }
        a.number(SYSCALL_NR);
        return result(returnValue(a));
    }

    boolean namedByNumber() {
        return namedByNumber;
    }

    private boolean raw(Arguments a) {
        namedByNumber = true;
        if (!Ascii.startsWith(a.b, a.from, a.to, NR)) {
            long id = a.number(ID);
            object = id == ABSENT ? -1 : strings.intern(table.name(id));
            argument = 0;
            return id != ABSENT && (enter || a.seek(RET) && result(a.value()));
        }
        a.position(a.from + NR.length);
        long number = a.value();
        if (number == ABSENT) {
            return false;
        }
        object = strings.intern(table.name(number));
        if (enter) {
            boolean listed = at(a.b, skipBlanks(a.b, a.position(), a.to), a.to, '(');
            argument = listed ? values(a.b, skipBlanks(a.b, a.position(), a.to) + 1, a.to, false) : 0;
            return listed;
        }
        a.position(a.position() + EQUALS.length);
        return result(a.value());
    }

    private boolean result(long value) {
        argument = value;
        return value != ABSENT;
    }

    /** A return value is printed as an unsigned hexadecimal number of the kernel's word size, or as a decimal one. */
    private static long returnValue(Arguments a) {
        int start = skipBlanks(a.b, a.position(), a.to);
        long value = a.value();
        int digits = a.position() - start - 2;
        boolean negative32 = at(a.b, start + 1, a.to, 'x') && digits == 8 && value > 0xffffffffL - Errno.LARGEST;
        return negative32 ? (int) value : value;
    }

    /** The first two values of a list, each hexadecimal, behind {@code key: } or {@code key=} if they have keys. */
    private static long values(byte[] b, int from, int to, boolean keyed) {
        long first = 0;
        int i = from;
        for (int n = 0; n < 2; n++) {
            i = keyed ? valueStart(b, i, to) : skipBlanks(b, i, to);
            int digits = at(b, i, to, '0') && at(b, i + 1, to, 'x') ? i + 2 : i;
            int end = skipHex(b, digits, to);
            long value = Ascii.hex(b, digits, end);
            if (n == 1) {
                return Payload.syscallArguments((int) first, (int) value);
            }
            first = value;
            while (end < to && b[end] != ',' && (!keyed || b[end] != '=')) {
                end++;
            }
            i = at(b, end, to, ',') ? end + 1 : end;
        }
        return 0;
    }

    private static int valueStart(byte[] b, int from, int to) {
        int i = from;
        while (i < to && b[i] != ':' && b[i] != '=') {
            i++;
        }
        return skipBlanks(b, i + 1, to);
    }
}
