package org.reapscope.analysis.detector;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Certainty;
import org.reapscope.analysis.Detector;
import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingBuilder;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Severity;
import org.reapscope.analysis.VictimThread;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.StateLane;
import org.reapscope.trace.lane.TaskState;

/**
 * The victim slept through its SIGKILL: frozen by the v1 or power-management freezer, which a signal does not lift
 * (kernel-model 2.9). The scheduler prints such a task as D, so a plain uninterruptible sleep of every thread looks alike.
 */
public final class FrozenVictimDetector implements Detector {

    /** Less than this is no delay that a freezer makes. */
    private static final long DELAY_NS = 100_000;

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.FROZEN_VICTIM);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.SIGNAL_GENERATE, Tracepoint.SCHED_SWITCH, Tracepoint.SIGNAL_DELIVER);
    }

    @Override
    public String question() {
        return "whether the victim was frozen";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        for (Kill kill : facts.kills().stream().filter(any -> any.effect().killed()).toList()) {
            boolean asleep = !kill.threads().isEmpty();
            Moment woken = null;
            for (VictimThread thread : kill.threads()) {
                StateLane states = facts.lanes().task(thread.task());
                int interval = states == null ? -1 : states.atRow(kill.killed().row());
                asleep &= states != null && interval >= 0 && frozen(states.state(interval));
                Moment next = states == null || interval + 1 >= states.size() ? null : facts.moment(states.row(interval + 1));
                woken = woken == null || next != null && next.before(woken) ? next : woken;
            }
            long untilNs = woken == null ? facts.trace().lastNs() : woken.ns();
            if (asleep && facts.lasts(untilNs - kill.killed().ns(), DELAY_NS)) {
                findings.accept(frozen(facts, kill, woken, untilNs));
            }
        }
    }

    private static boolean frozen(TaskState state) {
        return state == TaskState.FROZEN || state == TaskState.UNINTERRUPTIBLE;
    }

    private static Finding frozen(Facts facts, Kill kill, @Nullable Moment woken, long untilNs) {
        String by = woken == null ? "it was not woken in this trace"
                : facts.label(facts.trace().task(woken.row())) + " woke it after " + facts.time(untilNs - kill.killed().ns());
        return new FindingBuilder(FindingKind.FROZEN_VICTIM, Severity.WARNING)
                .kill(kill)
                .tasks(kill.process(), woken == null ? -1 : facts.trace().task(woken.row()))
                .events(kill.killed(), woken)
                .lasting(kill.killed().ns(), untilNs)
                .certainty(Certainty.INFERRED)
                .says(kill.victim() + " did not react to its SIGKILL, all of its " + kill.threadCount()
                        + " staying in D; " + by + " (inferred: frozen by the v1 freezer, or in an uninterruptible sleep, which"
                        + " the scheduler's events print alike).");
    }
}
