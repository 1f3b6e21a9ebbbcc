package org.reapscope.explore.base;

/**
 * What a search may use. The answer does not depend on {@code workers}; if {@code bytes} are too few it is partial and
 * says so.
 *
 * @param bytes memory for states, index and edges
 * @param workers threads
 */
public record Budget(long bytes, int workers) {

    /** Half of the memory this program may use, and every core. */
    public static Budget standard() {
        return new Budget(Runtime.getRuntime().maxMemory() / 2, Runtime.getRuntime().availableProcessors());
    }

    /** The same on so many threads. */
    public Budget withWorkers(int threads) {
        return new Budget(bytes, threads);
    }

    /** The same with so much memory. */
    public Budget withBytes(long memory) {
        return new Budget(memory, workers);
    }
}
