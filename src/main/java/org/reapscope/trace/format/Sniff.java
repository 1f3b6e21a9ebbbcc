package org.reapscope.trace.format;

import java.util.List;

/** How much of the beginning of a file reads as the lines of some format. */
final class Sniff {

    private static final int LINES = 200;
    private static final byte[] ARROW = Ascii.bytes("=> ");

    private Sniff() {}

    /**
     * Per cent of the first lines, comments and blank lines left out, that one of the heads can read; a line cut off by
     * the end of {@code head} does not count.
     */
    static int share(byte[] head, List<LineHead> heads) {
        EventLine line = new EventLine();
        int seen = 0;
        int read = 0;
        int from = 0;
        while (from < head.length && seen < LINES) {
            int to = from;
            while (to < head.length && head[to] != '\n') {
                to++;
            }
            int end = to > from && head[to - 1] == '\r' ? to - 1 : to;
            if (end > from && head[from] != '#' && !frame(head, from, end)) {
                seen++;
                int start = from;
                read += heads.stream().anyMatch(h -> h.parse(head, start, end, line)) ? 1 : 0;
            }
            from = to + 1;
        }
        return read == 0 ? 0 : Math.max(1, 100 * read / seen);
    }

    private static boolean frame(byte[] b, int from, int to) {
        int i = Ascii.skipBlanks(b, from, to);
        int hex = Ascii.skipHex(b, i, to);
        return Ascii.startsWith(b, i, to, ARROW) || hex > i && (b[from] == '\t' || i > from && hex - i >= 12);
    }
}
