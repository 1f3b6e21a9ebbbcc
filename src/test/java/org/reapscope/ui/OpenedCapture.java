package org.reapscope.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.reapscope.analysis.Analysis;
import org.reapscope.base.job.Progress;
import org.reapscope.picture.TimeView;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;

/** A sample capture, read and analysed, as the window shows it. */
public final class OpenedCapture {

    private OpenedCapture() {}

    public static CaptureModel of(String name) {
        Path file = Path.of("samples/captures/" + name);
        try {
            Trace trace = Captures.open(file);
            Lanes lanes = Lanes.of(trace, Progress.NONE);
            CaptureModel model = new CaptureModel(file);
            model.show(trace, lanes);
            model.show(Analysis.of(trace, lanes, Progress.NONE));
            model.loading().set(1);
            model.view().set(new TimeView(trace.firstNs(), trace.lastNs()));
            return model;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first event of this kind at or after a time. */
    public static int row(Trace trace, long ns, Tracepoint tracepoint) {
        int row = trace.rowAtOrAfter(ns);
        while (trace.tracepoint(row) != tracepoint) {
            row++;
        }
        return row;
    }
}
