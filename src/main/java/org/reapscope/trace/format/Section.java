package org.reapscope.trace.format;

/**
 * The part of a file that holds a trace.
 *
 * @param from its first byte
 * @param to after its last byte; at most where the file ends
 * @param line the number of the line that the first byte stands on
 */
record Section(long from, long to, long line) {

    /** All of a file. */
    static final Section WHOLE = new Section(0, Long.MAX_VALUE, 1);
}
