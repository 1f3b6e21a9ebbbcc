package org.reapscope.app.window;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.reapscope.base.job.Progress;
import org.reapscope.trace.Trace;

/** Reads captures; the program passes the formats' own entry, tests pass what they like. */
@FunctionalInterface
interface CaptureReader {

    /**
     * Reads a file on the calling thread.
     *
     * @param snapshots hears of the trace as far as it is read, now and then
     * @throws Exception if it cannot be read; the message names the file, the line, what was expected and how to mend it
     */
    Trace read(Path file, Progress progress, Consumer<Trace> snapshots) throws Exception;
}
