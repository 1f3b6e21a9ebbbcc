package org.reapscope.ui.inspector;

import java.util.List;

import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.episode.Episode;
import org.reapscope.analysis.moment.FirstOf;
import org.reapscope.analysis.moment.LocksNow;
import org.reapscope.analysis.moment.MmNow;
import org.reapscope.analysis.moment.MomentReport;
import org.reapscope.analysis.moment.RangeReadout;
import org.reapscope.analysis.moment.TasksNow;
import org.reapscope.analysis.sentence.EventSentence;
import org.reapscope.analysis.sentence.EventSentences;
import org.reapscope.base.job.Background;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.EventJump;

/**
 * What the inspector says of a capture. The report is worked out when it is asked for, however often the cursor moved
 * before: O((tasks + locks) log n), well below a frame for a million events.
 */
public final class InspectorModel {

    private final CaptureModel capture;
    private final Background background;
    private final ObjectBinding<@Nullable MomentReport> report;
    private final ReadOnlyObjectWrapper<@Nullable RangeReadout> range = new ReadOnlyObjectWrapper<>();
    private @Nullable EventSentences sentences;
    private Runnable cancelRange = () -> {};

    public InspectorModel(CaptureModel capture, Background background) {
        this.capture = capture;
        this.background = background;
        Observable[] subjects = {capture.lanes(), capture.trace(), capture.analysis()};
        for (Observable subject : subjects) {
            subject.addListener(o -> forget());
        }
        report = Bindings.createObjectBinding(this::newReport, capture.trace(), capture.lanes(), capture.analysis(),
                capture.cursorNs(), capture.selectedRow(), capture.kill());
        for (Observable end : List.<Observable>of(capture.markerA(), capture.markerB(), capture.lanes())) {
            end.addListener(o -> readRange());
        }
        readRange();
    }

    public CaptureModel capture() {
        return capture;
    }

    /** The moment at the cursor, null if there is no cursor. */
    public ObjectBinding<@Nullable MomentReport> report() {
        return report;
    }

    /** What lies between cursors A and B, null if one of them is not set. */
    public ReadOnlyObjectProperty<@Nullable RangeReadout> range() {
        return range.getReadOnlyProperty();
    }

    /** What an event says, for narrators; null without a trace. */
    public @Nullable EventSentence sentence(int row) {
        EventSentences all = sentences();
        return all == null ? null : all.of(row);
    }

    /** Selects an event and moves the cursor to it. */
    public void jumpTo(int row) {
        EventJump.to(capture, row);
    }

    private void forget() {
        sentences = null;
    }

    private @Nullable MomentReport newReport() {
        Trace trace = capture.trace().get();
        Lanes lanes = lanes(trace);
        EventSentences all = sentences();
        int row = CursorRow.of(capture);
        if (trace == null || all == null || row < 0) {
            return null;
        }
        long cursor = capture.cursorNs().get();
        Episode episode = episode(trace, row);
        Kill kill = episode == null ? null : episode.kill();
        LocksNow locks = lanes == null ? null : new LocksNow(lanes, all.cast());
        return new MomentReport(trace, row, cursor == CaptureModel.UNSET ? trace.tsNs(row) : cursor, all.of(row), orderUnknown(trace, row),
                lanes == null ? new FirstOf<>(List.of(), 0) : new TasksNow(lanes, kill).at(row),
                locks == null ? new FirstOf<>(List.of(), 0) : locks.at(row), episode,
                lanes == null || locks == null || kill == null ? null : MmNow.of(kill, all.cast(), lanes, locks, row));
    }

    /** The kill in focus; where there is none the one at the moment. */
    private @Nullable Episode episode(Trace trace, int row) {
        List<Kill> kills = kills(trace);
        Kill kill = capture.kill().get();
        if (kill != null && kills.contains(kill)) {
            return Episode.of(trace, kill, row);
        }
        return Episode.at(trace, kills, row);
    }

    private static boolean orderUnknown(Trace trace, int row) {
        return row > 0 && trace.orderUnknown(row, row - 1) || row + 1 < trace.size() && trace.orderUnknown(row, row + 1);
    }

    private @Nullable EventSentences sentences() {
        Trace trace = capture.trace().get();
        if (sentences == null && trace != null) {
            sentences = new EventSentences(trace, lanes(trace), kills(trace));
        }
        return sentences;
    }

    /** The lanes of this very trace: a new trace and its lanes do not come in the same moment. */
    private @Nullable Lanes lanes(@Nullable Trace trace) {
        Lanes lanes = capture.lanes().get();
        return lanes != null && lanes.trace() == trace ? lanes : null;
    }

    private List<Kill> kills(Trace trace) {
        Analysis analysis = capture.analysis().get();
        return analysis != null && analysis.trace() == trace ? analysis.kills() : List.of();
    }

    private void readRange() {
        cancelRange.run();
        long a = capture.markerA().get();
        long b = capture.markerB().get();
        Lanes lanes = capture.lanes().get();
        if (a == CaptureModel.UNSET || b == CaptureModel.UNSET || lanes == null) {
            range.set(null);
        } else if (RangeReadout.heavy(lanes.trace(), a, b)) {
            cancelRange = background.start(progress -> RangeReadout.of(lanes, a, b, progress), range::set,
                    e -> range.set(null), share -> {});
        } else {
            range.set(RangeReadout.of(lanes, a, b, Progress.NONE));
        }
    }
}
