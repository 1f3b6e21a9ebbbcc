package org.reapscope.analysis;

import java.util.Set;
import java.util.function.Consumer;

import org.reapscope.trace.Tracepoint;

/**
 * Finds one phenomenon (kernel-model section 4) in any trace. A detector is one class with a constructor without
 * arguments in {@code org.reapscope.analysis.detector}, found there by {@link Detectors}.
 *
 * <p>Detectors keep no state, say only what the events show or what follows from them, and give the same findings in
 * the same order for the same trace. Together they are linear in the trace: none looks at all of it for each kill.
 */
public interface Detector {

    /** The kinds of finding it can give. */
    Set<FindingKind> kinds();

    /** The tracepoints that it reads: it stays silent where all are missing, and says less where some are. */
    Set<Tracepoint> reads();

    /** The question that it answers, for the report on missing tracepoints: "who held mmap_lock". */
    String question();

    /** Hands every finding to {@code findings}, in any order. */
    void detect(Facts facts, Consumer<Finding> findings);
}
