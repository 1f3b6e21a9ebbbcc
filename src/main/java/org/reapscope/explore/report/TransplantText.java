package org.reapscope.explore.report;

import java.io.IOException;

import org.reapscope.explore.compare.Transplant;

/** How a schedule fares on another kernel, for people to read, at most 100 columns wide. */
public final class TransplantText {

    private TransplantText() {}

    /**
     * Writes it.
     *
     * @param from the kernel that the schedule is from, as {@code 6.18 none}
     * @param to the kernel that it was tried on
     * @param steps the schedule's length
     */
    public static void write(Transplant transplant, String from, String to, int steps, Appendable out) throws IOException {
        Transplant.Difference d = transplant.difference();
        String skipped = transplant.skipped().isEmpty() ? ""
                : ", " + transplant.skipped().size() + " of them left out, for " + to + " does not have them";
        if (d == null) {
            MailLines.wrapped(out, to + ": all " + Numbers.count(steps) + " steps are the same" + skipped + ".");
            if (!transplant.endings().sentence().isEmpty()) {
                MailLines.wrapped(out, transplant.endings().sentence());
            }
            return;
        }
        MailLines.wrapped(out, to + ": the same for " + Numbers.count(d.at()) + " of " + Numbers.count(steps) + " steps" + skipped + ". Then " + d.task() + " "
                + switch (d.kind()) {
                    case NO_SUCH_TASK -> "is not there:";
                    case OTHER_STEP -> "is at another step:";
                    case WAITS -> "must wait:";
                    case OTHER_VALUES -> "does the same step with another result:";
                });
        side(out, from, d.from());
        side(out, to, d.to());
        if (!transplant.endings().sentence().isEmpty()) {
            MailLines.wrapped(out, transplant.endings().sentence());
        }
    }

    private static void side(Appendable out, String kernel, Transplant.Side side) throws IOException {
        MailLines.wrapped(out, "  on " + kernel + ": " + (side.function().isEmpty() ? "" : side.function() + " (" + side.path() + "), ")
                + side.sentence());
        for (String value : side.values()) {
            out.append("      ").append(value).append('\n');
        }
    }
}
