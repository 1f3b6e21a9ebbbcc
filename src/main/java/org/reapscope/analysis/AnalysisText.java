package org.reapscope.analysis;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.reapscope.base.errno.Errno;
import org.reapscope.base.errno.Signum;
import org.reapscope.trace.RejectedLines;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;

/** An analysis for people: what was read, the kills, the locks, the findings in order of time. */
public final class AnalysisText {

    private static final int WIDTH = 118;
    private static final String INDENT = "    ";

    /** Of one victim, so many calls are listed. */
    private static final int MOST_REAPS = 1000;

    private final Analysis analysis;
    private final Trace trace;
    private final ClockFigures clock;
    private final Appendable out;

    private AnalysisText(Analysis analysis, Appendable out) {
        this.analysis = analysis;
        this.trace = analysis.trace();
        this.clock = ClockFigures.of(trace);
        this.out = out;
    }

    /** Writes the report, with {@code \n} at line ends. */
    public static void write(Analysis analysis, Appendable out) throws IOException {
        AnalysisText text = new AnalysisText(analysis, out);
        text.source();
        text.kills();
        text.locks();
        text.findings();
    }

    private void source() throws IOException {
        long tasks = trace.tasks().stream().filter(task -> task.id() != Task.IDLE).count();
        line(trace.source().name() + ": " + trace.source().format() + ", " + Figures.count(trace.size(), "event") + " of "
                + Figures.count(tasks, "task") + " on " + Figures.count(trace.cpus(), "CPU")
                + (trace.size() == 0 ? "" : ", from " + clock.moment(trace.firstNs()) + " to " + clock.momentInFull(trace.lastNs())
                        + " (" + clock.length(trace.lastNs() - trace.firstNs()) + ")"));
        if (trace.lost() > 0) {
            line("LOST: " + Figures.count(trace.lost(), "event"));
        }
        for (String remark : trace.source().remarks()) {
            wrap("note: ", remark);
        }
        for (RejectedLines.Reason reason : trace.rejected()) {
            line("not understood: " + Figures.count(reason.count(), "line") + ", the first is line " + reason.lines().getFirst() + ": "
                    + reason.reason());
        }
    }

    private void kills() throws IOException {
        List<Kill> killed = analysis.killed();
        List<Kill> others = analysis.kills().stream().filter(kill -> !kill.effect().killed()).toList();
        line("");
        line(Figures.count(killed.size(), "kill"));
        for (Kill kill : killed) {
            Long window = kill.windowNs();
            wrap("  " + clock.moment(kill.killed().ns()) + "  ", kill.victim() + " (" + kill.threadCount() + ") by " + kill.by()
                    + (kill.signal() == Signum.SIGKILL ? "" : " with " + Signum.name(kill.signal())) + ": mm gone " + after(kill, kill.mmNull())
                    + (kill.emptied() == null || kill.teardown() == null || kill.emptied().task() == kill.teardown().task() ? ""
                            : ", all unmapped " + after(kill, kill.emptied().at()) + " by " + kill.emptied().label())
                    + ", torn down " + after(kill, kill.tornDown()) + (kill.teardown() == null ? "" : " by " + kill.teardown().label())
                    + (window == null ? "" : ", -ESRCH window " + clock.length(window)));
            reaps(kill.reaps());
        }
        if (!others.isEmpty()) {
            line("");
            line(Figures.count(others.size(), "process", "processes") + " that no signal of this trace killed");
            for (Kill kill : others) {
                wrap("  " + clock.moment(kill.killed().ns()) + "  ", otherEnd(kill) + ": mm gone " + after(kill, kill.mmNull())
                        + ", torn down " + after(kill, kill.tornDown()) + (kill.teardown() == null ? "" : " by " + kill.teardown().label()));
                reaps(kill.reaps());
            }
        }
        if (!analysis.unattributed().isEmpty()) {
            line("");
            line(Figures.count(analysis.unattributed().size(), "process_mrelease call") + " of unknown victim");
            reaps(analysis.unattributed());
        }
    }

    private static String otherEnd(Kill kill) {
        String who = kill.victim() + " (" + kill.threadCount() + ")";
        String signal = Signum.name(kill.signal()) + " from " + kill.by();
        return switch (kill.effect()) {
            case FATAL -> who + " killed by " + kill.by();
            case ALREADY_EXITING -> who + " was exiting already when " + signal + " came";
            case IGNORED -> who + " ignored " + signal;
            case NOT_FATAL -> who + " is not seen to die of " + signal;
            case NOT_SEEN -> who + ", whose kill is not in this trace";
        };
    }

    private void reaps(List<Reap> reaps) throws IOException {
        for (Reap reap : reaps.subList(0, Math.min(MOST_REAPS, reaps.size()))) {
            line("  " + clock.moment(reap.first().ns()) + INDENT + "process_mrelease" + (reap.entered() == null ? "" : "(pidfd " + reap.pidfd() + ")")
                    + " by " + reap.caller() + ": " + result(reap) + (reap.victimBy() == VictimBy.UNKNOWN ? "" : reap.doubt()));
        }
        if (reaps.size() > MOST_REAPS) {
            line("  and " + Figures.count(reaps.size() - MOST_REAPS, "more call") + "; --json lists all");
        }
    }

    private String result(Reap reap) {
        Long ret = reap.ret();
        String value = ret == null ? "does not return in this trace" : Errno.result(ret);
        Moment entered = reap.entered();
        Moment exited = reap.exited();
        return value + (reap.outcome() == null ? "" : " (" + reap.outcome().id() + ")")
                + (entered == null || exited == null ? "" : " after " + clock.length(entered.until(exited)));
    }

    private String after(Kill kill, @Nullable Moment moment) {
        return moment == null ? kill.threadsKnown() ? "not in this trace" : "unknown"
                : moment.before(kill.killed()) ? clock.length(moment.until(kill.killed())) + " before" : "after " + clock.length(kill.killed().until(moment));
    }

    private void locks() throws IOException {
        LockCounts locks = analysis.locks();
        Long contentions = locks.contentions();
        Long collisions = locks.pteCollisions();
        line("");
        line(contentions == null ? "lock contention: not recorded"
                : Figures.count(contentions, "lock contention") + ", at page-table locks: "
                        + (collisions == null ? "unknown (no stack traces)" : collisions + by(locks.pteCollisionsBy())));
    }

    private static String by(Map<String, Long> counts) {
        return counts.isEmpty() ? "" : counts.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private void findings() throws IOException {
        List<Finding> shown = analysis.findings();
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        shown.forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
        line("");
        line(Figures.count(shown.size(), "finding") + (counts.isEmpty() ? "" : counts.entrySet().stream()
                .sorted(Map.Entry.<Severity, Integer>comparingByKey().reversed())
                .map(entry -> entry.getValue() + " " + entry.getKey().title()).collect(Collectors.joining(", ", ": ", ""))));
        for (Finding finding : shown) {
            line("  " + clock.moment(finding.startNs()) + "  " + finding.severity().title().toUpperCase(Locale.ROOT) + "  "
                    + finding.kind().title() + (finding.certainty() == Certainty.CERTAIN ? "" : "  [" + finding.certainty().title() + "]"));
            wrap(INDENT, finding.text());
            for (String command : finding.commands()) {
                line(INDENT + command);
            }
        }
    }

    private void wrap(String indent, String text) throws IOException {
        StringBuilder current = new StringBuilder(indent);
        boolean empty = true;
        for (String word : text.split(" ")) {
            if (!empty && current.length() + 1 + word.length() > WIDTH) {
                line(current.toString());
                current = new StringBuilder(" ".repeat(indent.length()));
                empty = true;
            }
            current.append(empty ? "" : " ").append(word);
            empty = false;
        }
        line(current.toString());
    }

    private void line(String text) throws IOException {
        out.append(text).append('\n');
    }
}
