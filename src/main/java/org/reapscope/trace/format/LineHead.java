package org.reapscope.trace.format;

/** Reads what a format puts before an event's name: task, CPU, time. */
@FunctionalInterface
interface LineHead {

    /**
     * Fills {@code line} from a range of bytes.
     *
     * @return false if the line does not begin as this format's events do
     */
    boolean parse(byte[] b, int from, int to, EventLine line);
}
