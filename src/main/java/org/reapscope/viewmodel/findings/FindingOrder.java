package org.reapscope.viewmodel.findings;

import java.util.Comparator;

import org.reapscope.analysis.Finding;

/** How findings are sorted. */
public enum FindingOrder {
    /** As they happened. */
    TIME(Comparator.comparingLong(Finding::startNs).thenComparing(Finding::severity, Comparator.reverseOrder())),
    /** What matters most first. */
    SEVERITY(Comparator.comparing(Finding::severity).reversed().thenComparingLong(Finding::startNs));

    private final Comparator<Finding> comparator;

    FindingOrder(Comparator<Finding> comparator) {
        this.comparator = comparator;
    }

    Comparator<Finding> comparator() {
        return comparator;
    }
}
