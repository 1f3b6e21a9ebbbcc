package org.reapscope.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Standard output as the system has it. What comes after a failure is let go, and the failure is told at the end. */
final class StandardStream extends OutputStream {

    /** A write that fails. */
    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }

    private final OutputStream to;
    private @Nullable IOException failure;

    StandardStream(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
        attempt(() -> to.write(b));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        attempt(() -> to.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(to::flush);
    }

    /** Why not everything has come out; null if it has. Nobody misses what a reader did not wait for. */
    @Nullable String trouble() {
        IOException e = failure;
        boolean closedByReader = e != null && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
        return e == null || closedByReader ? null : String.valueOf(e.getMessage());
    }

    private void attempt(Write write) throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            write.run();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
