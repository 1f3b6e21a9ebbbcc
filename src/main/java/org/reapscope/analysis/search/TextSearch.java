package org.reapscope.analysis.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntUnaryOperator;

import org.reapscope.analysis.sentence.EventText;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.Trace;

/** Looks for text in the original lines of events, and in the words of the table where there is no line. */
public final class TextSearch {

    private static final int REPORT_MASK = (1 << 9) - 1;

    private final Trace trace;
    private final EventText text;
    private final String wanted;

    /** Looks for {@code wanted} without regard to case. */
    public TextSearch(Trace trace, EventText text, String wanted) {
        this.trace = trace;
        this.text = text;
        this.wanted = wanted.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether the row says it.
     *
     * @throws IOException if the file has gone or shrunk since
     */
    public boolean hits(int row) throws IOException {
        return contains(trace.line(row)) || contains(trace.taskOf(row).label()) || contains(text.event(row))
                || contains(text.arguments(row));
    }

    /**
     * Those of the rows that say it, in order. Reads every line once.
     *
     * @param size how many rows there are
     * @param rowAt the row at an index
     * @throws IOException if the file has gone or shrunk since
     */
    public int[] select(int size, IntUnaryOperator rowAt, Progress progress) throws IOException {
        int[] found = new int[256];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (hits(rowAt.applyAsInt(i))) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = rowAt.applyAsInt(i);
            }
            if ((i & REPORT_MASK) == 0) {
                progress.report(i, size);
            }
        }
        return Arrays.copyOf(found, count);
    }

    private boolean contains(String line) {
        int last = line.length() - wanted.length();
        for (int i = 0; i <= last; i++) {
            if (line.regionMatches(true, i, wanted, 0, wanted.length())) {
                return true;
            }
        }
        return false;
    }
}
