package org.reapscope.trace.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.reapscope.base.job.Progress;
import org.reapscope.trace.Clock;
import org.reapscope.trace.Trace;
import org.reapscope.trace.TraceBuilder;
import org.reapscope.trace.TraceSource;

/** One reading of one capture: hears how far it is, shows what has been read so far, and gathers what is to be said of it. */
public final class Reading {

    private final CaptureFile input;
    private final String format;
    private final Progress progress;
    private final Consumer<Trace> snapshots;
    private final List<String> remarks = new ArrayList<>();
    private Clock clock = Clock.NANOSECONDS;
    private long resolutionNs = Long.MAX_VALUE;
    private long bytes;
    private boolean rssFiltered;
    private int nextSnapshot = 1;

    Reading(CaptureFile input, String format, Progress progress, Consumer<Trace> snapshots) {
        this.input = input;
        this.format = format;
        this.progress = progress;
        this.snapshots = snapshots;
    }

    /**
     * To be called between events, at least every 50 ms: reports progress, and hands out a snapshot when there are twice
     * as many events as in the last one.
     *
     * @param position bytes read so far, unpacked
     * @throws org.reapscope.base.job.Cancelled if the capture is no longer wanted
     */
    void at(long position, TraceBuilder builder) {
        bytes = position;
        progress.report(input.consumed(), input.total());
        if (builder.size() >= nextSnapshot && builder.sorted()) {
            nextSnapshot = 2 * Math.min(builder.size(), Integer.MAX_VALUE / 2);
            snapshots.accept(builder.snapshot(source(), input));
        }
    }

    /** Hears what the times are, before the first event. */
    void clock(Clock printed) {
        clock = printed;
    }

    /** Hears what one step of a printed time is, in the clock's unit; the finest one counts. */
    void resolution(long ns) {
        resolutionNs = Math.min(resolutionNs, ns);
    }

    /** Hears that rss_stat tells whole MiB only. */
    void rssFiltered() {
        rssFiltered = true;
    }

    /** Something that a person should know of how the file was read, one sentence. */
    void remark(String sentence) {
        if (!remarks.contains(sentence)) {
            remarks.add(sentence);
        }
    }

    TraceSource source() {
        return new TraceSource(input.name(), format, clock, resolutionNs == Long.MAX_VALUE ? 1 : resolutionNs, bytes, rssFiltered,
                List.copyOf(remarks));
    }
}
