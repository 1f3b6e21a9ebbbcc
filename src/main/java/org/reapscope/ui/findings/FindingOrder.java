package org.reapscope.ui.findings;

import java.util.Comparator;

import org.reapscope.analysis.Finding;
import org.reapscope.picture.FirstLook;

/** How findings are sorted. */
public enum FindingOrder {
    /** As they happened. */
    TIME(Comparator.comparingLong(Finding::startNs).thenComparing(Finding::severity, Comparator.reverseOrder())),
    /** What matters most first; of what matters alike, what is about the recording last. */
    SEVERITY(Comparator.comparing(Finding::severity).reversed().thenComparing(FirstLook::ofTheRecording).thenComparingLong(Finding::startNs)),
    /** What is certain first. */
    CERTAINTY(Comparator.comparing(Finding::certainty).thenComparingLong(Finding::startNs)),
    /** Alike beside alike. */
    TEXT(Comparator.comparing(Finding::text));

    private final Comparator<Finding> comparator;

    FindingOrder(Comparator<Finding> comparator) {
        this.comparator = comparator;
    }

    Comparator<Finding> comparator() {
        return comparator;
    }
}
