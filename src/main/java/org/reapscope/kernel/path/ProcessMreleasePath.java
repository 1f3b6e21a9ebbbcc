package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.expr.Expr.SELF;
import static org.reapscope.kernel.object.GroupFields.RELEASED;
import static org.reapscope.kernel.object.MmFields.MM_COUNT;
import static org.reapscope.kernel.object.MmFields.OOM_SKIP;
import static org.reapscope.kernel.object.TaskFields.BAD_FLAGS;
import static org.reapscope.kernel.object.TaskFields.BAD_PIDFD;
import static org.reapscope.kernel.object.TaskFields.ESRCH_HARMFUL;
import static org.reapscope.kernel.object.TaskFields.FAILED;
import static org.reapscope.kernel.object.TaskFields.FOUND;
import static org.reapscope.kernel.object.TaskFields.MEMORY_HELD;
import static org.reapscope.kernel.object.TaskFields.MRELEASE_RESULT;
import static org.reapscope.kernel.object.TaskFields.TASK_LOCK;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.reapscope.kernel.Call;
import org.reapscope.kernel.Cost;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.TraceCall.Arg;
import org.reapscope.kernel.TraceCall.Kind;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.MmapLockSteps;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.TraceCalls;

/** The reaper in user space: {@code process_mrelease(pidfd, flags)}. Source: mm/oom_kill.c. */
public final class ProcessMreleasePath implements KernelPath {

    private static final Expr TARGET = new Expr.Param("target");
    private static final Expr MM = GroupFields.mmOf(TARGET);
    private static final Expr RESULT = MRELEASE_RESULT.at(SELF);
    private static final Expr NO_TASK = new Expr.Size(Dim.TASK);
    private static final Expr LOCKED = FOUND.at(SELF).minus(1);

    @Override
    public String title() {
        return "process_mrelease reaps a dying process";
    }

    @Override
    public List<Program> programs(Profile profile) {
        List<Line> lines = new ArrayList<>();
        lookUp().forEach(b -> lines.add(b.build()));
        decide().forEach(b -> lines.add(b.build()));
        reap(lines);
        lines.add(Mmput.drop("P16", MM).build());
        lines.add(step("P17", "process_mrelease").title("return")
                .says("process_mrelease returns {0:errno}", RESULT)
                .does(Effect.when(MmFields.memoryLeft(MM), MEMORY_HELD.at(SELF).set(1)),
                        note(ReturnValue.OK, TaskFields.GOT_OK), note(ReturnValue.ESRCH, TaskFields.GOT_ESRCH),
                        note(ReturnValue.EINVAL, TaskFields.GOT_EINVAL))
                .costs(Cost.Kind.SYSCALL).traces(TraceCalls.exit("process_mrelease", RESULT)).build());
        return List.of(new Program("process_mrelease", "mm/oom_kill.c", lines));
    }

    private static Effect result(ReturnValue errno) {
        return MRELEASE_RESULT.at(SELF).set(errno.expr());
    }

    private static Effect note(ReturnValue errno, Field field) {
        return Effect.when(RESULT.eq(errno.code()), field.at(SELF).set(1));
    }

    private static List<MicroStep.Builder> lookUp() {
        Expr badFlags = BAD_FLAGS.at(SELF).ne(0);
        Expr badFd = BAD_PIDFD.at(SELF).ne(0);
        Expr gone = RELEASED.at(TARGET).ne(0);
        Expr found = TaskFields.firstThreadWithMm(TARGET);
        Expr none = found.eq(NO_TASK);
        return List.of(
                step("P0", "process_mrelease").title("system call entry")
                        .says("calls process_mrelease() on {0:group}", TARGET)
                        .does(result(ReturnValue.PENDING)).costs(Cost.Kind.SYSCALL)
                        .traces(TraceCalls.enter("process_mrelease", TraceCalls.pidfd(TARGET),
                                Arg.of("flags", Kind.NUMBER, BAD_FLAGS.at(SELF)))),
                step("P1", "process_mrelease").title("flags must be 0").says("checks the flags")
                        .does(Effect.when(badFlags, result(ReturnValue.EINVAL))).jump(badFlags, "P17"),
                step("P2", "pidfd_get_task").title("pidfd → task")
                        .says("looks the process up that the pidfd names")
                        .why("-ESRCH here means that the leader was reaped by its parent: the pid names nothing any more, and only who "
                                + "still holds mm_users, a reader of /proc, can keep memory.")
                        .does(Effect.when(badFd, List.of(result(ReturnValue.EBADF)),
                                List.of(Effect.when(gone, result(ReturnValue.ESRCH)))))
                        .jump(badFd.or(gone), "P17"),
                step("P3", "find_lock_task_mm").title("a thread that still has an mm?")
                        .says("looks for a thread of {0:group} with an mm (threads that have one: {1})", TARGET,
                                threadsWithMm())
                        .why("This is the race. If the last thread has passed exit_mm, nobody is found and the answer is "
                                + "-ESRCH, however much memory the mm still holds.")
                        .when(none.or(TASK_LOCK.isFree(found)), Wait.SPIN)
                        .locks(TASK_LOCK, found, Lock.Mode.WRITE, Lock.Act.ACQUIRE)
                        .does(Effect.when(none,
                                List.of(result(ReturnValue.ESRCH),
                                        Effect.when(MmFields.memoryLeft(MM), ESRCH_HARMFUL.at(SELF).set(1))),
                                List.of(FOUND.at(SELF).set(found.plus(1)), TASK_LOCK.take(LOCKED))))
                        .jump(FOUND.at(SELF).eq(0), "P17")
                        .preempt(Preempt.NO).costs(Cost.Kind.ATOMIC),
                step("P4", "mmgrab").title("keeps the mm_struct")
                        .says("mm_count of {0:mm} {1} → {1'}", MM, MM_COUNT.at(MM))
                        .does(MM_COUNT.at(MM).increment()).preempt(Preempt.NO).costs(Cost.Kind.ATOMIC));
    }

    private static Expr threadsWithMm() {
        Expr.Var t = new Expr.Var("candidate", Dim.TASK);
        return Expr.count(t, TaskFields.GROUP_OF.at(t).eq(TARGET).and(TaskFields.HAS_MM.at(t).ne(0)));
    }

    /**
     * Whether the mm is going away anyway (task_will_free_mem): the process is dying, and so is everybody who shares
     * its mm.
     */
    static Expr willFreeMem(Expr group, Expr mm) {
        return Expr.all(GroupFields.isDying(group), OOM_SKIP.at(mm).eq(0),
                MmFields.MM_USERS.at(mm).le(1).or(GroupFields.hasLiveSharer(group, mm).not()));
    }

    private static List<MicroStep.Builder> decide() {
        Expr free = willFreeMem(TARGET, MM);
        return List.of(
                step("P5", "task_will_free_mem").title("is the mm going away?")
                        .says("is {0:group} dying, and everybody who shares its mm? ({1} = yes)", TARGET, free)
                        .why("-EINVAL protects processes that share the mm and were not killed.")
                        .preempt(Preempt.NO)
                        .jump(free, "P6").jump(OOM_SKIP.at(MM).ne(0), "P6s"),
                unlock("P6e").does(result(ReturnValue.EINVAL)).then("P16"),
                unlock("P6s").does(result(ReturnValue.OK)).then("P16"),
                unlock("P6"));
    }

    private static MicroStep.Builder unlock(String id) {
        return step(id, "process_mrelease").title("task_unlock")
                .says("lets go of the task_lock of {0:task}", LOCKED)
                .releases(TASK_LOCK, LOCKED).does(FOUND.at(SELF).set(0));
    }

    private static void reap(List<Line> lines) {
        lines.add(MmapLockSteps.readLock("P7", "mmap_read_lock_killable", MM).build());
        lines.add(MmapLockSteps.readLockKillableWait("P7", "mmap_read_lock_killable", MM, "P16i").build());
        lines.add(step("P8", "process_mrelease").title("MMF_OOM_SKIP?")
                .says("MMF_OOM_SKIP of {0:mm} is {1}", MM, OOM_SKIP.at(MM))
                .why("Set means that exit_mmap is done unmapping: nothing to do, and the answer is 0.")
                .jump(OOM_SKIP.at(MM).ne(0), "P15").build());
        lines.add(new Call("P9r", "__oom_reap_task_mm", Map.of("mm", MM)));
        lines.add(MmapLockSteps.readUnlock("P15", "process_mrelease", MM)
                .does(MRELEASE_RESULT.at(SELF).set(Expr.choose(FAILED.at(SELF).ne(0), ReturnValue.EAGAIN.expr(),
                        ReturnValue.OK.expr())), FAILED.at(SELF).set(0))
                .jump(Expr.TRUE, "P16").build());
        lines.add(step("P16i", "process_mrelease").title("killed while it waited").says("was killed: -EINTR")
                .does(result(ReturnValue.EINTR)).build());
    }
}
