package org.reapscope.export;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Figures;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.base.errno.Errno;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;

/** Kills and traces in a line or two, for headings and feet. */
public final class KillSummary {

    private KillSummary() {}

    /** What became of the victim, and what each call of process_mrelease came to. */
    public static List<String> lines(Trace trace, Kill kill) {
        ClockFigures clock = ClockFigures.of(trace);
        List<String> lines = new ArrayList<>();
        Long window = kill.windowNs();
        lines.add(kill.victim() + " (" + kill.threadCount() + ") " + kill.fate()
                + "; mm gone: " + after(clock, kill, kill.mmNull()) + "; torn down: " + after(clock, kill, kill.tornDown())
                + (kill.teardown() == null ? "" : " by " + kill.teardown().label())
                + (window == null ? "." : "; the -ESRCH window is " + clock.length(window) + "."));
        for (Reap reap : kill.reaps()) {
            Long ret = reap.ret();
            lines.add("process_mrelease by " + reap.caller() + ", called " + after(clock, kill, reap.entered()) + ", "
                    + (ret == null ? "does not return in this trace" : "returns " + Errno.result(ret))
                    + (reap.outcome() == null ? "" : " (" + reap.outcome().id() + ")") + ".");
        }
        return lines;
    }

    /** Where a trace is from, in one line. */
    public static String provenance(Analysis analysis) {
        Trace trace = analysis.trace();
        ClockFigures clock = ClockFigures.of(trace);
        long tasks = trace.tasks().stream().filter(task -> task.id() != Task.IDLE).count();
        return trace.source().name() + ": " + trace.source().format() + ", " + Figures.count(trace.size(), "event") + " of "
                + Figures.count(tasks, "task") + " on " + Figures.count(trace.cpus(), "CPU")
                + (trace.size() == 0 ? "" : ", " + clock.moment(trace.firstNs()) + " to " + clock.momentInFull(trace.lastNs()))
                + (trace.lost() > 0 ? ", " + Figures.count(trace.lost(), "event") + " LOST" : "")
                + ". Made by Reapscope.";
    }

    private static String after(ClockFigures clock, Kill kill, @Nullable Moment moment) {
        return moment == null ? kill.threadsKnown() ? "not in this trace" : "unknown"
                : moment.before(kill.killed()) ? clock.length(moment.until(kill.killed())) + " before" : "after " + clock.length(kill.killed().until(moment));
    }
}
