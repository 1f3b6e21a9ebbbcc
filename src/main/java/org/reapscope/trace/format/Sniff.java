package org.reapscope.trace.format;

import java.util.List;

/** How much of the beginning of a file reads as the lines of some format. */
final class Sniff {

    private static final int LINES = 200;
    private static final byte[] ARROW = Ascii.bytes("=> ");

    private int seen;
    private int read;

    private Sniff() {}

    /**
     * Per cent of the first lines, comments and blank lines left out, that one of the heads can read; a line cut off by
     * the end of {@code head} does not count.
     */
    static int share(byte[] head, List<LineHead> heads) {
        Sniff sniff = new Sniff();
        EventLine line = new EventLine();
        HeadLines.of(head, (b, from, to) -> {
            if (!frame(b, from, to)) {
                sniff.seen++;
                sniff.read += heads.stream().anyMatch(h -> h.parse(b, from, to, line)) ? 1 : 0;
            }
            return sniff.seen < LINES;
        });
        return sniff.read == 0 ? 0 : Math.max(1, 100 * sniff.read / sniff.seen);
    }

    private static boolean frame(byte[] b, int from, int to) {
        int i = Ascii.skipBlanks(b, from, to);
        int hex = Ascii.skipHex(b, i, to);
        return Ascii.startsWith(b, i, to, ARROW) || hex > i && (b[from] == '\t' || i > from && hex - i >= 12);
    }
}
