package org.reapscope.analysis.detector;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.reapscope.analysis.Certainty;
import org.reapscope.analysis.Detector;
import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingBuilder;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Holder;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Severity;
import org.reapscope.analysis.Sharers.Sharer;
import org.reapscope.analysis.Teardown;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.SpanLane;
import org.reapscope.trace.lane.TaskState;

/**
 * The last thread left, but the teardown did not begin: somebody outside the victim held mm_users (kernel-model 4.4). No
 * event shows mm_users; who runs exit_mmap in the end is who held it.
 */
public final class PinnedMmDetector implements Detector {

    /** A shorter pin costs nobody anything. */
    private static final long LONG_NS = 100_000;

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.PINNED_MM);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.SCHED_PROCESS_EXIT, Tracepoint.MMAP_LOCK_RELEASED, Tracepoint.EXIT_MMAP,
                Tracepoint.SCHED_SWITCH);
    }

    @Override
    public String question() {
        return "who kept the address space after the last thread had left";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        for (Kill kill : facts.kills()) {
            Moment opened = kill.mmNull();
            if (opened != null && kill.teardown() == null && !mayStillTearDown(facts, kill)) {
                findings.accept(neverTornDown(facts, kill, opened));
            } else if (opened != null && kill.teardown() != null && facts.stranger(kill, kill.teardown().task())) {
                findings.accept(pinned(facts, kill, opened, kill.teardown()));
            }
        }
    }

    /** Whether the trace ends before every thread was seen to be dead: one that is not may be about to drop the last reference. */
    private static boolean mayStillTearDown(Facts facts, Kill kill) {
        return kill.threads().stream().map(thread -> facts.lanes().task(thread.task())).anyMatch(states -> states != null
                && states.size() > 0 && !dead(states.state(states.size() - 1)));
    }

    private static boolean dead(TaskState state) {
        return state == TaskState.DEAD || state == TaskState.ZOMBIE || state == TaskState.UNKNOWN;
    }

    private static Finding pinned(Facts facts, Kill kill, Moment opened, Teardown teardown) {
        Moment began = Objects.requireNonNullElse(kill.teardownBegan(), teardown.done());
        String held = facts.rss().words(kill.mm(), opened.row());
        boolean matters = facts.lasts(opened.until(began), LONG_NS) && !facts.rss().surelyEmpty(kill.mm(), opened.row());
        Holder last = kill.holders().stream().filter(Holder::last).findFirst().orElse(null);
        List<Holder> others = kill.holders().stream().filter(holder -> !holder.last()).toList();
        boolean whole = last == null || others.isEmpty() && last.from().row() <= opened.row();
        FindingBuilder builder = new FindingBuilder(FindingKind.PINNED_MM, matters ? Severity.WARNING : Severity.NOTICE)
                .kill(kill)
                .tasks(teardown.task(), kill.process())
                .tasks(others.stream().mapToInt(Holder::task).toArray())
                .events(opened, began)
                .certainty(Certainty.INFERRED);
        String mapped = held.isEmpty() ? "" : ", with " + held + " mapped";
        String total = facts.time(Math.max(0, opened.until(began)));
        if (whole) {
            return builder.says(teardown.label() + " held mm_users of " + kill.victim() + " for " + total + " after its last thread had left"
                    + mapped + doing(facts, kill, teardown.task(), opened, began)
                    + " (inferred: it ran exit_mmap, so the last reference was its own, and nobody else was seen with the mm).");
        }
        return builder.says("The mm of " + kill.victim() + " stayed pinned for " + total + " after its last thread had left" + mapped + ": "
                + HolderWords.of(facts, kill.holders(), opened, began) + " (inferred from who took its mmap_lock, and from who ran exit_mmap;"
                + " no event shows mm_users).");
    }

    private static Finding neverTornDown(Facts facts, Kill kill, Moment opened) {
        List<Sharer> sharers = facts.sharers().at(kill.process(), opened.row());
        String held = facts.rss().words(kill.mm(), opened.row());
        String holder = sharers.isEmpty() ? "somebody who is not seen in this trace"
                : facts.label(sharers.getFirst().task()) + ", which shares it,";
        return new FindingBuilder(FindingKind.PINNED_MM, Severity.WARNING)
                .kill(kill)
                .tasks(kill.process(), sharers.isEmpty() ? -1 : sharers.getFirst().task())
                .events(opened)
                .lasting(opened.ns(), facts.trace().lastNs())
                .certainty(Certainty.INFERRED)
                .says("The mm of " + kill.victim() + (held.isEmpty() ? "" : ", " + held + ",")
                        + " was not torn down in the " + facts.time(facts.trace().lastNs() - opened.ns())
                        + " from its last thread's exit to the end of the trace: " + holder + " holds mm_users.");
    }

    private static String doing(Facts facts, Kill kill, int holder, Moment opened, Moment began) {
        SpanLane lock = facts.lanes().mmapLock(kill.mm());
        boolean locked = lock != null && IntStream.of(lock.holders(opened.row())).anyMatch(span -> lock.task(span) == holder);
        return (locked ? ", at first inside its read lock of mmap_lock" : "")
                + OffCpu.words(facts, holder, opened.row(), began.row());
    }
}
