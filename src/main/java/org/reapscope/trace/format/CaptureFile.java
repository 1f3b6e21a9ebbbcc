package org.reapscope.trace.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.reapscope.base.file.InputFile;
import org.reapscope.trace.Lines;

/**
 * The bytes of a capture, unpacked, in UTF-8. One thread reads on; any thread may ask for {@linkplain #at lines} that were read
 * before. Closing it lets go of the file and of what was unpacked.
 */
public abstract class CaptureFile implements Lines {

    /** Longer lines are cut when shown and skipped when read. */
    static final int LONGEST_LINE = 64 * 1024;

    private static final int USUAL_LINE = 256;

    private final String name;

    CaptureFile(String name) {
        this.name = name;
    }

    /** Opens a file, packed with gzip or not, in UTF-8 or another encoding, as its content says. */
    static CaptureFile open(Path file) throws IOException {
        Path input = InputFile.of(file);
        Wrapping wrapping = Wrapping.of(input);
        return wrapping.isNone() ? new PlainCaptureFile(input, wrapping.mark()) : new SpooledCaptureFile(input, wrapping);
    }

    /** The file's name, for people. */
    public String name() {
        return name;
    }

    /**
     * Reads on from a position up to which was read before.
     *
     * @return how many bytes were read, at least one; -1 at the end
     */
    abstract int read(long position, byte[] to, int from, int length) throws IOException;

    /** How many bytes of the file itself have been read. */
    abstract long consumed();

    /** The size of the file itself. */
    abstract long total();

    /** Why the bytes end before the file does, if they do. */
    Optional<String> damage() {
        return Optional.empty();
    }

    /** What a person should know of how the file is written; nothing if it is as usual. */
    Optional<String> remark() {
        return Optional.empty();
    }

    /** The first bytes, at most {@code length}. */
    byte[] head(int length) throws IOException {
        byte[] result = new byte[Math.min(length, Captures.HEAD)];
        int filled = fill(0, result, 0);
        while (filled == result.length && filled < length) {
            result = Arrays.copyOf(result, (int) Math.min(4L * filled, length));
            filled += fill(filled, result, filled);
        }
        return Arrays.copyOf(result, filled);
    }

    @Override
    public String at(long offset) throws IOException {
        byte[] line = new byte[USUAL_LINE];
        int length = 0;
        while (true) {
            int filled = fill(offset + length, line, length);
            for (int i = length; i < length + filled; i++) {
                if (line[i] == '\n') {
                    return new String(line, 0, i > 0 && line[i - 1] == '\r' ? i - 1 : i, StandardCharsets.UTF_8);
                }
            }
            length += filled;
            if (length == 0) {
                throw new IOException(name + ": the line at byte " + offset + " is gone; the file has shrunk since it was opened");
            }
            if (length < line.length || length == LONGEST_LINE) {
                return new String(line, 0, length, StandardCharsets.UTF_8);
            }
            line = Arrays.copyOf(line, 4 * length);
        }
    }

    private int fill(long position, byte[] to, int from) throws IOException {
        int filled = 0;
        while (from + filled < to.length) {
            int n = read(position + filled, to, from + filled, to.length - from - filled);
            if (n < 0) {
                break;
            }
            filled += n;
        }
        return filled;
    }
}
