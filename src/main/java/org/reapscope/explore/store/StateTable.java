package org.reapscope.explore.store;

import org.reapscope.base.column.ByteColumn;
import org.reapscope.base.column.IntColumn;

/**
 * Every state found, each once, numbered in the order of discovery from 0, with the state and task that first led to it.
 * Exact: two states are the same only if all their bits are.
 *
 * <p>A state takes 8 bytes a word, 5 for parent and task, and 8 to 12 for the index. One thread adds and looks up; searches
 * with several threads work on {@link Shard}s of the index, each on its own ({@link Batch}).
 */
public final class StateTable {

    /** Parts of the index; which one a state belongs to is in the highest bits of its hash. */
    public static final int SHARDS = 64;

    private static final int SHARD_SHIFT = Long.SIZE - 6;

    private final int words;
    private final int limit;
    private final StateRows rows;
    private final IntColumn parents = new IntColumn();
    private final ByteColumn tasks = new ByteColumn();
    private final Shard[] shards = new Shard[SHARDS];
    private int size;

    /**
     * An empty table.
     *
     * @param words longs in a state
     * @param limit never more states than this; smaller is faster
     */
    public StateTable(int words, int limit) {
        this.words = words;
        this.limit = limit;
        this.rows = new StateRows(words);
        int idBits = Integer.SIZE - Integer.numberOfLeadingZeros(limit + Batch.LARGEST + 1);
        for (int k = 0; k < SHARDS; k++) {
            shards[k] = new Shard(idBits);
        }
    }

    /** The largest limit there can be. */
    public static int largestLimit() {
        return (1 << 30) - Batch.LARGEST - 2;
    }

    /** How many states there are. */
    public int size() {
        return size;
    }

    /** How many there may be. */
    public int limit() {
        return limit;
    }

    /** Longs in a state. */
    public int words() {
        return words;
    }

    /** The states. */
    public StateRows rows() {
        return rows;
    }

    /** The state from which this one was first reached; of the first one itself -1. */
    public int parent(int state) {
        return parents.get(state);
    }

    /** The task whose step led here from the parent; of the first one -1. */
    public int task(int state) {
        return tasks.get(state);
    }

    /** What it takes in memory. */
    public long bytes() {
        long index = 0;
        for (Shard shard : shards) {
            index += shard.bytes();
        }
        return rows.bytes() + parents.bytes() + tasks.bytes() + index;
    }

    /** A copy of a state. */
    public long[] state(int state) {
        long[] copy = new long[words];
        System.arraycopy(rows.array(state), rows.offset(state), copy, 0, words);
        return copy;
    }

    /** The number of this state, or -1. */
    public int find(long[] state, int offset) {
        long hash = StateHash.of(state, offset, words);
        Shard shard = shards[shardOf(hash)];
        int content = shard.at(slot(shard, hash, state, offset));
        return content == 0 ? -1 : shard.number(content);
    }

    /**
     * Adds the state if it is not there.
     *
     * @return its number if it was added, {@code -1 - number} if it was there
     */
    public int add(long[] state, int offset, int parent, int task) {
        long hash = StateHash.of(state, offset, words);
        Shard shard = shards[shardOf(hash)];
        shard.reserve(1, rows, words);
        int slot = slot(shard, hash, state, offset);
        if (shard.at(slot) != 0) {
            return -1 - shard.number(shard.at(slot));
        }
        shard.put(slot, hash, size);
        grow(size + 1);
        store(size - 1, state, offset, parent, task);
        return size - 1;
    }

    private int slot(Shard shard, long hash, long[] state, int offset) {
        int slot = shard.home(hash);
        for (int content = shard.at(slot); content != 0; content = shard.at(slot)) {
            if (shard.mayBe(content, hash) && rows.same(shard.number(content), state, offset)) {
                break;
            }
            slot = shard.after(slot);
        }
        return slot;
    }

    static int shardOf(long hash) {
        return (int) (hash >>> SHARD_SHIFT);
    }

    Shard shard(int k) {
        return shards[k];
    }

    /** Makes room for states up to {@code newSize - 1}, whose contents follow. */
    void grow(int newSize) {
        rows.reserve(newSize);
        parents.reserve(newSize);
        tasks.reserve(newSize);
        size = newSize;
    }

    void store(int number, long[] state, int offset, int parent, int task) {
        rows.put(number, state, offset);
        parents.set(number, parent);
        tasks.set(number, (byte) task);
    }
}
