package org.reapscope.trace.format;

/** The lines at the beginning of a file, without comments, blank lines and the one that the end of the bytes may cut. */
final class HeadLines {

    /** Hears a line as a range of bytes, without its line end, and says whether it wants another. */
    @FunctionalInterface
    interface Hearer {
        boolean line(byte[] b, int from, int to);
    }

    private HeadLines() {}

    static void of(byte[] head, Hearer hearer) {
        int from = 0;
        boolean more = true;
        while (from < head.length && more) {
            int to = from;
            while (to < head.length && head[to] != '\n') {
                to++;
            }
            int end = to > from && head[to - 1] == '\r' ? to - 1 : to;
            boolean cut = to == head.length && head.length >= Captures.HEAD;
            if (end > from && head[from] != '#' && !cut) {
                more = hearer.line(head, from, end);
            }
            from = to + 1;
        }
    }
}
