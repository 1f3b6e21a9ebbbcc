package org.reapscope.analysis.detector;

import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.base.errno.Signum;

/** The words for how long after a kill something was, or before it, which depend on whether it was a kill. */
final class SinceKill {

    private SinceKill() {}

    /** "56 µs after the kill", "6 µs before a SIGKILL that changed nothing"; "" where no signal is in the trace. */
    static String words(Facts facts, Kill kill, Moment moment) {
        String time = moment.before(kill.killed()) ? facts.time(moment.until(kill.killed())) + " before" : facts.time(kill.killed().until(moment)) + " after";
        return switch (kill.effect()) {
            case FATAL -> time + " the kill" + (kill.signal() == Signum.SIGKILL ? "" : " (" + Signum.name(kill.signal()) + ")");
            case ALREADY_EXITING -> time + " a " + Signum.name(kill.signal()) + " that changed nothing, since it was exiting already";
            case IGNORED -> time + " a " + Signum.name(kill.signal()) + " that it ignored";
            case NOT_FATAL -> time + " a " + Signum.name(kill.signal()) + " that it is not seen to die of";
            case NOT_SEEN -> "(who killed it is not in the trace)";
        };
    }
}
