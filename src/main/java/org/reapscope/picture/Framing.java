package org.reapscope.picture;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Finding;
import org.reapscope.trace.Clock;
import org.reapscope.trace.Trace;

/** Which span of time to put on the screen. */
public final class Framing {

    private static final long LEAST_NS = 20;
    private static final double BEFORE = 0.12;
    private static final double AFTER = 0.18;
    private static final double BIG_ENOUGH = 0.05;
    private static final double OVERHANG = 0.5;
    private static final double ENTERING = 0.6;

    /** How much is shown around an instant, if a clock tells time and is fine enough. */
    private static final long CONTEXT_NS = 40_000;
    private static final long CONTEXT_EVENTS = 40;
    private static final long LEAST_SPAN_NS = 1_000;
    private static final long LEAST_EVENTS = 4;
    private static final long CONTEXT_STEPS = 4;

    private Framing() {}

    /** How much is shown around an instant, in the unit of the trace's clock. */
    public static long context(Trace trace) {
        return trace.source().clock() == Clock.COUNT ? CONTEXT_EVENTS : Math.max(CONTEXT_NS, CONTEXT_STEPS * trace.source().resolutionNs());
    }

    /** The least that a span is widened to, in the unit of the trace's clock. */
    public static long least(Trace trace) {
        return trace.source().clock() == Clock.COUNT ? LEAST_EVENTS : LEAST_SPAN_NS;
    }

    /** All of a trace, with a little air. */
    public static TimeView whole(Trace trace) {
        long width = Math.max(least(trace), trace.lastNs() - trace.firstNs());
        return new TimeView(trace.firstNs() - width / 100, trace.firstNs() + width + width / 100);
    }

    /** A span with some of what happened before and after it; an instant gets {@code contextNs > 0} around it. */
    public static TimeView around(long startNs, long endNs, long contextNs) {
        long width = Math.max(endNs - startNs, contextNs);
        long start = endNs - startNs >= contextNs ? startNs : startNs + (endNs - startNs) / 2 - width / 2;
        return new TimeView(start - Math.round(width * BEFORE), start + width + Math.round(width * AFTER));
    }

    /** An episode, and the finding in it; all of the trace where nobody in particular takes part. */
    public static TimeView of(KillScene episode, @Nullable Finding finding, Trace trace) {
        long start = finding == null ? episode.startNs() : Math.min(episode.startNs(), finding.startNs());
        long end = finding == null ? episode.endNs() : Math.max(episode.endNs(), finding.endNs());
        return episode.particular() ? limited(around(start, end, context(trace)), trace) : whole(trace);
    }

    /** Whether a span is all on the screen and large enough to be seen as a span. An instant is large enough. */
    public static boolean shows(TimeView view, long startNs, long endNs) {
        return view.startNs() <= startNs && endNs <= view.endNs()
                && (endNs == startNs || endNs - startNs >= view.widthNs() * BIG_ENOUGH);
    }

    /** The same width, moved just so far that the moment is well inside. */
    public static TimeView revealing(TimeView view, long ns) {
        long margin = view.widthNs() / 10;
        if (ns >= view.startNs() + margin && ns <= view.endNs() - margin) {
            return view;
        }
        boolean left = ns < view.startNs() + margin;
        boolean near = ns > view.startNs() - view.widthNs() && ns < view.endNs() + view.widthNs();
        double share = near ? left ? 1 - ENTERING : ENTERING : 0.5;
        return view.moved(ns - view.startNs() - Math.round(view.widthNs() * share));
    }

    /** The same, no wider than the trace needs, no narrower than a clock can tell, and never without any of the trace. */
    public static TimeView limited(TimeView view, Trace trace) {
        TimeView whole = whole(trace);
        long width = Math.clamp(view.widthNs(), Math.min(LEAST_NS, whole.widthNs()), whole.widthNs());
        long middle = view.startNs() + view.widthNs() / 2;
        long start = width == view.widthNs() ? view.startNs() : middle - width / 2;
        long overhang = Math.round(width * OVERHANG);
        long least = whole.startNs() - (width == whole.widthNs() ? 0 : overhang);
        long most = whole.endNs() - width + (width == whole.widthNs() ? 0 : overhang);
        start = Math.clamp(start, Math.min(least, most), Math.max(least, most));
        return new TimeView(start, start + width);
    }
}
