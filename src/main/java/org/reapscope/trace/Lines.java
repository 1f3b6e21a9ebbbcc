package org.reapscope.trace;

import java.io.Closeable;
import java.io.IOException;

/**
 * The original text of a trace, one line at a time by its byte offset. Any thread may ask; a line longer than 64 KiB is
 * cut there.
 */
public interface Lines extends Closeable {

    /** A trace without text, such as one that a model made. */
    Lines NONE = offset -> "";

    /**
     * The line that begins at this offset, without its line end; bytes that are not UTF-8 are replaced.
     *
     * @throws IOException if the file has gone or shrunk since
     */
    String at(long offset) throws IOException;

    @Override
    default void close() throws IOException {}
}
