package org.reapscope.analysis.episode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Emptied;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.ReapOutcome;
import org.reapscope.analysis.Teardown;
import org.reapscope.analysis.VictimThread;
import org.reapscope.analysis.episode.EpisodeStep.Kind;
import org.reapscope.base.errno.Errno;
import org.reapscope.base.errno.Signum;

/** The steps of a kill: kill, deliver, exit, mm NULL, reap, teardown. */
final class EpisodeSteps {

    private final Kill kill;
    private final List<EpisodeStep> steps = new ArrayList<>();

    private EpisodeSteps(Kill kill) {
        this.kill = kill;
    }

    /** In time order; those that the trace lacks at the end. */
    static List<EpisodeStep> of(Kill kill) {
        EpisodeSteps all = new EpisodeSteps(kill);
        all.add(kill.oom() ? "chosen by the OOM killer" : kill.signal() == 0 ? "memory asked for" : Signum.name(kill.signal()) + " sent",
                (kill.effect().killed() ? "" : "no effect, ") + "by " + kill.byComm() + "-" + kill.byTid(), kill.killed(), Kind.WAY);
        all.threads("SIGKILL taken", false, VictimThread::delivered);
        all.threads("exiting", false, VictimThread::exited);
        all.threads("task->mm NULL", true, VictimThread::mmNull);
        kill.reaps().forEach(all::addReap);
        Emptied emptied = kill.emptied();
        if (emptied != null && (kill.teardown() == null || kill.teardown().task() != emptied.task())) {
            all.add("RSS is 0", "by " + emptied.label(), emptied.at(), Kind.RELIEF);
        }
        all.addTeardown(kill.teardown());
        all.steps.sort(Comparator.comparingInt(step -> step.row() < 0 ? Integer.MAX_VALUE : step.row()));
        return List.copyOf(all.steps);
    }

    /**
     * One step for the first thread and one for the last, where there are several.
     *
     * @param mm whether process_mrelease can only fail once all have taken the step
     */
    private void threads(String title, boolean mm, Function<VictimThread, @Nullable Moment> moment) {
        List<Moment> moments = new ArrayList<>();
        kill.threads().stream().map(moment).filter(Objects::nonNull).map(Objects::requireNonNull).sorted().forEach(moments::add);
        int threads = kill.threads().size();
        String more = kill.threadsKnown() ? "" : " seen";
        if (moments.isEmpty()) {
            add(title, "not in the trace", null, Kind.WAY);
        } else if (threads == 1) {
            add(title, kill.threadsKnown() ? "" : "1 thread seen", moments.getFirst(), mm && kill.threadsKnown() ? Kind.DANGER : Kind.WAY);
        } else if (moments.size() == 1) {
            add(title, "1 of " + threads + " threads", moments.getFirst(), Kind.WAY);
        } else {
            add(title, "1 of " + threads + " threads", moments.getFirst(), Kind.WAY);
            add(title, moments.size() + " of " + threads + " threads" + more, moments.getLast(), mm && moments.size() == threads && kill.threadsKnown() ? Kind.DANGER : Kind.WAY);
        }
    }

    private void addReap(Reap reap) {
        add("process_mrelease called", "by " + reap.caller(), reap.entered(), Kind.WAY);
        if (reap.locked() != null) {
            add("reaping begins", "by " + reap.caller(), reap.locked(), Kind.RELIEF);
        }
        Long ret = reap.ret();
        add("process_mrelease " + (ret == null ? "returns" : "returned " + Errno.result(ret)), reap.outcome() == null ? "" : reap.outcome().inWords(), reap.exited(),
                reap.outcome() == ReapOutcome.ESRCH_HARMFUL ? Kind.FAILURE : ret != null && ret == 0 ? Kind.RELIEF : Kind.WAY);
    }

    private void addTeardown(@Nullable Teardown teardown) {
        if (teardown == null) {
            add("torn down", "not in the trace", null, Kind.RELIEF);
            return;
        }
        String by = "by " + teardown.label();
        addKnown("teardown begins", by, teardown.began());
        addKnown("all unmapped", by, teardown.unmapped());
        addKnown("write lock asked for", by, teardown.writeAsked());
        addKnown("write lock held", by, teardown.writeLocked());
        add("torn down, memory free", by, teardown.done(), Kind.RELIEF);
    }

    private void addKnown(String title, String detail, @Nullable Moment moment) {
        if (moment != null) {
            add(title, detail, moment, Kind.WAY);
        }
    }

    private void add(String title, String detail, @Nullable Moment moment, Kind kind) {
        steps.add(new EpisodeStep(title, detail, moment == null ? -1 : moment.row(),
                moment == null ? 0 : kill.killed().until(moment), kind));
    }
}
