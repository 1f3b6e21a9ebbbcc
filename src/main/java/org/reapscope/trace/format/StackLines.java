package org.reapscope.trace.format;

import static org.reapscope.trace.format.Ascii.at;
import static org.reapscope.trace.format.Ascii.skipBlanks;
import static org.reapscope.trace.format.Ascii.skipHex;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.trace.Strings;
import org.reapscope.trace.TraceBuilder;

/**
 * Collects the frames of a stack trace and gives them to the event they belong to: the last one before them of the same
 * task on the same CPU, of the kind that the innermost frame names if it is {@code trace_event_raw_event_NAME}.
 */
final class StackLines {

    private static final byte[] ARROW = Ascii.bytes("=> ");
    private static final String PROBE = "trace_event_raw_event_";
    private static final int ADDRESS_DIGITS = 12;
    private static final int SEARCHED = 4096;

    private final TraceBuilder builder;
    private final Strings texts = new Strings();
    /** trace-cmd -N prints the zero that ends the recorded addresses. */
    private final int endMark = texts.intern("0x0");
    private final List<String> frames = new ArrayList<>();
    private boolean open;
    private int task;
    private int cpu;
    private int lastRow = -1;
    private int lines;

    StackLines(TraceBuilder builder) {
        this.builder = builder;
    }

    /** Frames follow that belong to a task on a CPU. */
    void begin(int ofTask, int onCpu) {
        open = true;
        task = ofTask;
        cpu = onCpu;
    }

    /** Takes a line {@code  => symbol} as a frame; false if it is none. */
    boolean arrow(byte[] b, int from, int to) {
        int i = skipBlanks(b, from, to);
        if (!open || !Ascii.startsWith(b, i, to, ARROW)) {
            return false;
        }
        add(b, skipBlanks(b, i + ARROW.length, to), to);
        return true;
    }

    /** Takes a line of perf, {@code ADDRESS symbol+0xOFFSET (object)}, as a frame; false if it is none. */
    boolean addressed(byte[] b, int from, int to) {
        int i = skipBlanks(b, from, to);
        int end = skipHex(b, i, to);
        boolean indented = i > from && (b[from] == '\t' || end - i >= ADDRESS_DIGITS);
        if (!open || !indented || end == i || !at(b, end, to, ' ')) {
            return false;
        }
        add(b, skipBlanks(b, end, to), to);
        return true;
    }

    private void add(byte[] b, int from, int to) {
        int end = from;
        while (end < to && b[end] != ' ' && b[end] != '+') {
            end++;
        }
        lines++;
        int text = texts.intern(b, from, end);
        if (text != endMark) {
            frames.add(texts.get(text));
        }
    }

    /** The lines that were taken since the last {@link #end}. */
    int lines() {
        return lines;
    }

    /** No more frames follow: gives them to their event. False if there is no such event. */
    boolean end() {
        open = false;
        lines = 0;
        if (frames.isEmpty()) {
            return true;
        }
        int row = row();
        if (row >= 0) {
            List<String> all = new ArrayList<>(row == lastRow ? builder.stackOf(row) : List.of());
            all.addAll(frames);
            builder.stack(row, all);
            lastRow = row;
        }
        frames.clear();
        return row >= 0;
    }

    private int row() {
        String innermost = frames.getFirst();
        int name = innermost.startsWith(PROBE) ? builder.strings().intern(innermost.substring(PROBE.length())) : -1;
        int first = Math.max(0, builder.size() - SEARCHED);
        for (int row = builder.size() - 1; row >= first; row--) {
            if (builder.task(row) == task && builder.cpu(row) == cpu && (name < 0 || builder.name(row) == name)) {
                return row;
            }
        }
        return -1;
    }
}
