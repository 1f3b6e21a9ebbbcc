package org.reapscope.trace.format;

import java.io.IOException;
import java.util.List;

import org.reapscope.trace.TraceBuilder;

/**
 * One format of capture files. A new format is one new class of this package with a constructor without arguments; the
 * registry finds it and the contract test holds it to what is promised here. Stateless; any thread may use it.
 */
public interface TraceFormat {

    /** How sure a format can be at most that a file is its own. */
    int CERTAIN = 100;

    /** Short name for programs: {@code ftrace}, {@code trace-cmd}. Unique among all formats. */
    String id();

    /** Name for people. */
    String title();

    /** How names of such files usually end, without a dot, most usual first; only a hint, content decides. */
    List<String> fileNameHints();

    /**
     * How sure it is that a file is of this format, from its beginning.
     *
     * @param head the first bytes of the file, unpacked, at most {@link Captures#HEAD}
     * @return 0 for certainly not to {@link #CERTAIN}; bytes that mean nothing to it give 0, never an exception
     */
    int sniff(byte[] head);

    /**
     * Reads the whole file. Lines that are not understood are counted and left out; memory stays in proportion to the
     * events, whatever the bytes are.
     *
     * @return a builder whose events are in time order, or that sorts them with the right identities
     * @throws TraceFormatException if there is nothing in the file to show
     * @throws IOException if the file cannot be read
     * @throws org.reapscope.base.job.Cancelled if {@code reading} says so
     */
    TraceBuilder read(CaptureFile input, Reading reading) throws IOException;
}
