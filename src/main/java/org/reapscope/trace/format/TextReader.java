package org.reapscope.trace.format;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

import org.reapscope.trace.Clock;
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

    private static final String NO_EVENT = "stack trace without its event";

    private final CaptureFile input;
    private final Reading reading;
    private final TextDialect dialect;
    private final Clock clock;
    private final SyscallTable table;
    private final TraceBuilder builder = new TraceBuilder();
    private LineScanner lines;
    private final EventReader events;
    private final StackLines stacks = new StackLines(builder);
    private final RecorderLines recorder;
    private long resolutionNs;
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
        recorder = new RecorderLines(builder, reading);
        byte[] head = input.head(Captures.HEAD);
        table = SyscallTable.of(head);
        clock = PrintedClock.of(head, dialect.heads().get());
        reading.clock(clock);
        events = new EventReader(builder, dialect.heads().get(), dialect.perf(), clock, table);
        lines = new LineScanner(input, this::block);
    }

    TraceBuilder read() throws IOException {
        return read(List.of(Section.WHOLE));
    }

    /** Reads these parts alone, one after the other. */
    TraceBuilder read(List<Section> sections) throws IOException {
        for (Section section : sections) {
            lines = new LineScanner(input, this::block, section);
            while (lines.next()) {
                lastLine = lines.number();
                line(lines.buffer(), lines.from(), lines.to());
                if (builder.size() == 0 && (misses > HOPELESS_LINES || lines.passed() > HOPELESS_BYTES)) {
                    throw nothingIn();
                }
            }
            lastLine = lines.number() + 1;
            endStack();
        }
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
        } else if (StackLines.isArrow(b, from, to)) {
            reject(NO_EVENT);
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
                stacks.understood(events.task(), events.cpu());
                count(Use.EVENT);
                if (events.resolutionNs() != resolutionNs) {
                    resolutionNs = events.resolutionNs();
                    reading.resolution(resolutionNs);
                }
                if (dialect.perf()) {
                    stacks.begin(events.task(), events.cpu(), false);
                }
            }
            case STACK -> {
                stacks.begin(events.task(), events.cpu(), events.userStack());
                if (!stacks.arrow(b, events.argumentsFrom(), to)) {
                    count(Use.STACK);
                }
            }
            case NO_TASK -> reject("the tracer no longer knew the task (-1)");
            case OTHER_CLOCK -> reject("time of another clock than the first events have");
            case NO_NAME -> notByRecorder(b, from, to, StrangeLines.withoutName(b, from, to));
            case BAD_ARGUMENTS -> {
                reject("arguments of " + events.name() + " not as this event prints them");
                stacks.notUnderstood(events.task(), events.cpu());
            }
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
            reject(NO_EVENT, line);
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
        if (misses++ == 0 || StrangeLines.isVague(firstReason) && !StrangeLines.isVague(reason)) {
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
        EventReader again = new EventReader(sorted, dialect.heads().get(), dialect.perf(), clock, table);
        LineFetcher fetcher = new LineFetcher(input);
        for (int i = 0; i < order.length; i++) {
            if (i % 16384 == 0) {
                reading.at(lines.position(), sorted);
            }
            int row = order[i];
            fetcher.fetch(builder.offset(row));
            if (builder.afterLoss(row)) {
                sorted.lossOn(builder.cpu(row));
            }
            if (again.read(fetcher.line(), 0, fetcher.length(), builder.offset(row)) == EventReader.Outcome.ADDED
                    && !builder.stackOf(row).isEmpty()) {
                sorted.stack(sorted.size() - 1, builder.stackOf(row));
            }
        }
        reading.remark("The lines were not in time order; they were sorted.");
        return sorted;
    }

    private void remarks() {
        input.remark().ifPresent(reading::remark);
        if (events.strangeNames() > 0) {
            reading.remark("Names of " + events.strangeNames() + (events.strangeNames() == 1 ? " task" : " tasks")
                    + " have bytes that are not UTF-8; each such byte is shown as \ufffd.");
        }
        if (events.namedByNumber()) {
            reading.remark("System calls printed by number were named by the " + table.title() + " table.");
        }
        if (events.pluginLetters()) {
            reading.remark("The tracer's sched_switch plugin wrote the task states, with letters of old kernels (W for idle) and"
                    + " no sign of preemption; `trace-cmd report -N` prints the kernel's own.");
        }
        PrintedClock.remark(clock).ifPresent(reading::remark);
    }
}
