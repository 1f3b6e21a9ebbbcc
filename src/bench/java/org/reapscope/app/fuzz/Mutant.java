package org.reapscope.app.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that nobody meant to write. Seed and number decide everything about it.
 *
 * @param kind what it was before it was changed
 * @param number of the file, from 0
 * @param bytes its content
 * @param changes what was done, in order
 */
@SuppressWarnings("ArrayRecordComponent")
record Mutant(Kind kind, long number, byte[] bytes, List<String> changes) {

    private static final int MOST_CHANGES = 5;

    /** What a file with this number is made of. */
    static Kind kind(long number, List<Kind> kinds) {
        return kinds.get((int) (number % kinds.size()));
    }

    /** File {@code number} of a seed. */
    static Mutant of(long seed, long number, List<Kind> kinds) throws IOException {
        Dice dice = new Dice(seed, number);
        Kind kind = kind(number, kinds);
        Mutation.Stock stock = new Mutation.Stock(kind.seeds(), kind.words());
        byte[] bytes = dice.of(stock.seeds());
        List<String> changes = new ArrayList<>();
        for (int n = dice.few(MOST_CHANGES); n > 0; n--) {
            Mutation mutation = dice.of(kind.mutations());
            bytes = mutation.change().of(bytes, stock, dice);
            changes.add(mutation.name());
        }
        return new Mutant(kind, number, kind.packed(bytes, dice), List.copyOf(changes));
    }
}
