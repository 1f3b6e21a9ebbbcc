package org.reapscope.analysis.detector;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.reapscope.analysis.Detector;
import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Figures;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingBuilder;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.RecordScript;
import org.reapscope.analysis.Severity;
import org.reapscope.trace.Tracepoint;

/** The recorder lost events: what is missing may change any verdict. */
public final class LostEventsDetector implements Detector {

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.LOST_EVENTS);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.noneOf(Tracepoint.class);
    }

    @Override
    public String question() {
        return "whether events were lost";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        long lost = facts.trace().lost();
        if (lost > 0) {
            findings.accept(new FindingBuilder(FindingKind.LOST_EVENTS, Severity.WARNING)
                    .lasting(facts.trace().firstNs(), facts.trace().lastNs())
                    .recordWith(List.of(RecordScript.LARGER_BUFFER))
                    .says("The recorder lost " + Figures.count(lost, "event") + " beside the " + facts.trace().size()
                            + " it kept, so what is said here may lack a step; a larger buffer keeps more."));
        }
    }
}
