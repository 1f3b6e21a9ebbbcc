package org.reapscope.trace.format;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

import org.reapscope.trace.LineTally.Use;
import org.reapscope.trace.TraceBuilder;

/**
 * Reads a capture in text form, line by line: events, the stack traces that follow them, what the recorder says of lost
 * events, and the lines that are none of these, counted by reason.
 *
 * <p>Events that are out of order give wrong identities (an exit seen before its fork), so then the lines of the events are
 * read once more, in time order.
 */
final class TextReader {

    /** How many lines without an event, and how many bytes, are enough to give up. */
    private static final int HOPELESS_LINES = 5000;
    private static final long HOPELESS_BYTES = 32L << 20;

    private final CaptureFile input;
    private final Reading reading;
    private final TextDialect dialect;
    private final SyscallTable table;
    private final TraceBuilder builder = new TraceBuilder();
    private final LineScanner lines;
    private final EventReader events;
    private final StackLines stacks = new StackLines(builder);
    private final RecorderLines recorder;
    private long resolutionNs;
    private boolean wholeNumbers;
    private long lastLine;
    private int misses;
    private long firstMiss;
    private String firstReason = StrangeLines.EMPTY;

    /**
     * A way of writing traces.
     *
     * @param heads makes what reads the beginnings of lines, all the spellings there are
     * @param perf whether names are written {@code subsystem:name} and frames begin with their addresses
     */
    record TextDialect(Supplier<List<LineHead>> heads, boolean perf) {}

    TextReader(CaptureFile input, TextDialect dialect, Reading reading) throws IOException {
        this.input = input;
        this.reading = reading;
        this.dialect = dialect;
        recorder = new RecorderLines(builder, reading::remark);
        table = SyscallTable.of(input.head(Captures.HEAD));
        events = new EventReader(builder, dialect.heads().get(), dialect.perf(), table);
        lines = new LineScanner(input, this::block);
    }

    TraceBuilder read() throws IOException {
        while (lines.next()) {
            lastLine = lines.number();
            line(lines.buffer(), lines.from(), lines.to());
            if (builder.size() == 0 && (misses > HOPELESS_LINES || lines.position() > HOPELESS_BYTES)) {
                throw nothingIn();
            }
        }
        lastLine++;
        endStack();
        input.damage().ifPresent(reason -> builder.rejected().add(reason, lines.number()));
        if (builder.size() == 0) {
            throw nothingIn();
        }
        TraceBuilder result = builder.sorted() ? builder : inOrder();
        block();
        remarks();
        return result;
    }

    private void line(byte[] b, int from, int to) {
        if (from == to) {
            endStack();
            if (lines.tooLong()) {
                reject("longer than 64 KiB");
            } else {
                count(Use.BLANK);
            }
        } else if (dialect.perf() ? stacks.addressed(b, from, to) : stacks.arrow(b, from, to)) {
            return;
        } else if (b[from] == '#') {
            endStack();
            recorder.comment(b, from, to);
            count(Use.COMMENT);
        } else {
            endStack();
            other(b, from, to);
        }
    }

    private void other(byte[] b, int from, int to) {
        switch (events.read(b, from, to, lines.offset())) {
            case ADDED -> {
                count(Use.EVENT);
                wholeNumbers |= events.wholeNumbers();
                if (events.resolutionNs() != resolutionNs) {
                    resolutionNs = events.resolutionNs();
                    reading.resolution(resolutionNs);
                }
                if (dialect.perf()) {
                    stacks.begin(events.task(), events.cpu());
                }
            }
            case STACK -> {
                stacks.begin(events.task(), events.cpu());
                if (!stacks.arrow(b, events.argumentsFrom(), to)) {
                    count(Use.STACK);
                }
            }
            case NO_TASK -> reject("the tracer no longer knew the task (-1)");
            case NO_NAME -> notByRecorder(b, from, to, "no event's name after the time");
            case BAD_ARGUMENTS -> reject("arguments of " + events.name() + " not as this event prints them");
            case NO_HEAD -> notByRecorder(b, from, to, "");
        }
    }

    private void notByRecorder(byte[] b, int from, int to, String reason) {
        if (recorder.understands(b, from, to)) {
            count(Ascii.skipBlanks(b, from, to) == to ? Use.BLANK : Use.RECORDER);
        } else {
            reject(reason.isEmpty() ? StrangeLines.reason(b, from, to) : reason);
        }
    }

    private void endStack() {
        int frames = stacks.lines();
        if (stacks.end()) {
            builder.tally().add(Use.FRAME, frames);
            return;
        }
        for (long line = lastLine - frames; line < lastLine; line++) {
            reject("stack trace without its event", line);
        }
    }

    private void count(Use use) {
        builder.tally().add(use, 1);
    }

    private void reject(String reason) {
        reject(reason, lines.number());
    }

    private void reject(String reason, long line) {
        count(Use.REJECTED);
        builder.rejected().add(reason, line);
        if (misses++ == 0) {
            firstMiss = line;
            firstReason = reason;
        }
    }

    private TraceFormatException nothingIn() {
        return new TraceFormatException(input.name(), firstMiss, firstReason, StrangeLines.mend(firstReason));
    }

    private void block() {
        reading.at(lines.position(), builder);
    }

    private TraceBuilder inOrder() throws IOException {
        int[] order = builder.timeOrder();
        TraceBuilder sorted = builder.resorted();
        EventReader again = new EventReader(sorted, dialect.heads().get(), dialect.perf(), table);
        LineFetcher fetcher = new LineFetcher(input);
        for (int i = 0; i < order.length; i++) {
            if (i % 16384 == 0) {
                reading.at(lines.position(), sorted);
            }
            int row = order[i];
            fetcher.fetch(builder.offset(row));
            if (again.read(fetcher.line(), 0, fetcher.length(), builder.offset(row)) == EventReader.Outcome.ADDED
                    && !builder.stackOf(row).isEmpty()) {
                sorted.stack(sorted.size() - 1, builder.stackOf(row));
            }
        }
        reading.remark("The lines were not in time order; they were sorted.");
        return sorted;
    }

    private void remarks() {
        if (events.namedByNumber()) {
            reading.remark("System calls printed by number were named by the " + table.title() + " table.");
        }
        if (events.pluginLetters()) {
            reading.remark("The tracer's sched_switch plugin wrote the task states, with letters of old kernels (W for idle) and"
                    + " no sign of preemption; `trace-cmd report -N` prints the kernel's own.");
        }
        if (wholeNumbers) {
            reading.remark("The clock counts in steps of unknown length; one step is shown as 1 ns.");
        }
    }
}
