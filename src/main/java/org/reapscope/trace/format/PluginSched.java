package org.reapscope.trace.format;

import static org.reapscope.trace.format.Arguments.ABSENT;

import org.reapscope.trace.Payload;

/**
 * The sched events as the sched_switch plugin of trace-cmd and perf writes them: {@code comm:pid [prio] S ==> comm:pid
 * [prio]}. Plugins before libtraceevent 1.8 write letters of old kernels: {@code W} for {@code I}, {@code Z} for {@code X} and
 * {@code X} for {@code Z}. The first {@code W} gives such a plugin away.
 */
final class PluginSched {

    private static final byte[] ARROW = Ascii.bytes(" ==> ");
    private static final byte[] CPU = Ascii.bytes("CPU");

    private final Decoder decoder;
    private boolean oldLetters;

    PluginSched(Decoder decoder) {
        this.decoder = decoder;
    }

    boolean switched(int task, Arguments a) {
        int arrow = Ascii.lastIndexOf(a.b, a.from, a.to, ARROW);
        if (arrow <= a.from) {
            return false;
        }
        int state = arrow;
        while (state > a.from && a.b[state - 1] != ' ') {
            state--;
        }
        if (state == arrow || pid(a, a.from, state) == ABSENT) {
            return false;
        }
        decoder.name(task, a, TaskNames.Source.ARGUMENT);
        if (!decoder.task(pid(a, arrow + ARROW.length, a.to))) {
            return false;
        }
        decoder.name(decoder.object, a, TaskNames.Source.ARGUMENT);
        return decoder.set(decoder.object, Payload.prevState(letter((char) a.b[state]), a.b[arrow - 1] == '+'));
    }

    boolean oldLetters() {
        return oldLetters;
    }

    private char letter(char printed) {
        oldLetters |= printed == 'W';
        return switch (printed) {
            case 'W' -> 'I';
            case 'X' -> oldLetters ? 'Z' : 'X';
            case 'Z' -> oldLetters ? 'X' : 'Z';
            default -> printed;
        };
    }

    boolean woken(Arguments a) {
        long cpu = a.lastNumber(CPU);
        if (!decoder.task(pid(a, a.from, a.to))) {
            return false;
        }
        decoder.name(decoder.object, a, TaskNames.Source.ARGUMENT);
        return decoder.set(decoder.object, cpu == ABSENT ? -1 : cpu);
    }

    /** The pid of the last {@code comm:pid [} in a range, its name left in the arguments' comm. */
    private static long pid(Arguments a, int from, int to) {
        for (int i = to - 1; i > from; i--) {
            if (a.b[i] == '[' && a.b[i - 1] == ' ') {
                int digits = i - 1;
                while (digits > from && Ascii.digit(a.b[digits - 1])) {
                    digits--;
                }
                if (digits < i - 1 && digits > from && a.b[digits - 1] == ':') {
                    a.commFrom = from;
                    a.commTo = digits - 1;
                    return Ascii.decimal(a.b, digits, i - 1);
                }
            }
        }
        return ABSENT;
    }
}
