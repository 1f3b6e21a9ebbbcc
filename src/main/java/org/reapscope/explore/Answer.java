package org.reapscope.explore;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.witness.Avoidance;
import org.reapscope.explore.witness.Witness;

/**
 * The answer to one property.
 *
 * @param property the question
 * @param verdict whether what the property names happens; for {@code always(e)} and {@code after(s, e)} whether its
 *     opposite does
 * @param value the number, for {@code max}, {@code min}, {@code mean} and {@code P}; null if it is not known or there is none
 * @param probability of what the property names under the uniform scheduler; null where it was not computed
 * @param shortest a schedule with the fewest steps that shows it, then the fewest preemptions; null if it was not found
 * @param fewestPreemptions a schedule with the fewest preemptions that shows it, then the fewest steps; null likewise
 * @param avoiding for {@code inevitable(e)} a schedule that never comes to it; null if none was found
 */
public record Answer(Property property, Verdict verdict, @Nullable Double value, @Nullable Double probability,
        @Nullable Witness shortest, @Nullable Witness fewestPreemptions, @Nullable Avoidance avoiding) {

    /** An answer without a schedule that avoids anything. */
    public Answer(Property property, Verdict verdict, @Nullable Double value, @Nullable Double probability,
            @Nullable Witness shortest, @Nullable Witness fewestPreemptions) {
        this(property, verdict, value, probability, shortest, fewestPreemptions, null);
    }

    /** Whether the property, read as a demand, is met; null if it is a question for a number, or not known. */
    public @Nullable Boolean holds() {
        if (property.kind() == Property.Kind.INEVITABLE) {
            return avoiding != null || verdict == Verdict.NEVER ? Boolean.FALSE : verdict == Verdict.ALWAYS ? Boolean.TRUE : null;
        }
        if (!property.isVerdict() || verdict == Verdict.UNKNOWN) {
            return null;
        }
        return switch (property.kind()) {
            case REACH -> verdict != Verdict.NEVER;
            default -> verdict == Verdict.NEVER;
        };
    }
}
