package org.reapscope.base.job;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

/**
 * A fixed number of threads that share the parts of one piece of work after the other; the calling thread is one of them.
 *
 * <p>For work that is cut into parts of well under a millisecond: idle workers spin a little before they sleep. Used by
 * one thread at a time; what the parts wrote is visible to the caller afterwards, and to the parts of the next call.
 */
public final class WorkerPool implements AutoCloseable {

    private static final int SPINS = 4_000;

    private final Thread[] helpers;
    private volatile @Nullable Batch current;
    private volatile boolean closed;

    private static final class Batch {

        private final int parts;
        private final IntConsumer part;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger left;
        private final AtomicInteger failedPart = new AtomicInteger(Integer.MAX_VALUE);
        private volatile @Nullable Throwable failure;

        Batch(int parts, IntConsumer part) {
            this.parts = parts;
            this.part = part;
            this.left = new AtomicInteger(parts);
        }

        void work() {
            for (int k = next.getAndIncrement(); k < parts; k = next.getAndIncrement()) {
                try {
                    part.accept(k);
                } catch (RuntimeException | Error e) {
                    fail(k, e);
                }
                left.decrementAndGet();
            }
        }

        /** Keeps the failure of the first part that failed, so that it does not depend on who was faster. */
        private synchronized void fail(int k, Throwable e) {
            if (k < failedPart.get()) {
                failedPart.set(k);
                failure = e;
            }
        }
    }

    /** A pool of {@code workers} threads in all, the caller's included. */
    public WorkerPool(int workers) {
        helpers = new Thread[Math.max(0, workers - 1)];
        for (int k = 0; k < helpers.length; k++) {
            helpers[k] = new Thread(this::help, "reapscope-worker-" + (k + 1));
            helpers[k].setDaemon(true);
            helpers[k].start();
        }
    }

    /** How many threads work, the caller's included. */
    public int workers() {
        return helpers.length + 1;
    }

    /**
     * Runs parts 0 to {@code parts - 1}, each once, in any order and on any worker, and returns when all are done.
     *
     * @throws RuntimeException what the lowest part that failed threw; the other parts are done nevertheless
     */
    public void each(int parts, IntConsumer part) {
        Batch batch = new Batch(parts, part);
        if (helpers.length > 0 && parts > 1) {
            current = batch;
            for (Thread helper : helpers) {
                LockSupport.unpark(helper);
            }
        }
        batch.work();
        for (int spins = 0; batch.left.get() > 0; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        Throwable failure = batch.failure;
        if (failure instanceof Error e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
    }

    private void help() {
        Batch done = null;
        int spins = 0;
        while (!closed) {
            Batch batch = current;
            if (batch != null && batch != done) {
                batch.work();
                done = batch;
                spins = 0;
            } else if (++spins < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
            }
        }
    }

    /** Ends the helpers. */
    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }
}
