package org.reapscope.analysis.detector;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
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
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.TaskState;

/**
 * A second victim was killed while an earlier one still held memory (kernel-model 4.5). Whether the first one's memory
 * would have sufficed is not in a trace, so this is never certain.
 */
public final class PointlessKillDetector implements Detector {

    /** Less than this left is nothing that a second victim could have been spared for. */
    private static final long MATTERS_BYTES = 1 << 20;

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.POINTLESS_KILL);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.SIGNAL_GENERATE, Tracepoint.MARK_VICTIM, Tracepoint.EXIT_MMAP,
                Tracepoint.RSS_STAT);
    }

    @Override
    public String question() {
        return "whether a second victim had to die";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        PriorityQueue<Kill> dying = new PriorityQueue<>(Comparator.comparingInt(PointlessKillDetector::endRow));
        Deque<Kill> holding = new ArrayDeque<>();
        for (Kill kill : facts.kills().stream().filter(any -> any.effect().killed()).toList()) {
            while (!dying.isEmpty() && endRow(dying.element()) <= kill.killed().row()) {
                dying.remove();
            }
            Kill first = latestHolding(facts, holding, kill);
            if (first != null) {
                findings.accept(secondKill(facts, first, kill, dying.size()));
            }
            if (kill.mm() >= 0 && (holding.isEmpty() || holding.element().mm() != kill.mm())) {
                dying.add(kill);
                holding.push(kill);
            }
        }
    }

    /** The latest victim of another mm that still maps memory; those that map nothing any more are dropped. */
    private static @Nullable Kill latestHolding(Facts facts, Deque<Kill> holding, Kill kill) {
        int row = kill.killed().row();
        for (Iterator<Kill> latest = holding.iterator(); latest.hasNext();) {
            Kill victim = latest.next();
            if (endRow(victim) <= row || facts.rss().bytes(victim.mm(), row) < MATTERS_BYTES || !seenAfter(facts, victim, row)) {
                latest.remove();
            } else if (victim.mm() != kill.mm()) {
                return victim;
            }
        }
        return null;
    }

    /** Whether the trace shows anything of the victim after a row. Where it shows nothing, it may have gone unseen, say for a filter. */
    private static boolean seenAfter(Facts facts, Kill victim, int row) {
        if (victim.teardown() != null || victim.mmNull() != null || facts.rss().lastRow(victim.mm()) > row) {
            return true;
        }
        return victim.threads().stream().map(thread -> facts.lanes().task(thread.task()))
                .anyMatch(states -> states != null && states.size() > 0
                        && (states.row(states.size() - 1) > row || !states.state(states.size() - 1).waitsForCpu()
                                && states.state(states.size() - 1) != TaskState.UNKNOWN));
    }

    private static int endRow(Kill kill) {
        Moment end = kill.tornDown();
        return end == null ? Integer.MAX_VALUE : end.row();
    }

    private static Finding secondKill(Facts facts, Kill first, Kill second, int dying) {
        boolean pinner = first.teardown() != null && facts.ofVictim(second, first.teardown().task())
                || first.holders().stream().anyMatch(holder -> facts.ofVictim(second, holder.task()));
        String left = facts.rss().words(first.mm(), second.killed().row());
        return new FindingBuilder(FindingKind.POINTLESS_KILL, pinner ? Severity.INFO : Severity.NOTICE)
                .kill(second)
                .tasks(second.process(), first.process(), second.byTask())
                .events(first.killed(), second.killed())
                .lasting(second.killed().ns(), second.killed().ns())
                .certainty(Certainty.INFERRED)
                .says(second.by() + " killed " + second.victim() + " while " + left + " of " + first.victim()
                        + ", killed " + facts.time(first.killed().until(second.killed())) + " before, had still to come free"
                        + (dying > 1 ? " (" + Figures.count(dying, "victim") + " were dying)" : "")
                        + (pinner ? "; it was this second victim that held the first one's mm." : "; perhaps the first would have been enough."));
    }
}
