package org.reapscope.app.fuzz;

import java.util.List;
import java.util.stream.Stream;

/**
 * One way of changing a file.
 *
 * @param name what it does, for people
 * @param change does it
 */
record Mutation(String name, Change change) {

    /** Files do not grow beyond this. */
    static final int LARGEST = 4 << 20;

    /** All there are, those that leave more of a file's sense more often; their order is part of what a seed means. */
    static final List<Mutation> ALL = Stream.of(WordMutations.ALL, WordMutations.ALL, WordMutations.ALL, LineMutations.ALL, LineMutations.ALL,
            ByteMutations.ALL, ShapeMutations.ALL).flatMap(List::stream).toList();

    /** Those for JSON: most of them leave it JSON. */
    static final List<Mutation> OF_JSON = Stream.of(JsonMutations.ALL, JsonMutations.ALL, JsonMutations.ALL, JsonMutations.ALL, JsonMutations.ALL,
            JsonMutations.ALL, ALL).flatMap(List::stream).toList();

    /** Changes bytes, leaving the given ones as they are. */
    @FunctionalInterface
    interface Change {
        byte[] of(byte[] bytes, Stock stock, Dice dice);
    }

    /**
     * What there is to put in.
     *
     * @param seeds files of the same kind
     * @param words words that mean something in them
     */
    record Stock(List<byte[]> seeds, List<String> words) {}
}
