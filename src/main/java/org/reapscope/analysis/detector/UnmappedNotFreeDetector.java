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
import org.reapscope.analysis.Severity;
import org.reapscope.analysis.Teardown;
import org.reapscope.trace.Tracepoint;

/**
 * RSS was zero, yet the pages were not free: exit_mmap keeps what it unmapped in one mmu_gather and gives it back only
 * under the write lock (kernel-model 1.6, 4.10).
 */
public final class UnmappedNotFreeDetector implements Detector {

    /** A gap below this is the plain cost of leaving exit_mmap. */
    private static final long GAP_NS = 100_000;
    /** What one mmu_gather holds before it must be flushed: 9678 pages of 4 KiB. */
    private static final long GATHER_BYTES = 9678L * 4096;

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.UNMAPPED_NOT_FREE);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.EXIT_MMAP, Tracepoint.MMAP_LOCK_RELEASED, Tracepoint.RSS_STAT);
    }

    @Override
    public String question() {
        return "how long memory that no counter shows was not yet free";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        for (Kill kill : facts.kills()) {
            Teardown teardown = kill.teardown();
            Moment began = teardown == null ? null : teardown.began();
            boolean first = facts.killOfMm(kill.mm()).filter(kill::equals).isPresent();
            if (first && teardown != null && began != null) {
                Moment empty = facts.moment(facts.rss().emptyRow(kill.mm(), began.row()));
                Moment from = empty == null ? teardown.unmapped() : empty;
                if (from != null && from.before(teardown.done()) && facts.lasts(from.until(teardown.done()), GAP_NS)) {
                    findings.accept(gap(facts, kill, teardown, began, from));
                }
            }
        }
    }

    private static Finding gap(Facts facts, Kill kill, Teardown teardown, Moment began, Moment from) {
        long own = facts.rss().unmappedBy(teardown.task(), kill.mm(), began.row(), teardown.done().row());
        String gathered = own > 0 && !facts.rss().coarse() ? "up to " + Figures.bytes(Math.min(own, GATHER_BYTES)) + " and the page tables"
                : "the page tables and what it had unmapped itself";
        return new FindingBuilder(FindingKind.UNMAPPED_NOT_FREE, Severity.NOTICE)
                .kill(kill)
                .tasks(teardown.task(), kill.process())
                .events(from, teardown.writeLocked(), teardown.done())
                .certainty(Certainty.INFERRED)
                .says("All of " + kill.victim() + " was unmapped " + facts.time(from.until(teardown.done()))
                        + " before exit_mmap of " + teardown.label() + " was done: " + gathered
                        + " were still in its mmu_gather, which no counter shows (inferred).");
    }
}
