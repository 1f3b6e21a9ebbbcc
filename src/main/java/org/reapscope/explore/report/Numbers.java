package org.reapscope.explore.report;

import java.util.Locale;

import org.reapscope.base.words.Digits;

/** Numbers as people read them. */
final class Numbers {

    private Numbers() {}

    /** With separators: {@code 1,416}. */
    static String count(long number) {
        return Digits.grouped(number);
    }

    /** Three digits that matter: {@code 12.3 %}, {@code 0.0321 %}; 0 and 100 only where they are exact. */
    static String percent(double share) {
        if (share == 0 || share == 1) {
            return share == 0 ? "0 %" : "100 %";
        }
        double percent = share * 100;
        if (percent < 0.01 || percent > 99.99) {
            return percent < 1 ? String.format(Locale.ROOT, "%.0e %%", percent) : "> 99.99 %";
        }
        return String.format(Locale.ROOT, percent < 1 ? "%.2f %%" : "%.1f %%", percent);
    }

    /** A plain number without needless digits. */
    static String plain(double value) {
        return Math.abs(value - Math.rint(value)) < 1e-9 ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.4g", value);
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.1f s", seconds);
    }
}
