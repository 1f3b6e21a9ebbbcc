package org.reapscope.analysis.sentence;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Kill;
import org.reapscope.base.errno.Signum;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;

/** Signals sent and taken. */
final class SignalSentences {

    private final Cast cast;
    private final Trace trace;
    private final KillParts parts;

    SignalSentences(Cast cast, KillParts parts) {
        this.cast = cast;
        this.trace = cast.trace();
        this.parts = parts;
    }

    EventSentence generated(int row) {
        long argument = trace.argument(row);
        int number = Payload.signalNumber(argument);
        int result = Payload.signalResult(argument);
        String by = trace.task(row) == Task.IDLE ? "An interrupt" : cast.task(trace.task(row));
        String happened = by + " sent " + Signum.name(number) + " to "
                + (Payload.signalToGroup(argument) ? "" : "the thread ") + cast.task(trace.object(row))
                + (result == Signum.DELIVERED ? "." : ": " + Signum.result(result) + ".");
        return new EventSentence(happened, meaning(number, result, parts.of(row)), Source.SEND_SIGNAL);
    }

    EventSentence delivered(int row) {
        int number = Payload.signalNumber(trace.argument(row));
        KillPart part = parts.of(row);
        String after = part == null ? "" : ", " + cast.time(trace.tsNs(row) - part.kill().killed().ns()) + " after " + part.kill().zero();
        return new EventSentence(cast.task(trace.task(row)) + " takes " + Signum.name(number) + after + ".",
                number == Signum.SIGKILL ? "It does not return to user space: do_group_exit() and exit_mm() follow." : "",
                Source.GET_SIGNAL);
    }

    private String meaning(int number, int result, @Nullable KillPart part) {
        if (number != Signum.SIGKILL) {
            return "";
        }
        if (result != Signum.DELIVERED) {
            return "Nothing changed by it: the group was dying already, or does not take signals any more.";
        }
        String allowed = "complete_signal() had marked the group as exiting and woken its threads before this event was emitted:"
                + " process_mrelease may be called from here on.";
        return part == null ? allowed : allowed + memory(part.kill());
    }

    private String memory(Kill kill) {
        String mapped = cast.mapped(kill.mm(), kill.killed().row());
        return mapped.isEmpty() ? "" : " It had " + mapped + " mapped.";
    }
}
