package org.reapscope.analysis.detector;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

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
import org.reapscope.base.errno.Signum;
import org.reapscope.trace.Tracepoint;

/** Tells each victim's way from the kill to the end of the teardown. */
public final class KillChainDetector implements Detector {

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.KILL_CHAIN);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.SIGNAL_GENERATE, Tracepoint.MARK_VICTIM, Tracepoint.SIGNAL_DELIVER,
                Tracepoint.SCHED_PROCESS_EXIT, Tracepoint.MMAP_LOCK_RELEASED, Tracepoint.EXIT_MMAP);
    }

    @Override
    public String question() {
        return "how long each step of a kill took";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        for (Kill kill : facts.kills()) {
            Moment delivered = first(kill.threads().stream().map(VictimThread::delivered));
            Moment exited = last(kill.threads().stream().map(VictimThread::exited));
            boolean inferredThreads = kill.threads().stream().anyMatch(thread -> facts.processes().inferred(thread.task()));
            findings.accept(new FindingBuilder(FindingKind.KILL_CHAIN, Severity.INFO)
                    .kill(kill)
                    .tasks(kill.process(), kill.byTask())
                    .events(kill.killed(), delivered, exited, kill.mmNull(), kill.emptied() == null ? null : kill.emptied().at(), kill.tornDown())
                    .certainty(inferredThreads || !kill.threadsKnown() || kill.mmNull() != null ? Certainty.INFERRED : Certainty.CERTAIN)
                    .says(head(kill) + ": " + step(facts, kill, Signum.name(Signum.SIGKILL) + " first delivered", delivered) + ", "
                            + step(facts, kill, "last sched_process_exit" + (kill.threadsKnown() ? "" : " seen"), exited) + ", "
                            + (kill.threadsKnown() ? step(facts, kill, "last task->mm cleared", kill.mmNull()) : "when the last task->mm was cleared: not"
                                    + " known, since there may be other threads") + ", " + emptied(facts, kill) + tornDown(facts, kill) + "."));
        }
    }

    private static String head(Kill kill) {
        String victim = kill.victim() + " (" + kill.threadCount() + ")";
        String signal = Signum.name(kill.signal());
        return switch (kill.effect()) {
            case FATAL -> kill.by() + " killed " + victim + (kill.oom() || kill.signal() == Signum.SIGKILL ? "" : " with " + signal);
            case ALREADY_EXITING -> victim + " was exiting already when " + kill.by() + " sent it " + signal + ", which changed nothing";
            case IGNORED -> victim + " ignored the " + signal + " of " + kill.by();
            case NOT_FATAL -> victim + " got " + signal + " from " + kill.by() + ", and is not seen to die of it";
            case NOT_SEEN -> kill.by() + " asked for the memory of " + victim + ", whose kill is not in this trace";
        };
    }

    private static String emptied(Facts facts, Kill kill) {
        return kill.emptied() == null ? "" : step(facts, kill, "all unmapped by " + kill.emptied().label(), kill.emptied().at()) + ", ";
    }

    private static String tornDown(Facts facts, Kill kill) {
        return kill.teardown() == null ? "not torn down in this trace"
                : step(facts, kill, "torn down by " + kill.teardown().label(), kill.teardown().done());
    }

    private static String step(Facts facts, Kill kill, String name, @Nullable Moment moment) {
        return moment == null ? name + ": not in this trace"
                : moment.before(kill.killed()) ? name + " " + facts.time(moment.until(kill.killed())) + " before"
                : name + " after " + facts.time(kill.killed().until(moment));
    }

    private static @Nullable Moment first(Stream<@Nullable Moment> moments) {
        return moments.filter(Objects::nonNull).map(Objects::requireNonNull).min(Moment::compareTo).orElse(null);
    }

    private static @Nullable Moment last(Stream<@Nullable Moment> moments) {
        return moments.filter(Objects::nonNull).map(Objects::requireNonNull).max(Moment::compareTo).orElse(null);
    }
}
