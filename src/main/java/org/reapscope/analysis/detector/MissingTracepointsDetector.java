package org.reapscope.analysis.detector;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.reapscope.analysis.Certainty;
import org.reapscope.analysis.Detector;
import org.reapscope.analysis.Detectors;
import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingBuilder;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.RecordScript;
import org.reapscope.analysis.Severity;
import org.reapscope.trace.Tracepoint;

/** What the capture does not record, which questions that leaves open, and the commands that record it next time. */
public final class MissingTracepointsDetector implements Detector {

    /** Groups of which every capture of a kill has some: where one is missing, it was not recorded. */
    private static final List<Set<Tracepoint>> ALWAYS = List.of(
            EnumSet.of(Tracepoint.SIGNAL_GENERATE, Tracepoint.SIGNAL_DELIVER),
            EnumSet.of(Tracepoint.SCHED_PROCESS_EXIT),
            EnumSet.of(Tracepoint.SCHED_SWITCH),
            EnumSet.of(Tracepoint.MMAP_LOCK_START_LOCKING, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED, Tracepoint.MMAP_LOCK_RELEASED),
            EnumSet.of(Tracepoint.EXIT_MMAP),
            EnumSet.of(Tracepoint.RSS_STAT));

    /** Groups that may just not have happened. */
    private static final List<Set<Tracepoint>> SOMETIMES = List.of(
            EnumSet.of(Tracepoint.SYS_ENTER, Tracepoint.SYS_EXIT),
            EnumSet.of(Tracepoint.TASK_NEWTASK),
            EnumSet.of(Tracepoint.CONTENTION_BEGIN, Tracepoint.CONTENTION_END));

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.MISSING_TRACEPOINTS);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.noneOf(Tracepoint.class);
    }

    @Override
    public String question() {
        return "what the capture leaves out";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        if (facts.trace().size() == 0) {
            return;
        }
        ALWAYS.forEach(group -> report(facts, group, true, findings));
        SOMETIMES.forEach(group -> report(facts, group, false, findings));
        boolean spins = facts.rows().of(Tracepoint.CONTENTION_BEGIN).anyMatch(facts.spinWaits()::spin);
        if (spins && !facts.spinWaits().stacksRecorded()) {
            findings.accept(finding(facts, Severity.NOTICE, Certainty.CERTAIN, List.of(RecordScript.STACK_TRIGGER),
                    "The capture has no stack traces on contention_begin, so a wait for a spinlock cannot be told to be one for a"
                            + " page-table lock."));
        }
    }

    private static void report(Facts facts, Set<Tracepoint> group, boolean always, Consumer<Finding> findings) {
        EnumSet<Tracepoint> missing = EnumSet.copyOf(group);
        missing.removeAll(facts.rows().present());
        if (missing.isEmpty()) {
            return;
        }
        List<String> open = new ArrayList<>();
        for (Detector detector : Detectors.all()) {
            if (detector.reads().stream().anyMatch(missing::contains)) {
                open.add(detector.question());
            }
        }
        String names = missing.stream().map(Tracepoint::kernelName).collect(Collectors.joining(", "));
        findings.accept(finding(facts, always ? Severity.NOTICE : Severity.INFO, always ? Certainty.CERTAIN : Certainty.INFERRED, RecordScript.enable(missing),
                "The capture has no " + names + (always ? "" : " (not recorded, or nothing of the kind happened)")
                        + ", so it cannot say, or not fully, " + String.join("; ", open) + "."));
    }

    private static Finding finding(Facts facts, Severity severity, Certainty certainty, List<String> commands, String text) {
        return new FindingBuilder(FindingKind.MISSING_TRACEPOINTS, severity).certainty(certainty).recordWith(commands)
                .lasting(facts.trace().firstNs(), facts.trace().lastNs()).says(text);
    }
}
