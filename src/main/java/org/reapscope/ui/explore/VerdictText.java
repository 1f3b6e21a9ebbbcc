package org.reapscope.ui.explore;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Verdict;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.report.LampText;
import org.reapscope.explore.report.PropertyText;
import org.reapscope.explore.report.Tone;
import org.reapscope.explore.witness.Witness;

/** Answers in words and signs. */
public final class VerdictText {

    private VerdictText() {}

    /** One word. */
    public static String word(Verdict verdict) {
        return switch (verdict) {
            case NEVER -> "never";
            case POSSIBLE -> "possible";
            case ALWAYS -> "always";
            case UNKNOWN -> "unknown";
        };
    }

    /** Empty, half filled, filled, a question mark: so that no colour is needed. */
    public static String sign(Verdict verdict) {
        return switch (verdict) {
            case NEVER -> "\u25cb";
            case POSSIBLE -> "\u25d0";
            case ALWAYS -> "\u25cf";
            case UNKNOWN -> "?";
        };
    }

    /** The answer to a question: sign and word, or the number that was asked for, and whether a demand is met. */
    public static String of(Answer answer) {
        Property property = answer.property();
        if (!property.isVerdict()) {
            Double value = answer.value();
            return value == null ? "? unknown" : number(value);
        }
        String text = sign(answer.verdict()) + " " + word(answer.verdict());
        Boolean holds = answer.holds();
        return property.kind() == Property.Kind.REACH || holds == null ? text
                : text + (holds ? ", so it holds" : ", so it does not hold");
    }

    /** Whether an answer is bad news; open where it is neither. */
    public static Tone tone(String property, Verdict verdict) {
        boolean good = PropertyText.good(property);
        return switch (verdict) {
            case NEVER -> good ? Tone.BAD : Tone.GOOD;
            case POSSIBLE, UNKNOWN -> Tone.OPEN;
            case ALWAYS -> good ? Tone.GOOD : Tone.BAD;
        };
    }

    /** {@code 0.25}, {@code 12}. */
    static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.3f", value);
    }

    /** {@code 0.25}, as probabilities are written; empty if unknown. */
    public static String chance(@Nullable Double chance) {
        return chance == null ? "" : LampText.chance(chance).replaceFirst("^P ", "");
    }

    /** {@code 21 steps, 5 preemptions}. */
    public static String of(Witness witness) {
        return BoundText.count(witness.steps(), "step") + ", " + BoundText.count(witness.preemptions(), "preemption");
    }
}
