package org.reapscope.ui.events;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.search.EventFilter;
import org.reapscope.analysis.search.EventName;
import org.reapscope.analysis.search.TextSearch;
import org.reapscope.analysis.sentence.EventSentences;
import org.reapscope.analysis.sentence.EventText;
import org.reapscope.base.job.Background;
import org.reapscope.base.job.Job;
import org.reapscope.trace.Trace;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.EventJump;
import org.reapscope.ui.inspector.CursorRow;

/**
 * The events of a capture that the table shows, and where a search hits among them. Filters and searches run in the
 * background; a new one cancels the one before.
 */
public final class EventsModel {

    /** {@link #progress} while nothing runs. */
    public static final double IDLE = 2;

    private final CaptureModel capture;
    private final Background background;
    private final ObjectProperty<EventFilter> filter = new SimpleObjectProperty<>(EventFilter.ALL);
    private final StringProperty query = new SimpleStringProperty("");
    private final BooleanProperty onlyHits = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<EventSelection> shown = new ReadOnlyObjectWrapper<>(EventSelection.NONE);
    private final ReadOnlyObjectWrapper<EventSelection> hits = new ReadOnlyObjectWrapper<>(EventSelection.NONE);
    private final ReadOnlyObjectWrapper<@Nullable EventText> text = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(IDLE);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private EventSelection filtered = EventSelection.NONE;
    private @Nullable EventSentences sentences;
    private Runnable cancelWork = () -> {};

    public EventsModel(CaptureModel capture, Background background) {
        this.capture = capture;
        this.background = background;
        capture.trace().addListener((o, was, is) -> {
            if (was != null && is != null && is.size() < was.size()) {
                filter.set(EventFilter.ALL);
            }
            traceChanged();
        });
        capture.analysis().addListener((o, was, is) -> namesChanged());
        filter.addListener((o, was, is) -> runFilter());
        query.addListener((o, was, is) -> runSearch());
        onlyHits.addListener((o, was, is) -> show());
        traceChanged();
    }

    public CaptureModel capture() {
        return capture;
    }

    /** Which events are wanted. */
    public ObjectProperty<EventFilter> filter() {
        return filter;
    }

    /** Text that is searched for; empty for none. */
    public StringProperty query() {
        return query;
    }

    /** Whether only events with the text are shown. */
    public BooleanProperty onlyHits() {
        return onlyHits;
    }

    /** The rows in the table. */
    public ReadOnlyObjectProperty<EventSelection> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Those of the filtered rows that have the text. */
    public ReadOnlyObjectProperty<EventSelection> hits() {
        return hits.getReadOnlyProperty();
    }

    /** The words of the columns, null without a trace. */
    public ReadOnlyObjectProperty<@Nullable EventText> text() {
        return text.getReadOnlyProperty();
    }

    /** How much of a filter or search is done, -1 if nobody knows, {@link #IDLE} if none runs. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** Why the last search could not be done; empty if it could. */
    public ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /** Stops a filter or search; the table stays as it is. */
    public void cancel() {
        cancelWork.run();
        progress.set(IDLE);
    }

    /** Leads every pane to an event. */
    public void select(int row) {
        Trace trace = capture.trace().get();
        if (trace != null && row >= 0 && row < trace.size() && capture.selectedRow().get() != row) {
            EventJump.to(capture, row);
            if (sentences != null) {
                capture.narration().set(sentences.of(row).spoken());
            }
        }
    }

    /** The next hit after {@code row}, or the one before it; the first or last again at the ends; -1 if there is none. */
    public int hit(int row, boolean forward) {
        EventSelection found = hits.get();
        if (found.isEmpty()) {
            return -1;
        }
        int index = found.indexAtOrAfter(forward ? row + 1 : row) - (forward ? 0 : 1);
        return found.row(Math.floorMod(index, found.size()));
    }

    /** Which of the hits the cursor is on, from 1; 0 if it is on none. */
    public int hitAtCursor() {
        return hits.get().indexOfRow(rowAtCursor()) + 1;
    }

    /** The row to show for the cursor: the selected one, else the last one not after the cursor; -1 if neither. */
    public int rowAtCursor() {
        return CursorRow.of(capture);
    }

    /** The names of the events that occur, with their string ids, in alphabetical order. */
    public List<EventName> names(Trace trace) {
        return EventName.of(trace);
    }

    /** Ids stay the same while a file is read on, so that a filter stays what it is. */
    private void traceChanged() {
        namesChanged();
        runFilter();
    }

    private void namesChanged() {
        Trace trace = capture.trace().get();
        Analysis analysis = capture.analysis().get();
        EventSentences words = trace == null ? null
                : new EventSentences(trace, capture.lanes().get(), analysis == null || analysis.trace() != trace ? List.of() : analysis.kills());
        sentences = words;
        text.set(trace == null || words == null ? null : new EventText(trace, words.cast()));
    }

    private void runFilter() {
        cancel();
        Trace trace = capture.trace().get();
        EventFilter wanted = filter.get();
        if (trace == null || wanted.all()) {
            filtered(EventSelection.all(trace == null ? 0 : trace.size()));
            return;
        }
        start(progressOf -> wanted.select(trace, progressOf), rows -> filtered(EventSelection.of(rows)));
    }

    private void filtered(EventSelection rows) {
        filtered = rows;
        runSearch();
    }

    private void runSearch() {
        cancel();
        failure.set("");
        Trace trace = capture.trace().get();
        if (trace == null || query.get().isBlank()) {
            found(new int[0]);
            return;
        }
        TextSearch search = new TextSearch(trace, Objects.requireNonNull(text.get()), query.get());
        EventSelection among = filtered;
        start(progressOf -> search.select(among.size(), among::row, progressOf), rows -> {
            found(rows);
        });
    }

    private void found(int[] rows) {
        hits.set(rows.length == 0 ? EventSelection.NONE : EventSelection.of(rows));
        capture.hits().set(rows);
        show();
    }

    private void start(Job<int[]> job, Consumer<int[]> done) {
        progress.set(0);
        cancelWork = background.start(job, rows -> {
            progress.set(IDLE);
            done.accept(rows);
        }, e -> {
            progress.set(IDLE);
            failure.set(Objects.requireNonNullElse(e.getMessage(), e.toString()));
        }, progress::set);
    }

    private void show() {
        EventSelection rows = onlyHits.get() && !query.get().isBlank() ? hits.get() : filtered;
        if (rows != shown.get()) {
            shown.set(rows);
        }
    }
}
