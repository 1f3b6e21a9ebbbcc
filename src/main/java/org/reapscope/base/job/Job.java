package org.reapscope.base.job;

/**
 * Work that takes long enough to need a progress bar.
 *
 * @param <T> what comes out
 */
@FunctionalInterface
public interface Job<T> {

    /**
     * Does the work on the calling thread.
     *
     * @throws Cancelled if {@code progress} said so
     * @throws Exception if the work cannot be done; the message is fit to be shown to a person
     */
    T run(Progress progress) throws Exception;
}
