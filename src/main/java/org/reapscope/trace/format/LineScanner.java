package org.reapscope.trace.format;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The lines of a capture one after the other, as ranges of a buffer: nothing is copied or made for a line. A line longer
 * than {@link CaptureFile#LONGEST_LINE} is announced but passed over, so that bytes without line ends cost no memory.
 */
final class LineScanner {

    private static final int BLOCK = 256 * 1024;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_ENDS = 0x0a0a0a0a0a0a0a0aL;
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final CaptureFile input;
    private final Runnable beforeBlock;
    private final Section section;
    private final byte[] buffer = new byte[BLOCK + CaptureFile.LONGEST_LINE];
    private long bufferOffset;
    private int limit;
    private int next;
    private boolean ended;

    private int from;
    private int to;
    private long offset;
    private long number;
    private boolean tooLong;

    /** Calls {@code beforeBlock} each time before more of the file is read. */
    LineScanner(CaptureFile input, Runnable beforeBlock) {
        this(input, beforeBlock, Section.WHOLE);
    }

    /** The lines of one part of the capture; line numbers and offsets are those in all of it. */
    LineScanner(CaptureFile input, Runnable beforeBlock, Section section) {
        this.input = input;
        this.beforeBlock = beforeBlock;
        this.section = section;
        bufferOffset = section.from();
        number = section.line() - 1;
    }

    /** Moves to the next line; false at the end of the capture. */
    boolean next() throws IOException {
        from = next;
        int end = lineEnd(from);
        while (end == limit && !ended && limit - from <= CaptureFile.LONGEST_LINE) {
            int scanned = limit - from;
            keepLineAndReadOn(scanned);
            end = lineEnd(scanned);
        }
        if (from == limit) {
            return false;
        }
        number++;
        offset = bufferOffset + from;
        tooLong = end - from > CaptureFile.LONGEST_LINE;
        if (tooLong) {
            while (end == limit && !ended) {
                from = limit;
                keepLineAndReadOn(0);
                end = lineEnd(0);
            }
            from = end;
        }
        next = Math.min(end + 1, limit);
        to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        return true;
    }

    byte[] buffer() {
        return buffer;
    }

    int from() {
        return from;
    }

    /** After the line's last byte, its line end not counted. */
    int to() {
        return to;
    }

    /** Where the line begins in the capture. */
    long offset() {
        return offset;
    }

    /** Line number, from 1. */
    long number() {
        return number;
    }

    /** The line was passed over for its length; its range is empty. */
    boolean tooLong() {
        return tooLong;
    }

    /** Bytes up to the end of the line. */
    long position() {
        return bufferOffset + next;
    }

    /** Bytes read of the part that is read. */
    long passed() {
        return position() - section.from();
    }

    private void keepLineAndReadOn(int kept) throws IOException {
        beforeBlock.run();
        System.arraycopy(buffer, from, buffer, 0, kept);
        bufferOffset += from;
        from = 0;
        next = 0;
        limit = kept;
        int left = (int) Math.min(BLOCK, section.to() - bufferOffset - limit);
        int n = left == 0 ? -1 : input.read(bufferOffset + limit, buffer, limit, left);
        ended = n < 0;
        limit += Math.max(n, 0);
    }

    private int lineEnd(int start) {
        int i = start;
        for (; i + Long.BYTES <= limit; i += Long.BYTES) {
            long ends = (long) LONGS.get(buffer, i) ^ LINE_ENDS;
            long zero = ends - LOW_BITS & ~ends & HIGH_BITS;
            if (zero != 0) {
                return i + (Long.numberOfTrailingZeros(zero) >>> 3);
            }
        }
        while (i < limit && buffer[i] != '\n') {
            i++;
        }
        return i;
    }
}
