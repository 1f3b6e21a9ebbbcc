package org.reapscope.trace.format;

import static org.reapscope.trace.format.Arguments.ABSENT;

import org.reapscope.trace.Payload;

/** The arguments of the {@code signal} and {@code oom} events. */
final class SignalDecoder {

    private static final byte[] SIG = Ascii.bytes("sig");
    private static final byte[] SA_HANDLER = Ascii.bytes("sa_handler");
    private static final byte[] CODE = Ascii.bytes("code");
    private static final byte[] COMM = Ascii.bytes("comm");
    private static final byte[] PID = Ascii.bytes("pid");
    private static final byte[] GRP = Ascii.bytes("grp");
    private static final byte[] GROUP = Ascii.bytes("group");
    private static final byte[] RES = Ascii.bytes("res");
    private static final byte[] RESULT = Ascii.bytes("result");
    private static final byte[] ANON_RSS = Ascii.bytes("anon-rss");
    private static final byte[] ANON_RSS_FIELD = Ascii.bytes("anon_rss");
    private static final byte[] TOTAL_VM = Ascii.bytes("total-vm");
    private static final byte[] OOM_SCORE_ADJ = Ascii.bytes("oom_score_adj");
    private static final long KIB = 1024;

    private final Decoder decoder;

    SignalDecoder(Decoder decoder) {
        this.decoder = decoder;
    }

    boolean generated(Arguments a) {
        long sig = a.number(SIG);
        long code = a.number(CODE);
        if (sig == ABSENT || code == ABSENT || !a.comm(COMM, PID) || !decoder.task(a.number(PID))) {
            return false;
        }
        decoder.name(decoder.object, a, TaskNames.Source.ARGUMENT);
        long group = either(a, GRP, GROUP);
        long result = either(a, RES, RESULT);
        return decoder.set(decoder.object, Payload.signal((int) sig, (int) code, group == 1, result == ABSENT ? 0 : (int) result));
    }

    boolean delivered(Arguments a) {
        long sig = a.number(SIG);
        long handler = a.hex(SA_HANDLER);
        return sig != ABSENT && decoder.set(-1, Payload.delivered((int) sig, handler != ABSENT && handler != 0));
    }

    boolean markedVictim(Arguments a) {
        if (!decoder.task(a.number(PID))) {
            return false;
        }
        if (a.comm(COMM, TOTAL_VM) || a.comm(COMM, OOM_SCORE_ADJ)) {
            decoder.name(decoder.object, a, TaskNames.Source.ARGUMENT);
        }
        long kib = either(a, ANON_RSS, ANON_RSS_FIELD);
        return decoder.set(decoder.object, kib == ABSENT ? -1 : kib * KIB);
    }

    boolean adjusted(Arguments a) {
        if (!decoder.task(a.number(PID))) {
            return false;
        }
        long value = a.lastNumber(OOM_SCORE_ADJ);
        return value != ABSENT && decoder.set(decoder.object, value);
    }

    private static long either(Arguments a, byte[] key, byte[] otherKey) {
        long value = a.number(key);
        return value == ABSENT ? a.number(otherKey) : value;
    }
}
