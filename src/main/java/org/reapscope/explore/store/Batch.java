package org.reapscope.explore.store;

import java.util.Arrays;

/**
 * Candidates for a {@link StateTable} that one worker produced, in order. Several batches are added together in three
 * passes; within each pass the parts touch nothing in common, so they may run at the same time:
 * {@link #sort} for every batch, {@link #lookUp} for every shard, then (after {@link #number} for every batch, in order)
 * {@link #store} for every batch. The numbers come out as if the candidates had been added one by one, batch by batch.
 */
public final class Batch {

    /** Batches that are added together, at most. */
    public static final int TOGETHER = 16;
    /** Candidates in one batch, at most. */
    public static final int CAPACITY = 1 << 16;

    static final int LARGEST = TOGETHER * CAPACITY;

    private final StateTable table;
    private final int words;
    private long[] states = new long[0];
    private long[] hashes = new long[0];
    private int[] parents = new int[0];
    private byte[] tasks = new byte[0];
    private int[] numbers = new int[0];
    private int[] slots = new int[0];
    private int[] byShard = new int[0];
    private int[] contents = new int[0];
    private final int[] shardStart = new int[StateTable.SHARDS + 1];
    private int size;

    /** An empty batch for this table. */
    public Batch(StateTable table) {
        this.table = table;
        this.words = table.words();
    }

    /** Forgets all candidates. */
    public void clear() {
        size = 0;
    }

    /** How many candidates there are. */
    public int size() {
        return size;
    }

    /** The array in which to build the next candidate, at {@link #nextOffset}. */
    public long[] nextArray() {
        if (size == hashes.length) {
            int capacity = Math.max(1024, 2 * size);
            states = Arrays.copyOf(states, capacity * words);
            hashes = Arrays.copyOf(hashes, capacity);
            parents = Arrays.copyOf(parents, capacity);
            tasks = Arrays.copyOf(tasks, capacity);
            numbers = new int[capacity];
            slots = new int[capacity];
            byShard = new int[capacity];
            contents = new int[capacity];
        }
        return states;
    }

    /** Where in {@link #nextArray} the next candidate begins. */
    public int nextOffset() {
        return size * words;
    }

    /** Takes the candidate that was built. */
    public void take(int parent, int task) {
        hashes[size] = StateHash.of(states, size * words, words);
        parents[size] = parent;
        tasks[size] = (byte) task;
        size++;
    }

    /** The number of the k-th candidate's state, known once all batches are numbered. */
    public int number(int k) {
        return numbers[k];
    }

    /** The task of the k-th candidate. */
    public int task(int k) {
        return tasks[k];
    }

    /** The parent of the k-th candidate. */
    public int parent(int k) {
        return parents[k];
    }

    /** First pass: sorts the candidates by shard, keeping their order within each. */
    public void sort() {
        Arrays.fill(shardStart, 0);
        for (int k = 0; k < size; k++) {
            shardStart[StateTable.shardOf(hashes[k]) + 1]++;
        }
        for (int s = 1; s <= StateTable.SHARDS; s++) {
            shardStart[s] += shardStart[s - 1];
        }
        for (int k = 0; k < size; k++) {
            byShard[shardStart[StateTable.shardOf(hashes[k])]++] = k;
        }
        System.arraycopy(shardStart, 0, shardStart, 1, StateTable.SHARDS);
        shardStart[0] = 0;
    }

    /** Second pass: finds every candidate of a shard, or gives it a place there. */
    public static void lookUp(StateTable table, Batch[] batches, int count, int shardIndex) {
        int incoming = 0;
        for (int b = 0; b < count; b++) {
            incoming += batches[b].shardStart[shardIndex + 1] - batches[b].shardStart[shardIndex];
        }
        Shard shard = table.shard(shardIndex);
        shard.reserve(incoming, table.rows(), table.words());
        for (int b = 0; b < count; b++) {
            int from = batches[b].shardStart[shardIndex];
            int to = batches[b].shardStart[shardIndex + 1];
            batches[b].fetch(shard, from, to);
            for (int k = from; k < to; k++) {
                batches[b].lookUp(shard, batches[b].byShard[k], b, batches);
            }
        }
    }

    /** Reads all home slots in one go, so that the memory works on many of them at once. */
    private void fetch(Shard shard, int from, int to) {
        if (from == to) {
            return;
        }
        for (int k = from; k < to; k++) {
            contents[k] = shard.at(shard.home(hashes[byShard[k]]));
        }
        StateRows rows = table.rows();
        int known = table.size();
        long touched = 0;
        for (int k = from; k < to; k++) {
            int number = shard.number(contents[k]);
            if (number >= 0 && number < known && shard.mayBe(contents[k], hashes[byShard[k]])) {
                touched += rows.array(number)[rows.offset(number)];
            }
        }
        contents[from] = (int) touched; // keeps the reads from being optimised away
    }

    private void lookUp(Shard shard, int k, int batch, Batch[] batches) {
        long hash = hashes[k];
        int known = table.size();
        int slot = shard.home(hash);
        for (int content = shard.at(slot); content != 0; content = shard.at(slot)) {
            int number = shard.number(content);
            if (shard.mayBe(content, hash) && (number < known ? table.rows().same(number, states, k * words)
                    : sameCandidate(batches, number - known, k))) {
                numbers[k] = number;
                slots[k] = -1;
                return;
            }
            slot = shard.after(slot);
        }
        numbers[k] = known + batch * CAPACITY + k;
        slots[k] = slot;
        shard.put(slot, hash, numbers[k]);
    }

    private boolean sameCandidate(Batch[] batches, int other, int k) {
        Batch b = batches[other / CAPACITY];
        int at = other % CAPACITY * words;
        for (int w = 0; w < words; w++) {
            if (b.states[at + w] != states[k * words + w]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Gives the new states of this batch their numbers, {@code next} being the first.
     *
     * @param known the size of the table before the first pass
     * @return the number after the last
     */
    public int number(Batch[] batches, int known, int next) {
        int free = next;
        for (int k = 0; k < size; k++) {
            if (slots[k] >= 0) {
                numbers[k] = free++;
            } else if (numbers[k] >= known) {
                int other = numbers[k] - known;
                numbers[k] = batches[other / CAPACITY].numbers[other % CAPACITY];
            }
        }
        return free;
    }

    /** Makes room for the states numbered so far. */
    public static void grow(StateTable table, int newSize) {
        table.grow(newSize);
    }

    /** Third pass: stores the new states of this batch. */
    public void store(NewState each) {
        for (int k = 0; k < size; k++) {
            if (slots[k] >= 0) {
                table.store(numbers[k], states, k * words, parents[k], tasks[k]);
                table.shard(StateTable.shardOf(hashes[k])).put(slots[k], hashes[k], numbers[k]);
                each.stored(numbers[k]);
            }
        }
    }

    /** Is told of every new state. */
    @FunctionalInterface
    public interface NewState {

        /** The state with this number has been stored. */
        void stored(int number);
    }
}
