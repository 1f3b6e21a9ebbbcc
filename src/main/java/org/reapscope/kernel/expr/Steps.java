package org.reapscope.kernel.expr;

/**
 * The steps of a machine. States are {@code words} longs that begin at {@code offset} of an array, so
 * that a search can keep millions of them in one. The compiled form allocates nothing. Thread-safe.
 */
public interface Steps {

    /** Whether the task can take its next step. */
    boolean enabled(long[] states, int offset, int task);

    /** Bit {@code t} says whether task {@code t} can take its next step. */
    long enabledMask(long[] states, int offset);

    /**
     * Takes the task's next step, in place. The task must be enabled, else the state becomes meaningless.
     *
     * @throws ModelException if a value does not fit its field; the state is then half-changed
     */
    void step(long[] states, int offset, int task);

    /** Bit {@code k} says whether the k-th wanted fact holds; at most 64. */
    long facts(long[] states, int offset);

    /** The value of the k-th wanted fact. */
    int fact(long[] states, int offset, int k);
}
