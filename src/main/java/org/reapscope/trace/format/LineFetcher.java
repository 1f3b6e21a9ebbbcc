package org.reapscope.trace.format;

import java.io.IOException;
import java.util.Arrays;

/** Lines of a capture in any order; neighbours of lines asked for lately cost no access to the file. */
final class LineFetcher {

    private static final int SHIFT = 16;
    private static final int PAGE = 1 << SHIFT;
    private static final int PAGES = 64;

    private final CaptureFile input;
    private final byte[][] pages = new byte[PAGES][PAGE];
    private final long[] numbers = new long[PAGES];
    private final int[] lengths = new int[PAGES];
    private final byte[] line = new byte[CaptureFile.LONGEST_LINE];
    private int length;

    LineFetcher(CaptureFile input) {
        this.input = input;
        Arrays.fill(numbers, -1);
    }

    /** Makes the line that begins at this offset the current one, without its line end. */
    void fetch(long offset) throws IOException {
        length = 0;
        long position = offset;
        while (length < line.length) {
            int slot = load(position >>> SHIFT);
            int start = (int) (position & PAGE - 1);
            int i = start;
            int stop = Math.min(lengths[slot], start + line.length - length);
            while (i < stop && pages[slot][i] != '\n') {
                i++;
            }
            System.arraycopy(pages[slot], start, line, length, Math.max(i - start, 0));
            length += Math.max(i - start, 0);
            position += Math.max(i - start, 0);
            if (i < PAGE) {
                break;
            }
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
    }

    byte[] line() {
        return line;
    }

    int length() {
        return length;
    }

    private int load(long number) throws IOException {
        int slot = (int) (number & PAGES - 1);
        if (numbers[slot] != number) {
            numbers[slot] = number;
            lengths[slot] = 0;
            int n = 0;
            while (n >= 0 && lengths[slot] < PAGE) {
                n = input.read((number << SHIFT) + lengths[slot], pages[slot], lengths[slot], PAGE - lengths[slot]);
                lengths[slot] += Math.max(n, 0);
            }
        }
        return slot;
    }
}
