package org.reapscope.analysis.truth;

import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/** What the detectors found in a trace, in the words of {@link Claims}. */
final class Told {

    private static final Pattern COLLISION = Pattern.compile("\\S+ in (.*?) waited (\\d+) times? for .* at (\\d+) page-table locks?.*");

    private static final Pattern BLAMED = Pattern.compile("(?:held by|behind the queued writer) \\S+-(\\d+) in ");

    private final Trace trace;
    private final Claims claims = new Claims();

    private Told(Analysis analysis) {
        this.trace = analysis.trace();
    }

    static Claims by(Analysis analysis) {
        Told told = new Told(analysis);
        analysis.kills().forEach(told::kill);
        for (Finding finding : analysis.findings()) {
            told.finding(finding);
        }
        return told.claims;
    }

    private void kill(Kill kill) {
        claims.must(FindingKind.KILL_CHAIN, kill.tgid() + " killed " + ns(kill.killed()) + " delivered "
                + ns(kill.threads().stream().map(t -> t.delivered()).filter(Objects::nonNull).map(Objects::requireNonNull).min(Moment::compareTo).orElse(null))
                + " exited " + ns(kill.threads().stream().map(t -> t.exited()).filter(Objects::nonNull).map(Objects::requireNonNull).max(Moment::compareTo).orElse(null))
                + " mm null " + ns(kill.mmNull()) + " torn down " + ns(kill.tornDown())
                + (kill.teardown() == null ? "" : " by " + kill.teardown().tid()));
        for (Reap reap : kill.reaps()) {
            claims.must(FindingKind.KILL_CHAIN, kill.tgid() + " reap by " + reap.tid() + " from " + ns(reap.entered()) + " to "
                    + ns(reap.exited()) + " ret " + reap.ret() + " " + reap.outcome());
        }
    }

    private void finding(Finding f) {
        String who = f.tasks().isEmpty() ? "" : Integer.toString(tid(f.tasks().getFirst()));
        String span = " from " + f.startNs() + " to " + f.endNs();
        switch (f.kind()) {
            case KILL_CHAIN -> claims.must(f.kind(), who + " has a chain");
            case ESRCH_HARMFUL, ESRCH_BENIGN -> claims.must(f.kind(), who + " for " + tid(f.tasks().get(1)) + span + " " + f.certainty());
            case ESRCH_WINDOW -> claims.must(f.kind(), who + span);
            case NEAR_MISS -> claims.must(f.kind(), who + " for " + tid(f.tasks().get(1)) + " from " + f.startNs());
            case PINNED_MM -> claims.must(f.kind(), f.text().contains("was not torn down") ? who + " for ever from " + f.startNs()
                    : who + " holds that of " + tid(f.tasks().get(1)) + span);
            case FOREIGN_TEARDOWN, UNMAPPED_NOT_FREE -> claims.must(f.kind(), who + " tears down " + tid(f.tasks().getLast()) + span);
            case PTE_COLLISION -> collision(f, who);
            case MMAP_STALL -> claims.must(f.kind(), who + " waits" + span + " for " + blamed(f));
            case REAPER_BLOCKED -> claims.must(f.kind(), f.text().startsWith("The OOM reaper") ? who + " skips " + tid(f.tasks().get(1)) + " at "
                    + f.startNs() + " " + f.severity() : who + " waits" + span + " for " + blamed(f));
            case WASTED_WALK -> claims.must(f.kind(), who + span);
            case POINTLESS_KILL -> claims.must(f.kind(), who + " though " + tid(f.tasks().get(1)));
            case SHARED_MM -> claims.must(f.kind(), who + (f.text().contains("-EINVAL") ? " refused from " + f.startNs() : " shared"));
            case REFUSED -> claims.must(f.kind(), who + " refused from " + f.startNs());
            case UNKNOWN_VICTIM -> claims.must(f.kind(), who + " asks from " + f.startNs());
            case FROZEN_VICTIM -> claims.must(f.kind(), who + " from " + f.startNs());
            case OOM_REAPER -> claims.must(f.kind(), tid(f.tasks().getLast()) + at(f, Tracepoint.MARK_VICTIM) + at(f, Tracepoint.WAKE_REAPER)
                    + at(f, Tracepoint.START_TASK_REAPING) + at(f, Tracepoint.FINISH_TASK_REAPING));
            case SIGKILL_WITHOUT_EFFECT -> claims.must(f.kind(), who + " at " + f.startNs());
            case LOST_EVENTS -> claims.must(f.kind(), f.text());
            case MISSING_TRACEPOINTS -> { }
        }
    }

    private void collision(Finding f, String who) {
        Matcher m = COLLISION.matcher(f.text());
        claims.must(f.kind(), m.matches() ? who + " in " + m.group(1) + " " + m.group(2) + " times at " + m.group(3) + " locks " + f.certainty()
                : f.text());
    }

    /** Who is blamed: named in the sentence, and among the finding's tasks. */
    private String blamed(Finding f) {
        TreeSet<String> tids = new TreeSet<>();
        Matcher m = BLAMED.matcher(f.text());
        while (m.find()) {
            int tid = Integer.parseInt(m.group(1));
            tids.add(f.tasks().stream().anyMatch(task -> tid(task) == tid) ? m.group(1) : "stranger " + tid);
        }
        return String.join(",", tids);
    }

    private String at(Finding f, Tracepoint tracepoint) {
        return " " + tracepoint.kernelName() + " " + f.rows().stream().filter(row -> trace.tracepoint(row) == tracepoint)
                .map(row -> Long.toString(trace.tsNs(row))).collect(Collectors.joining(","));
    }

    private int tid(int task) {
        return trace.tasks().get(task).tid();
    }

    private static String ns(@Nullable Moment moment) {
        return moment == null ? "-" : Long.toString(moment.ns());
    }
}
