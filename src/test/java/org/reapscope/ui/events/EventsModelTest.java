package org.reapscope.ui.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.analysis.search.EventFilter;
import org.reapscope.analysis.search.TextSearch;
import org.reapscope.analysis.sentence.ClockText;
import org.reapscope.analysis.sentence.EventText;
import org.reapscope.base.job.Background;
import org.reapscope.base.job.Cancelled;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.Clock;
import org.reapscope.trace.RejectedLines;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.format.RejectedText;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.OpenedCapture;

final class EventsModelTest {

    private CaptureModel capture;
    private Trace trace;
    private EventsModel model;

    @BeforeEach
    void open() {
        capture = OpenedCapture.of("tiny.txt.gz");
        trace = Objects.requireNonNull(capture.trace().get());
        model = new EventsModel(capture, Background.IMMEDIATE);
    }

    @Test
    void showsEveryEvent_withoutAFilter() {
        assertEquals(trace.size(), model.shown().get().size());
        assertEquals(5, model.shown().get().get(5));
    }

    @Test
    void findsTheEventsThatNameATask_notOnlyThoseItEmits() {
        int victim = trace.tasks().stream().filter(t -> t.comm().equals("victim")).map(Task::id).findFirst().orElseThrow();
        model.filter().set(EventFilter.ALL.withTask(victim));
        boolean named = false;
        for (int row : model.shown().get()) {
            assertTrue(trace.task(row) == victim || trace.object(row) == victim);
            named |= trace.task(row) != victim && trace.tracepoint(row) == Tracepoint.SIGNAL_GENERATE;
        }
        assertTrue(named);
        assertEquals(EventFilter.ALL.withTask(victim).select(trace, Progress.NONE).length, model.shown().get().size());
    }

    @Test
    void filtersByNameCpuAndTime_together() {
        long from = trace.tsNs(100);
        long to = trace.tsNs(900);
        model.filter().set(EventFilter.ALL.withName(Tracepoint.SCHED_SWITCH.ordinal()).withCpu(1).within(from, to));
        assertFalse(model.shown().get().isEmpty());
        for (int row : model.shown().get()) {
            assertTrue(trace.tracepoint(row) == Tracepoint.SCHED_SWITCH && trace.cpu(row) == 1
                    && trace.tsNs(row) >= from && trace.tsNs(row) <= to);
        }
    }

    @Test
    void searchReadsTheOriginalLines_andGoesRound() {
        model.query().set("sys_PROCESS_mrelease -> 0xfffffffffffffffd");
        assertEquals(1, model.hits().get().size());
        int hit = model.hits().get().row(0);
        assertEquals(-3, trace.argument(hit));
        assertEquals(hit, model.hit(-1, true));
        assertEquals(hit, model.hit(hit, true));
        assertEquals(hit, model.hit(0, false));
        assertEquals(trace.size(), model.shown().get().size());
        model.onlyHits().set(true);
        assertEquals(List.of(hit), List.copyOf(model.shown().get()));
        model.query().set("");
        assertEquals(trace.size(), model.shown().get().size());
        assertEquals(-1, model.hit(0, true));
    }

    @Test
    void aSearchEndsAtItsNextReport_whenItIsCancelled() {
        TextSearch search = new TextSearch(trace, Objects.requireNonNull(model.text().get()), "x");
        assertThrows(Cancelled.class, () -> search.select(trace.size(), row -> row, (done, total) -> {
            throw new Cancelled();
        }));
    }

    @Test
    void selectingAnEventMovesTheCursor_andTheCursorFindsTheEvent() {
        model.select(77);
        assertEquals(trace.tsNs(77), capture.cursorNs().get());
        assertEquals(77, model.rowAtCursor());
        capture.cursorNs().set(trace.tsNs(500) + 1);
        assertTrue(model.rowAtCursor() >= 500 && trace.tsNs(model.rowAtCursor()) == trace.tsNs(500));
    }

    @Test
    void argumentsAreNames_notNumbers() {
        EventText text = Objects.requireNonNull(model.text().get());
        int kill = OpenedCapture.row(trace, trace.firstNs(), Tracepoint.SIGNAL_GENERATE);
        assertTrue(text.arguments(kill).contains(" → "), text.arguments(kill));
        model.query().set("-> 0xfffffffffffffffd");
        assertEquals("-ESRCH", text.arguments(model.hits().get().row(0)));
        assertEquals("process_mrelease() returns", text.event(model.hits().get().row(0)));
    }

    @Test
    void timesAreReadAsPeopleTypeThem() {
        assertEquals("2506.449177", ClockText.of(trace, trace.firstNs()));
        assertEquals(2_506_449_177_000L, ClockText.parse(Clock.NANOSECONDS, " 2506.449177 ", 0).orElseThrow());
        assertEquals(1_500_010, ClockText.parse(Clock.NANOSECONDS, "+1.5ms", 10).orElseThrow());
        assertEquals(-19_990, ClockText.parse(Clock.NANOSECONDS, "-20us", 10).orElseThrow());
        assertEquals(9_007_199_254_740_993L, ClockText.parse(Clock.NANOSECONDS, "9007199.254740993", 0).orElseThrow());
        assertTrue(ClockText.parse(Clock.NANOSECONDS, "soon", 0).isEmpty());
        assertTrue(ClockText.parse(Clock.NANOSECONDS, "1.2.3", 0).isEmpty());
    }

    @Test
    void rejectedLinesComeWithTheirText(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("some.txt");
        Files.writeString(file, "first\r\nsecond\nthird\nlast");
        var groups = RejectedText.of(file, List.of(new RejectedLines.Reason("no time", 3, List.of(1L, 4L)),
                new RejectedLines.Reason("cut", 1, List.of(3L))), Progress.NONE);
        assertEquals(List.of(new RejectedText.Line(1, "first"), new RejectedText.Line(4, "last")), groups.get(0).lines());
        assertEquals(List.of(new RejectedText.Line(3, "third")), groups.get(1).lines());
    }
}
