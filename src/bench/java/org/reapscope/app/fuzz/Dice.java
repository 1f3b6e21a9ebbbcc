package org.reapscope.app.fuzz;

import java.util.List;

/** Chance that is the same on every machine and Java: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), from a seed and a file's number. */
final class Dice {

    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private long state;

    Dice(long seed, long number) {
        state = mixed(mixed(seed) + GAMMA * number);
    }

    /** Any long. */
    long any() {
        state += GAMMA;
        return mixed(state);
    }

    /** From 0 to {@code bound} - 1; 0 if there is nothing below it. */
    int below(int bound) {
        return bound <= 1 ? 0 : (int) Long.remainderUnsigned(any(), bound);
    }

    /** Small numbers often, large ones now and then: 1 to {@code most}. */
    int few(int most) {
        return 1 + below(1 + below(Math.max(1, most)));
    }

    /** True once in {@code n} times. */
    boolean oneIn(int n) {
        return below(n) == 0;
    }

    /** One of these, of which there is at least one. */
    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private static long mixed(long z) {
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
