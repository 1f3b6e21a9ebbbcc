package org.reapscope.app.fuzz;

import java.util.Arrays;
import java.util.List;

/** Changes that know nothing of lines and words. */
final class ByteMutations {

    static final List<Mutation> ALL = List.of(
            new Mutation("bits flipped", (b, stock, dice) -> flipped(b, dice)),
            new Mutation("bytes set", (b, stock, dice) -> set(b, dice)),
            new Mutation("end cut off", (b, stock, dice) -> Arrays.copyOf(b, dice.below(b.length + 1))),
            new Mutation("beginning cut off", (b, stock, dice) -> Arrays.copyOfRange(b, dice.below(b.length + 1), b.length)),
            new Mutation("bytes taken out", (b, stock, dice) -> without(b, dice)),
            new Mutation("bytes put in", (b, stock, dice) -> with(b, random(dice.few(64), dice), dice)),
            new Mutation("bytes repeated", (b, stock, dice) -> repeated(b, dice)),
            new Mutation("spliced with another file", (b, stock, dice) -> spliced(b, dice.of(stock.seeds()), dice)));

    private ByteMutations() {}

    private static byte[] flipped(byte[] bytes, Dice dice) {
        byte[] result = bytes.clone();
        for (int n = dice.few(32); n > 0 && result.length > 0; n--) {
            result[dice.below(result.length)] ^= (byte) (1 << dice.below(8));
        }
        return result;
    }

    private static byte[] set(byte[] bytes, Dice dice) {
        byte[] result = bytes.clone();
        for (int n = dice.few(32); n > 0 && result.length > 0; n--) {
            result[dice.below(result.length)] = (byte) dice.any();
        }
        return result;
    }

    private static byte[] without(byte[] bytes, Dice dice) {
        int from = dice.below(bytes.length + 1);
        int to = Math.min(bytes.length, from + dice.few(1 + bytes.length / 4));
        return joined(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
    }

    private static byte[] repeated(byte[] bytes, Dice dice) {
        int from = dice.below(bytes.length + 1);
        int to = Math.min(bytes.length, from + dice.few(200));
        byte[] part = Arrays.copyOfRange(bytes, from, to);
        byte[] many = new byte[part.length * dice.few(200)];
        for (int i = 0; i < many.length; i++) {
            many[i] = part[i % part.length];
        }
        return with(bytes, many, dice);
    }

    private static byte[] spliced(byte[] bytes, byte[] other, Dice dice) {
        return joined(Arrays.copyOf(bytes, dice.below(bytes.length + 1)), Arrays.copyOfRange(other, dice.below(other.length + 1), other.length));
    }

    private static byte[] random(int length, Dice dice) {
        byte[] result = new byte[length];
        for (int i = 0; i < length; i++) {
            result[i] = (byte) dice.any();
        }
        return result;
    }

    /** The bytes with others put in somewhere. */
    static byte[] with(byte[] bytes, byte[] more, Dice dice) {
        int at = dice.below(bytes.length + 1);
        return joined(Arrays.copyOf(bytes, at), more, Arrays.copyOfRange(bytes, at, bytes.length));
    }

    static byte[] joined(byte[]... parts) {
        int length = Math.min(Mutation.LARGEST, Arrays.stream(parts).mapToInt(part -> part.length).sum());
        byte[] result = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            int n = Math.min(part.length, length - at);
            System.arraycopy(part, 0, result, at, n);
            at += n;
        }
        return result;
    }
}
