package org.reapscope.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.reapscope.base.job.Background;
import org.reapscope.picture.TimeView;
import org.reapscope.trace.Trace;
import org.reapscope.ui.events.EventsModel;
import org.reapscope.ui.findings.FindingsModel;
import org.reapscope.ui.inspector.InspectorModel;

/** Events that a search has found, and events that are chosen in one pane, as the others show them. */
final class FoundEventsTest {

    private final CaptureModel capture = OpenedCapture.of("smaps-pins-mm.txt.gz");
    private final Trace trace = Objects.requireNonNull(capture.trace().get());
    private final EventsModel events = new EventsModel(capture, Background.IMMEDIATE);

    @Test
    void whatASearchFindsIsKnownToTheTimeline_andGoneWithTheSearch() {
        events.query().set("mrelease -> ");
        int[] rows = events.hits().get().stream().mapToInt(Integer::intValue).toArray();
        assertTrue(rows.length > 1);
        assertArrayEquals(rows, capture.hits().get());
        assertEquals(0, events.hitAtCursor());
        events.select(rows[1]);
        assertEquals(2, events.hitAtCursor());
        events.query().set("");
        assertEquals(0, capture.hits().get().length);
    }

    @Test
    void anEventChosenInAnyPaneComesIntoViewInTheTimeline() {
        int last = trace.size() - 1;
        int first = 0;
        lookAtTheBeginning();
        events.select(last);
        seen(last);
        new InspectorModel(capture, Background.IMMEDIATE).jumpTo(first);
        seen(first);
        new FindingsModel(capture).jumpTo(last);
        seen(last);
    }

    @Test
    void aViewThatShowsTheEventWellStaysWhereItIs() {
        int middle = trace.size() / 2;
        capture.view().set(new TimeView(trace.tsNs(middle) - 1_000_000, trace.tsNs(middle) + 1_000_000));
        TimeView before = capture.view().get();
        events.select(middle);
        assertEquals(before, capture.view().get());
    }

    private void lookAtTheBeginning() {
        capture.view().set(new TimeView(trace.firstNs(), trace.firstNs() + 1_000_000));
    }

    private void seen(int row) {
        assertEquals(row, capture.selectedRow().get());
        assertEquals(trace.tsNs(row), capture.cursorNs().get());
        assertTrue(capture.view().get().startNs() <= trace.tsNs(row) && trace.tsNs(row) <= capture.view().get().endNs());
        assertEquals(1_000_000, capture.view().get().widthNs());
    }
}
