package org.reapscope.explore.report;

import java.util.Locale;

import org.reapscope.explore.graph.Lamp;

/** Lamps in words and signs. */
public final class LampText {

    private static final double SMALLEST = 0.001;

    private LampText() {}

    /** One word. */
    public static String word(Lamp lamp) {
        return switch (lamp) {
            case CERTAIN -> "certain";
            case POSSIBLE -> "possible";
            case IMPOSSIBLE -> "impossible";
            case UNKNOWN -> "unknown";
        };
    }

    /** Filled, half filled, empty, a question mark: so that no colour is needed. */
    public static String sign(Lamp lamp) {
        return switch (lamp) {
            case CERTAIN -> "\u25cf";
            case POSSIBLE -> "\u25d0";
            case IMPOSSIBLE -> "\u25cb";
            case UNKNOWN -> "?";
        };
    }

    /** How a row stands at a depth: sign, word, and probability while it is open. */
    public static String now(LampRow row, int depth) {
        Lamp lamp = row.at(depth);
        String chance = lamp == Lamp.POSSIBLE ? chance(row.chance(depth)) : "";
        return sign(lamp) + " " + word(lamp) + (chance.isEmpty() ? "" : ", " + chance);
    }

    /** Whether a lamp is bad news or good. */
    public static Tone tone(Lamp lamp, String property) {
        return Tone.of(lamp, property);
    }

    /** What the step that settled it did: {@code from here on -ESRCH returned cannot be avoided}. */
    public static String settled(Lamp lamp, String property) {
        String title = PropertyText.title(property);
        return switch (lamp) {
            case CERTAIN -> "from here on \u201c" + title + "\u201d cannot be avoided";
            case POSSIBLE -> "\u201c" + title + "\u201d is still open";
            case IMPOSSIBLE -> "\u201c" + title + "\u201d cannot happen any more";
            case UNKNOWN -> "nobody knows whether \u201c" + title + "\u201d can happen";
        };
    }

    /** {@code P 0.25}, {@code P < 0.001}; empty for NaN. */
    public static String chance(double chance) {
        if (Double.isNaN(chance)) {
            return "";
        }
        return chance > 0 && chance < SMALLEST ? "P < 0.001" : chance < 1 && chance > 1 - SMALLEST ? "P > 0.999"
                : String.format(Locale.ROOT, chance == 0 || chance == 1 ? "P %.0f" : "P %.3f", chance);
    }
}
