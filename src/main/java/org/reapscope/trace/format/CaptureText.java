package org.reapscope.trace.format;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a capture from its beginning to its end: what line numbers and offsets count in. */
public final class CaptureText {

    private static final int BUFFER = 64 * 1024;

    private CaptureText() {}

    /**
     * The text as UTF-8, unpacked, without a byte order mark; to be closed.
     *
     * @throws IOException if the file cannot be read
     */
    public static InputStream of(Path file) throws IOException {
        return new BufferedInputStream(Wrapping.of(file).unwrap(Files.newInputStream(file)), BUFFER);
    }
}
