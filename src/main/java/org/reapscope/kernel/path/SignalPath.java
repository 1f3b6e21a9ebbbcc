package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.expr.Expr.SELF;
import static org.reapscope.kernel.object.GroupFields.COREDUMP;
import static org.reapscope.kernel.object.GroupFields.GROUP_EXIT;
import static org.reapscope.kernel.object.GroupFields.RELEASED;
import static org.reapscope.kernel.object.GroupFields.SIGLOCK;
import static org.reapscope.kernel.object.TaskFields.EXIT_STATE;
import static org.reapscope.kernel.object.TaskFields.GROUP_OF;
import static org.reapscope.kernel.object.TaskFields.KILL_RESULT;
import static org.reapscope.kernel.object.TaskFields.NOT_PERMITTED;
import static org.reapscope.kernel.object.TaskFields.PENDING_KILL;

import java.util.List;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.TraceCall;
import org.reapscope.kernel.TraceCall.Arg;
import org.reapscope.kernel.TraceCall.Kind;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.object.TraceCalls;

/** The killer: {@code kill(2)} and {@code pidfd_send_signal(2)} with SIGKILL. Source: kernel/signal.c. */
public final class SignalPath implements KernelPath {

    private static final Expr TARGET = new Expr.Param("target");
    private static final Var THREAD = new Var("killed", Dim.TASK);

    @Override
    public String title() {
        return "SIGKILL is sent to a thread group";
    }

    @Override
    public List<Program> programs(Profile profile) {
        return List.of(
                send("kill", TraceCalls.enter("kill", Arg.of("pid", Kind.TGID, TARGET),
                        Arg.of("sig", Kind.NUMBER, Expr.of(9)))),
                send("pidfd_send_signal", TraceCalls.enter("pidfd_send_signal", TraceCalls.pidfd(TARGET),
                        Arg.of("sig", Kind.NUMBER, Expr.of(9)), Arg.of("info", Kind.NUMBER, Expr.of(0)),
                        Arg.of("flags", Kind.NUMBER, Expr.of(0)))),
                sigterm());
    }

    /** A signal that the process has a handler for: it is queued, SIGNAL_GROUP_EXIT is not set, and nobody need die. */
    private static Program sigterm() {
        return Program.of("pidfd_send_sigterm", "kernel/signal.c").add(
                step("T1", "pidfd_send_signal").title("system call entry")
                        .says("calls pidfd_send_signal() on {0:group} with SIGTERM", TARGET)
                        .costs(Cost.Kind.SYSCALL).traces(TraceCalls.enter("pidfd_send_signal", TraceCalls.pidfd(TARGET),
                                Arg.of("sig", Kind.NUMBER, Expr.of(15)), Arg.of("info", Kind.NUMBER, Expr.of(0)),
                                Arg.of("flags", Kind.NUMBER, Expr.of(0)))),
                step("T2", "__send_signal_locked").title("queue the signal")
                        .says("adds SIGTERM to the shared pending set of {0:group}, which has a handler for it", TARGET)
                        .why("A signal with a handler does not set SIGNAL_GROUP_EXIT: to process_mrelease the process is not dying.")
                        .traces(TraceCalls.sigterm(TARGET)),
                step("T3", "pidfd_send_signal").title("return").says("pidfd_send_signal() returns 0")
                        .costs(Cost.Kind.SYSCALL).traces(TraceCalls.exit("pidfd_send_signal", ReturnValue.OK.expr()))).build();
    }

    private static Program send(String syscall, TraceCall enter) {
        Expr gone = RELEASED.at(TARGET).ne(0);
        Expr dying = GROUP_EXIT.at(TARGET).ne(0).and(COREDUMP.at(TARGET).eq(0));
        Expr refused = NOT_PERMITTED.at(SELF).ne(0);
        Expr result = KILL_RESULT.at(SELF);
        return Program.of(syscall, "kernel/signal.c").add(
                step("K1", syscall).title("system call entry")
                        .says("calls " + syscall + "() on {0:group} with SIGKILL", TARGET)
                        .does(KILL_RESULT.at(SELF).set(ReturnValue.PENDING.expr()))
                        .costs(Cost.Kind.SYSCALL).traces(enter),
                step("K2", "group_send_sig_info").title("may it?")
                        .says("checks that it may signal {0:group}", TARGET)
                        .does(Effect.when(refused, result(ReturnValue.EPERM)))
                        .jump(refused, "K7"),
                step("K3", "lock_task_sighand").title("lock the signal handlers")
                        .says("takes siglock of {0:group}", TARGET)
                        .why("If the process was reaped already there is no sighand to lock: -ESRCH.")
                        .acquires(SIGLOCK, TARGET),
                step("K4", "__send_signal_locked").title("queue the signal")
                        .says("adds SIGKILL to the shared pending set of {0:group}", TARGET)
                        .does(Effect.when(gone, result(ReturnValue.ESRCH)))
                        .why("prepare_signal drops a signal to a group that is exiting already, SIGKILL included, unless a "
                                + "core dump is being written.")
                        .jump(gone, "K6u").jump(dying, "K6i").preempt(Preempt.NO),
                completeSignal(TARGET).preempt(Preempt.NO),
                step("K6", "__send_signal_locked").title("trace signal_generate")
                        .says("the kernel traces signal_generate, after the wake-ups it causes")
                        .preempt(Preempt.NO).traces(TraceCalls.sigkill(TARGET, Expr.of(TraceCalls.DELIVERED)))
                        .then("K6u"),
                step("K6i", "__send_signal_locked").title("ignored: dying already")
                        .says("{0:group} is exiting already: the signal is dropped", TARGET)
                        .preempt(Preempt.NO).traces(TraceCalls.sigkill(TARGET, Expr.of(TraceCalls.IGNORED))),
                step("K6u", "unlock_task_sighand").title("unlock")
                        .says("lets go of siglock")
                        .does(Effect.when(gone.not(), result(ReturnValue.OK)))
                        .releases(SIGLOCK, TARGET),
                step("K7", syscall).title("return")
                        .says(syscall + "() returns {0:errno}", result)
                        .costs(Cost.Kind.SYSCALL).traces(TraceCalls.exit(syscall, result))).build();
    }

    private static Effect result(ReturnValue errno) {
        return KILL_RESULT.at(SELF).set(errno.expr());
    }

    /** SIGKILL reaches every thread at once, in the sender's context. */
    private static org.reapscope.kernel.MicroStep.Builder completeSignal(Expr target) {
        return step("K5", "complete_signal").title("the whole group is to die")
                .says("sets SIGNAL_GROUP_EXIT of {0:group} ({1} → {1'}) and wakes its threads", target,
                        GROUP_EXIT.at(target))
                .why("The sender sets the flag, not the victim: process_mrelease is legal as soon as kill() returned, "
                        + "even if no thread of the victim has run since.")
                .does(GROUP_EXIT.at(target).set(1),
                        Effect.each(THREAD, GROUP_OF.at(THREAD).eq(target).and(EXIT_STATE.at(THREAD).eq(0)),
                                PENDING_KILL.at(THREAD).set(1)))
                .costs(Cost.Kind.WAKE);
    }
}
