package org.reapscope.analysis.detector;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

import org.reapscope.analysis.Certainty;
import org.reapscope.analysis.Detector;
import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Figures;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingBuilder;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.ReapOutcome;
import org.reapscope.analysis.Severity;
import org.reapscope.trace.Tracepoint;

/**
 * The -ESRCH window of each victim (kernel-model 4.1): it opens when the last thread's mm is NULL and closes when the
 * mm is torn down. It is divided into the time in which nobody was freeing (trapped) and that of the teardown.
 */
public final class EsrchWindowDetector implements Detector {

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.ESRCH_WINDOW);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.SCHED_PROCESS_EXIT, Tracepoint.MMAP_LOCK_RELEASED, Tracepoint.EXIT_MMAP);
    }

    @Override
    public String question() {
        return "how long process_mrelease could only fail";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        for (Kill kill : facts.kills()) {
            Moment opened = kill.mmNull();
            if (opened != null) {
                findings.accept(window(facts, kill, opened));
            }
        }
    }

    private static Finding window(Facts facts, Kill kill, Moment opened) {
        long hits = kill.reaps().stream().filter(reap -> reap.outcome() == ReapOutcome.ESRCH_HARMFUL).count();
        long unknown = facts.unattributed().stream().filter(reap -> within(reap, kill)).count();
        Moment closed = kill.tornDown();
        long endNs = closed == null ? facts.trace().lastNs() : closed.ns();
        return new FindingBuilder(FindingKind.ESRCH_WINDOW, hits > 0 ? Severity.WARNING : Severity.INFO)
                .kill(kill)
                .tasks(kill.process(), kill.teardown() == null ? -1 : kill.teardown().task())
                .events(opened, kill.teardownBegan(), closed)
                .lasting(opened.ns(), endNs)
                .certainty(Certainty.INFERRED)
                .says("From " + facts.clock().moment(opened.ns()) + ", when the last thread of " + kill.victim()
                        + " gave up its mm, process_mrelease could only fail " + width(facts, kill, opened, endNs) + ", and "
                        + asked(hits, unknown)
                        + " (opening inferred from exit_mm's read lock).");
    }

    private static String asked(long hits, long unknown) {
        String open = unknown == 0 ? "" : Figures.count(unknown, "call") + " of unknown victim " + (unknown == 1 ? "was" : "were") + " made in that time";
        String known = hits > 0 ? Figures.count(hits, "call") + " fell into it" : unknown > 0 ? "" : "nobody asked in that time";
        return known + (known.isEmpty() || open.isEmpty() ? "" : ", and ") + open;
    }

    /** Whether a call of which nothing tells whom it was about ran while the window was open. */
    private static boolean within(Reap reap, Kill kill) {
        Moment opened = kill.mmNull();
        Moment closed = kill.tornDown();
        Moment exited = reap.exited();
        return opened != null && (exited == null || opened.before(exited)) && (closed == null || reap.first().before(closed));
    }

    private static String width(Facts facts, Kill kill, Moment opened, long endNs) {
        Long width = kill.windowNs();
        Long trapped = kill.trappedNs();
        if (kill.teardown() == null || width == null || trapped == null) {
            return "to the end of the trace, at least " + facts.time(endNs - opened.ns()) + ": no teardown is in it";
        }
        return "for " + facts.time(width) + " (trapped " + facts.time(trapped) + ", then "
                + facts.time(width - trapped) + " of teardown by " + kill.teardown().label() + ")";
    }
}
