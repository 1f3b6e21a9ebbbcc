package org.reapscope.export;

import java.util.Optional;

import org.reapscope.base.errno.Signum;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.TraceCall;
import org.reapscope.kernel.TraceEvent;

/** What an event of a model's run says of a system call. */
public sealed interface SystemCall {

    /** Name of the call: {@code process_mrelease}. */
    String name();

    /**
     * A task enters it.
     *
     * @param kills whether it sends SIGKILL
     */
    record Entry(String name, boolean kills) implements SystemCall {}

    /** A task returns from it. */
    record Return(String name, ReturnValue result) implements SystemCall {}

    /** What the event says; nothing where it is of another kind. */
    static Optional<SystemCall> of(TraceEvent event) {
        Optional<String> entered = behind(event.event(), ":sys_enter_");
        if (entered.isPresent()) {
            return Optional.of(new Entry(entered.get(), event.values().stream().anyMatch(v -> v.name().equals("sig") && v.value() == Signum.SIGKILL)));
        }
        return behind(event.event(), ":sys_exit_").map(name -> new Return(name, event.values().stream()
                .filter(v -> v.kind() == TraceCall.Kind.ERRNO).findFirst().map(v -> ReturnValue.of(v.value())).orElse(ReturnValue.OK)));
    }

    private static Optional<String> behind(String event, String infix) {
        int at = event.indexOf(infix);
        return at < 0 ? Optional.empty() : Optional.of(event.substring(at + infix.length()));
    }
}
