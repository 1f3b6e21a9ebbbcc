package org.reapscope.analysis.detector;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

import org.reapscope.analysis.Certainty;
import org.reapscope.analysis.Detector;
import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingBuilder;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Severity;
import org.reapscope.analysis.Teardown;
import org.reapscope.trace.Tracepoint;

/** exit_mmap ran in a task outside the victim: in its time, at its priority, on its CPU (kernel-model 4.4). */
public final class ForeignTeardownDetector implements Detector {

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.FOREIGN_TEARDOWN);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.EXIT_MMAP, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED);
    }

    @Override
    public String question() {
        return "who tore the mm down";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        for (Kill kill : facts.kills()) {
            Teardown teardown = kill.teardown();
            Moment began = kill.teardownBegan();
            if (teardown != null && began != null && facts.stranger(kill, teardown.task())) {
                String held = facts.rss().words(kill.mm(), began.row());
                findings.accept(new FindingBuilder(FindingKind.FOREIGN_TEARDOWN, Severity.NOTICE)
                        .kill(kill)
                        .tasks(teardown.task(), kill.process())
                        .certainty(whole(facts, teardown) ? Certainty.CERTAIN : Certainty.INFERRED)
                        .events(began, teardown.unmapped(), teardown.writeLocked(), teardown.done())
                        .says("The mm of " + kill.victim() + (held.isEmpty() ? "" : ", " + held + ",")
                                + " was torn down by " + teardown.label() + ", which spent " + (whole(facts, teardown) ? "" : "at least ")
                                + facts.time(began.until(teardown.done())) + " on it at its own priority and on its own CPU."));
            }
        }
    }

    /** Whether the trace has the begin of the teardown, or of the one lock that it took, and the end of it. */
    private static boolean whole(Facts facts, Teardown teardown) {
        return teardown.began() != null && facts.rows().has(Tracepoint.EXIT_MMAP)
                || teardown.writeLocked() != null && facts.rows().has(Tracepoint.EXIT_MMAP) && facts.rows().has(Tracepoint.MMAP_LOCK_RELEASED)
                        && facts.rows().has(Tracepoint.MMAP_LOCK_START_LOCKING);
    }
}
