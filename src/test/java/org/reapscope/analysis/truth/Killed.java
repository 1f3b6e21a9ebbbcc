package org.reapscope.analysis.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.truth.MachineRun.Taken;
import org.reapscope.kernel.TraceEvent;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.TaskFields;

/**
 * A thread group that SIGKILL was sent to, or that was marked as OOM victim, and what became of it, by the machine's steps.
 *
 * @param killed the first of those steps
 * @param signals all of them
 * @param ignored the steps in which a SIGKILL was dropped because the group was dying already
 * @param threads its threads that had not come to sched_process_exit then; all, if all had
 * @param mmNull the step in which the last of them released the mmap_lock of exit_mm, null if not all did
 */
record Killed(MachineRun run, int group, int mm, Taken killed, List<Taken> signals, List<Taken> ignored, List<Integer> threads,
        @Nullable Taken mmNull, @Nullable Torn torn) {

    /** exit_mmap of an mm; {@code began} is when its first lock was got. */
    record Torn(int task, @Nullable Taken readLocked, @Nullable Taken unmapped, Taken writeAsked, Taken writeLocked, Taken done) {

        Taken began() {
            return readLocked == null ? writeAsked : readLocked;
        }
    }

    static List<Killed> in(MachineRun run) {
        List<Killed> all = new ArrayList<>();
        for (int group = 0; group < run.groups(); group++) {
            int g = group;
            List<Taken> signals = run.steps.stream().filter(s -> kills(run, s, g, 0) || kills(run, s, g, 1) || marks(run, s, g)).toList();
            if (!signals.isEmpty()) {
                all.add(of(run, g, signals));
            }
        }
        all.sort(Comparator.comparing(k -> k.killed.at()));
        return all;
    }

    static Killed of(MachineRun run, int group, List<Taken> signals) {
        Taken first = signals.getFirst();
        List<Integer> alive = run.threads(group).stream()
                .filter(t -> exited(run, t).filter(e -> e.at() < first.at()).isEmpty())
                .toList();
        List<Integer> threads = alive.isEmpty() ? run.threads(group) : alive;
        int mm = run.mmOf(group);
        List<Optional<Taken>> left = threads.stream().map(t -> run.next(0, t, "V12")).toList();
        Taken mmNull = left.stream().allMatch(Optional::isPresent)
                ? left.stream().map(Optional::orElseThrow).max(Comparator.comparing(Taken::at)).orElseThrow() : null;
        return new Killed(run, group, mm, first, signals, signals.stream().filter(s -> kills(run, s, group, 1)).toList(), threads, mmNull,
                torn(run, mm));
    }

    /** Whether signal_generate of SIGKILL for the group, with this result, is passed. */
    private static boolean kills(MachineRun run, Taken s, int group, int result) {
        return run.machine.traces(s.before(), s.after(), s.task()).stream().filter(e -> e.event().equals("signal:signal_generate"))
                .anyMatch(e -> arg(e, "sig") == 9 && run.groupOf(arg(e, "pid")) == group && arg(e, "res") == result
                        && run.value(s.after(), GroupFields.GROUP_EXIT, group) == 1);
    }

    private static boolean marks(MachineRun run, Taken s, int group) {
        return s.is("O4") && run.spokenOf(s, 0) == group;
    }

    private static int arg(TraceEvent e, String name) {
        return e.values().stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow().value();
    }

    /** sched_process_exit: before exit_mm, or, in the old profile, after it. */
    static Optional<Taken> exited(MachineRun run, int task) {
        return run.steps.stream().filter(s -> s.task() == task).filter(s -> run.machine.traces(s.before(), s.after(), task).stream()
                .anyMatch(e -> e.event().equals("sched:sched_process_exit"))).findFirst();
    }

    Optional<Taken> delivered() {
        return threads.stream().flatMap(t -> run.steps.stream().filter(s -> s.task() == t && s.is("V1")
                && run.value(s.before(), TaskFields.PENDING_KILL, t) != 0 && run.value(s.after(), TaskFields.FROZEN, t) == 0))
                .min(Comparator.comparing(Taken::at));
    }

    Optional<Taken> exited() {
        return threads.stream().flatMap(t -> exited(run, t).stream()).max(Comparator.comparing(Taken::at));
    }

    private static @Nullable Torn torn(MachineRun run, int mm) {
        Optional<Taken> done = run.steps.stream().filter(s -> s.is("M14") && run.mmOfLock(s) == mm).findFirst();
        if (done.isEmpty()) {
            return null;
        }
        int task = done.get().task();
        int first = IntStream.range(0, done.get().at()).filter(i -> run.steps.get(i).task() == task && run.steps.get(i).is("M3"))
                .max().orElseThrow();
        Optional<Taken> unmapped = run.next(first, task, "M8").filter(s -> !s.step().step().locks().isEmpty());
        Taken asked = run.next(first, task, unmapped.isPresent() ? "M10" : "M4").orElseThrow();
        Taken locked = got(run, asked);
        return new Torn(task, unmapped.isPresent() ? got(run, run.next(first, task, "M4").orElseThrow()) : null,
                unmapped.orElse(null), asked, locked, done.get());
    }

    /** The step in which the lock was got that {@code asked} asked for: itself, or the one that ends the wait. */
    static Taken got(MachineRun run, Taken asked) {
        return run.next(asked.at() + 1, asked.task(), asked.id() + "w")
                .filter(w -> Stream.of(w).allMatch(x -> run.steps.subList(asked.at() + 1, x.at()).stream().noneMatch(s -> s.task() == asked.task())))
                .orElse(asked);
    }

    boolean owns(int task) {
        return run.groupOf(task) == group;
    }

    int pid() {
        return run.pidOfGroup(group);
    }
}
