package org.reapscope.trace.format;

import static org.reapscope.trace.format.Arguments.ABSENT;

import org.reapscope.trace.LockTable;
import org.reapscope.trace.Payload;

/** The arguments of {@code lock:contention_begin} and {@code contention_end}. */
final class LockDecoder {

    private static final byte[] LOCK_ADDR = Ascii.bytes("lock_addr");
    private static final byte[] FLAGS = Ascii.bytes("flags");
    private static final byte[] RET = Ascii.bytes("ret");

    private final Decoder decoder;
    private final LockTable locks;

    LockDecoder(Decoder decoder, LockTable locks) {
        this.decoder = decoder;
        this.locks = locks;
    }

    boolean begun(Arguments a) {
        return lock(a) && a.seek(FLAGS) && decoder.set(decoder.object, flags(a));
    }

    boolean ended(Arguments a) {
        if (!lock(a)) {
            return false;
        }
        long ret = a.number(RET);
        return ret != ABSENT && decoder.set(decoder.object, ret);
    }

    private boolean lock(Arguments a) {
        long address = a.leadingHex(LOCK_ADDR);
        if (address == ABSENT) {
            return false;
        }
        decoder.object = locks.lock(address);
        return true;
    }

    private static long flags(Arguments a) {
        int i = a.position();
        if (Ascii.digitAt(a.b, i, a.to)) {
            return a.value();
        }
        long flags = 0;
        for (; i < a.to && a.b[i] != ')'; i++) {
            if (i == a.position() || a.b[i - 1] == '|') {
                flags |= flag(a, i);
            }
        }
        return flags;
    }

    /** The two letters that begin a flag's name tell it from the others. */
    private static int flag(Arguments a, int i) {
        int second = i + 1 < a.to ? a.b[i + 1] : 0;
        return switch (a.b[i]) {
            case 'S' -> Payload.LOCK_SPIN;
            case 'R' -> second == 'T' ? Payload.LOCK_RT : Payload.LOCK_READ;
            case 'W' -> Payload.LOCK_WRITE;
            case 'P' -> Payload.LOCK_PERCPU;
            case 'M' -> Payload.LOCK_MUTEX;
            default -> 0;
        };
    }
}
