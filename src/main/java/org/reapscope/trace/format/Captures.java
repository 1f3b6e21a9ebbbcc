package org.reapscope.trace.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.reapscope.base.job.Progress;
import org.reapscope.trace.Trace;

/** Opens captures: finds out what a file is by its content, and reads it into a trace. */
public final class Captures {

    /** How many bytes of a file tell its format. */
    public static final int HEAD = 64 * 1024;

    private Captures() {}

    /** Whether a file begins as a capture does, plain or packed. */
    public static boolean begins(Path file) throws IOException {
        try (CaptureFile input = CaptureFile.open(file)) {
            byte[] head = input.head(HEAD);
            return Unreadable.certainly(input, head).isEmpty() && TraceFormats.of(head).isPresent();
        }
    }

    /** Opens a capture without showing how far it is. See {@link #open(Path, Progress, Consumer)}. */
    public static Trace open(Path file) throws IOException {
        return open(file, Progress.NONE, snapshot -> {});
    }

    /**
     * Opens a capture, plain or packed with gzip, in a file or out of a pipe. The trace holds the file open for its {@link Trace#lines}; who shows it
     * closes those. Memory: about 40 bytes an event, and the unpacked text of a packed file up to 64 MiB, the rest of that
     * in a temporary file.
     *
     * @param progress hears of bytes of the file, some hundred times a second
     * @param snapshots gets, on this thread, what has been read so far: after the first block, then each time there is
     *     twice as much. A snapshot stays valid and shares its lines with the trace that comes in the end
     * @throws TraceFormatException if the file is no capture that can be read; says what it is and how to mend it
     * @throws IOException if the file cannot be read
     * @throws org.reapscope.base.job.Cancelled if {@code progress} says so; nothing stays open
     */
    public static Trace open(Path file, Progress progress, Consumer<Trace> snapshots) throws IOException {
        if (Files.isDirectory(file)) {
            throw new TraceFormatException(file.toString(), 0, "this is a folder", "name the capture in it");
        }
        CaptureFile input = CaptureFile.open(file);
        boolean opened = false;
        try {
            byte[] head = input.head(HEAD);
            Optional<TraceFormatException> other = Unreadable.certainly(input, head);
            if (other.isPresent()) {
                throw other.get();
            }
            TraceFormat format = TraceFormats.of(head).orElseThrow(() -> Unreadable.because(input, head));
            Reading reading = new Reading(input, format.id(), progress, snapshots);
            var builder = format.read(input, reading);
            Trace trace = builder.build(reading.source(), input);
            opened = true;
            return trace;
        } finally {
            if (!opened) {
                input.close();
            }
        }
    }
}
