package org.reapscope.analysis.detector;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Certainty;
import org.reapscope.analysis.Detector;
import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Figures;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingBuilder;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.RecordScript;
import org.reapscope.analysis.Severity;
import org.reapscope.base.errno.Errno;
import org.reapscope.trace.Tracepoint;

/**
 * process_mrelease was called for somebody whom nothing in the trace names: neither the mm that it locked, nor a
 * pidfd_open, nor a signal sent through the same pidfd. It is given to nobody, least of all to the last victim.
 */
public final class UnknownVictimDetector implements Detector {

    private static final long EBADF = -9;
    private static final long ESRCH = -3;
    private static final String UNKNOWN = "whom it was about is not known, since the trace has neither a pidfd_open nor a pidfd_send_signal"
            + " with that pidfd before it, and it locked no mm that is known to be somebody's.";
    /** Of calls of which the same is said, so many are told one by one. */
    private static final int MOST_ALIKE = 1000;

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.UNKNOWN_VICTIM);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.SYS_ENTER, Tracepoint.SYS_EXIT, Tracepoint.SIGNAL_GENERATE);
    }

    @Override
    public String question() {
        return "whose memory process_mrelease asked for";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        Map<String, List<Reap>> said = new LinkedHashMap<>();
        for (Reap reap : facts.unattributed()) {
            Long ret = reap.ret();
            said.computeIfAbsent("process_mrelease by " + reap.caller() + (reap.entered() == null ? "" : " (pidfd " + reap.pidfd() + ")")
                    + (ret == null ? " does not return in this trace" : " returned " + Errno.result(ret)) + ": "
                    + (noPidfd(ret) ? "that is no pidfd, so it was about nobody." : UNKNOWN), text -> new ArrayList<>()).add(reap);
        }
        said.forEach((text, reaps) -> {
            reaps.stream().limit(MOST_ALIKE).forEach(reap -> findings.accept(finding(facts, reap, reap, text)));
            if (reaps.size() > MOST_ALIKE) {
                findings.accept(finding(facts, reaps.get(MOST_ALIKE), reaps.getLast(), Figures.count(reaps.size() - MOST_ALIKE, "more call")
                        + " like those before: " + text));
            }
        });
    }

    private static Finding finding(Facts facts, Reap reap, Reap last, String text) {
        Moment exited = last.exited();
        Long ret = reap.ret();
        boolean recordable = !noPidfd(ret) && !facts.rows().has(Tracepoint.SIGNAL_GENERATE);
        return new FindingBuilder(FindingKind.UNKNOWN_VICTIM, ret != null && ret == ESRCH ? Severity.WARNING : Severity.NOTICE)
                .recordWith(recordable ? RecordScript.enable(List.of(Tracepoint.SIGNAL_GENERATE)) : List.of())
                .tasks(reap.task())
                .events(reap.entered(), exited)
                .lasting(reap.first().ns(), exited == null ? last.first().ns() : exited.ns())
                .certainty(Certainty.CERTAIN)
                .says(text);
    }

    private static boolean noPidfd(@Nullable Long ret) {
        return ret != null && ret == EBADF;
    }
}
