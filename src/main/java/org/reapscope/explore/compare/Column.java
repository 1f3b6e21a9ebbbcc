package org.reapscope.explore.compare;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Report;

/**
 * What came out for one kernel.
 *
 * @param variant the kernel
 * @param refusal why nothing could be asked of it, as patches that contradict each other; empty if it could
 * @param report how the answers were found; null if nothing was asked
 * @param cells an answer for each property of the matrix, in its order
 */
public record Column(Variant variant, String refusal, @Nullable Report report, List<Cell> cells) {

    /** Keeps a copy. */
    public Column {
        cells = List.copyOf(cells);
    }

    static Column refused(Variant variant, String why, int properties) {
        return new Column(variant, why, null, java.util.Collections.nCopies(properties, Cell.refused(why)));
    }

    /** Whether "never" and "always" are proved here. */
    public boolean exact() {
        return report != null && report.exact();
    }

    /** Why nothing could be asked, if that is so. */
    public Optional<String> refusedBecause() {
        return refusal.isEmpty() ? Optional.empty() : Optional.of(refusal);
    }
}
