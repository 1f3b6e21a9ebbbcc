package org.reapscope.analysis.detector;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
import org.reapscope.analysis.RssCurve;
import org.reapscope.analysis.Severity;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/**
 * The kernel's OOM killer and its reaper: chosen, 2 s of grace, reaped (kernel-model 2.6, 4.8). The reaper finds its
 * victim by tid, since the victim's task_struct may be released before its turn comes.
 */
public final class OomReaperDetector implements Detector {

    private record Turn(int mark, int wake, int start, int finish) {}

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.OOM_REAPER);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.MARK_VICTIM, Tracepoint.WAKE_REAPER, Tracepoint.START_TASK_REAPING,
                Tracepoint.FINISH_TASK_REAPING);
    }

    @Override
    public String question() {
        return "when the OOM reaper came and what it freed";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        Trace trace = facts.trace();
        Map<Integer, Turn> turns = new LinkedHashMap<>();
        rows(facts).forEach(row -> {
            int tid = trace.object(row) < 0 ? -1 : trace.tasks().get(trace.object(row)).tid();
            Turn turn = turns.getOrDefault(tid, new Turn(-1, -1, -1, -1));
            switch (trace.tracepoint(row)) {
                case MARK_VICTIM -> {
                    Turn before = turns.put(tid, new Turn(row, -1, -1, -1));
                    if (before != null) {
                        report(facts, before, findings);
                    }
                }
                case WAKE_REAPER -> turns.put(tid, new Turn(turn.mark, row, turn.start, turn.finish));
                case START_TASK_REAPING -> turns.put(tid, new Turn(turn.mark, turn.wake, row, turn.finish));
                default -> turns.put(tid, new Turn(turn.mark, turn.wake, turn.start, row));
            }
        });
        turns.values().forEach(turn -> report(facts, turn, findings));
    }

    private static IntStream rows(Facts facts) {
        return Stream.of(Tracepoint.MARK_VICTIM, Tracepoint.WAKE_REAPER, Tracepoint.START_TASK_REAPING, Tracepoint.FINISH_TASK_REAPING)
                .flatMapToInt(facts.rows()::of).sorted();
    }

    private static void report(Facts facts, Turn turn, Consumer<Finding> findings) {
        Moment mark = facts.moment(turn.mark);
        Kill kill = turn.mark < 0 ? null
                : facts.killOfProcess(facts.processes().of(facts.trace().object(turn.mark))).orElse(null);
        if (mark != null && kill != null) {
            boolean came = turn.wake >= 0 || turn.start >= 0;
            Moment tornDown = kill.tornDown();
            findings.accept(new FindingBuilder(FindingKind.OOM_REAPER, came ? Severity.WARNING : Severity.INFO)
                    .kill(kill)
                    .tasks(turn.start < 0 ? kill.process() : facts.trace().task(turn.start), kill.process())
                    .events(mark, facts.moment(turn.wake), facts.moment(turn.start), facts.moment(turn.finish), came ? null : tornDown)
                    .certainty(came ? seen(facts, turn) : facts.rows().has(Tracepoint.EXIT_MMAP) || tornDown == null ? Certainty.CERTAIN : Certainty.INFERRED)
                    .says("The kernel's OOM killer chose " + kill.victim() + "; "
                            + (came ? reaped(facts, kill, turn, mark) : unneeded(facts, mark, tornDown))));
        }
    }

    /** The words for a turn of which the trace lacks the begin, the end, or both. */
    private static String inPart(Facts facts, Moment mark, @Nullable Moment start, @Nullable Moment finish) {
        if (finish != null) {
            return "; it was done " + facts.time(mark.until(finish)) + " after the choice, and when it began is not in this trace.";
        }
        if (start != null) {
            return "; it began " + facts.time(mark.until(start)) + " after the choice, and when it was done is not in this trace.";
        }
        return recorded(facts) ? " and reaped nothing in this trace." : "; when it reaped is not recorded.";
    }

    /** Whether nothing of the reaper's turn can be missing. */
    private static Certainty seen(Facts facts, Turn turn) {
        return turn.wake >= 0 && turn.start >= 0 && turn.finish >= 0 || recorded(facts) ? Certainty.CERTAIN : Certainty.INFERRED;
    }

    private static boolean recorded(Facts facts) {
        return facts.rows().has(Tracepoint.START_TASK_REAPING) && facts.rows().has(Tracepoint.FINISH_TASK_REAPING);
    }

    private static String unneeded(Facts facts, Moment mark, @Nullable Moment tornDown) {
        return tornDown == null ? "neither the OOM reaper nor a teardown follows in this trace."
                : "its mm was torn down " + facts.time(mark.until(tornDown)) + " later, before the OOM reaper's 2 s were over.";
    }

    private static String reaped(Facts facts, Kill kill, Turn turn, Moment mark) {
        Moment wake = facts.moment(turn.wake);
        Moment start = facts.moment(turn.start);
        Moment finish = facts.moment(turn.finish);
        String woken = wake == null ? "" : "its reaper was woken " + facts.time(mark.until(wake)) + " later (the fixed delay is 2 s)";
        if (start == null || finish == null) {
            return woken + inPart(facts, mark, start, finish);
        }
        RssCurve.Amount before = facts.rss().amount(kill.mm(), start.row());
        RssCurve.Amount after = facts.rss().amount(kill.mm(), finish.row());
        boolean exact = before.bound() == RssCurve.Bound.EXACT && after.bound() == RssCurve.Bound.EXACT;
        return woken + (wake == null ? "its reaper came " + facts.time(mark.until(start)) + " later" : "") + " and took "
                + facts.time(start.until(finish)) + " to reap " + (before.bytes() < 0 ? "it" : (exact ? "" : "about ") + Figures.bytes(Math.max(0, before.bytes() - after.bytes()))) + ".";
    }
}
