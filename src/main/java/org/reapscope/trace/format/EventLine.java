package org.reapscope.trace.format;

/**
 * What stands before an event's arguments, as ranges of the line's buffer. One object is filled again and again by a
 * {@link LineHead}, so that reading a line makes nothing.
 */
final class EventLine {

    /** The {@link #tid} of a line that does not know its task. */
    static final int UNKNOWN_TASK = -1;

    byte[] b = new byte[0];
    /** After the line's last byte. */
    int to;
    int commFrom;
    int commTo;
    /** Whether the dialect cuts names short. */
    boolean commCut;
    int tid;
    /** Thread group, -1 where the line does not say. */
    int tgid;
    int cpu;
    /** Whether the line says that the CPU was in a soft or hard interrupt or an NMI, and not in the task's own code. */
    boolean interrupt;
    long tsNs;
    /** What one step of the printed time is, in ns. */
    long resolutionNs;
    /** Whether the time is a whole number, of steps whose length the line does not tell. */
    boolean wholeNumber;
    /** Where the text after the time begins: the event's name. */
    int body;

    void begin(byte[] buffer, int end) {
        b = buffer;
        to = end;
        commCut = false;
        interrupt = false;
        tgid = -1;
    }
}
