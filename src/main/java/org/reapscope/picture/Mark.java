package org.reapscope.picture;

import org.reapscope.analysis.Severity;

/**
 * Something that must be seen at any zoom.
 *
 * @param ns when
 * @param task whose lane shows it; -1 for a mark over all lanes
 * @param shape how it looks
 * @param severity the more severe of two marks on one pixel wins
 * @param text what a label says
 * @param row where in the trace it leads, -1 if nowhere
 */
public record Mark(long ns, int task, Shape shape, Severity severity, String text, int row) {

    /** How a mark looks; never colour alone. */
    public enum Shape {
        /** A flag over the lanes: -ESRCH, or a property of a run that begins to hold. */
        FLAG,
        /** A dashed line over the lanes: another run goes another way. */
        PARTING,
        /** Two walkers met. */
        DIAMOND,
        /** Anything else. */
        TRIANGLE
    }
}
