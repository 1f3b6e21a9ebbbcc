package org.reapscope.trace.format;

import static org.reapscope.trace.format.Ascii.at;
import static org.reapscope.trace.format.Ascii.skipBlanks;
import static org.reapscope.trace.format.Ascii.skipHex;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.reapscope.trace.Strings;
import org.reapscope.trace.TraceBuilder;

/**
 * Collects the frames of a stack trace and gives them to the event they belong to: the last one before them of the same
 * task on the same CPU that has no such stack yet, and of the kind that the innermost frame names if that is
 * {@code trace_event_raw_event_NAME}. (An interrupt can come between an event and its stack, with events and stacks of its
 * own.) A stack of user space is put behind that of the kernel.
 */
final class StackLines {

    private static final byte[] ARROW = Ascii.bytes("=> ");
    private static final int ADDRESS_DIGITS = 12;
    private static final int SEARCHED = 4096;
    private static final int NOBODY = Integer.MIN_VALUE;

    private final TraceBuilder builder;
    private final Strings texts = new Strings();
    /** trace-cmd -N prints the zero that ends the recorded addresses. */
    private final int endMark = texts.intern("0x0");
    private final List<String> frames = new ArrayList<>();
    private final BitSet withKernelStack = new BitSet();
    private final BitSet withUserStack = new BitSet();
    private boolean open;
    private boolean ofUser;
    private int task;
    private int cpu;
    private int eventlessTask = NOBODY;
    private int eventlessCpu;
    private int lines;

    StackLines(TraceBuilder builder) {
        this.builder = builder;
    }

    /** Whether a line is written as a frame. */
    static boolean isArrow(byte[] b, int from, int to) {
        return Ascii.startsWith(b, skipBlanks(b, from, to), to, ARROW);
    }

    /** Frames follow that belong to a task on a CPU. */
    void begin(int ofTask, int onCpu, boolean userSpace) {
        open = true;
        ofUser = userSpace;
        task = ofTask;
        cpu = onCpu;
    }

    /** An event of a task on a CPU was left out: a stack trace that comes now has no event. */
    void notUnderstood(int ofTask, int onCpu) {
        eventlessTask = ofTask;
        eventlessCpu = onCpu;
    }

    /** An event of a task on a CPU was taken. */
    void understood(int ofTask, int onCpu) {
        if (ofTask == eventlessTask && onCpu == eventlessCpu) {
            eventlessTask = NOBODY;
        }
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

    /** The symbol alone: without its offset, address and module; of an object in user space with the offset in it. */
    private void add(byte[] b, int from, int to) {
        int end = from;
        while (end < to && b[end] != ' ' && (b[end] != '+' || end > from && b[end - 1] == '[')) {
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
        boolean eventless = task == eventlessTask && cpu == eventlessCpu;
        int row = eventless ? -1 : row();
        if (row >= 0) {
            List<String> all = new ArrayList<>(builder.stackOf(row));
            all.addAll(frames);
            builder.stack(row, all);
            (ofUser ? withUserStack : withKernelStack).set(row);
        }
        frames.clear();
        return row >= 0;
    }

    private int row() {
        BitSet taken = ofUser ? withUserStack : withKernelStack;
        Probe probe = Probe.of(frames.getFirst());
        int first = Math.max(0, builder.size() - SEARCHED);
        int last = -1;
        for (int row = builder.size() - 1; row >= first; row--) {
            if (builder.task(row) == task && builder.cpu(row) == cpu && !taken.get(row)) {
                if (probe == null || probe.isOf(builder.strings().get(builder.name(row)))) {
                    return row;
                }
                last = last < 0 ? row : last;
            }
        }
        return probe != null && probe.isClass() ? last : -1;
    }
}
