package org.reapscope.explore.report;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** A schedule made smaller, for people to read, at most 100 columns wide. */
public final class MinimisedText {

    private MinimisedText() {}

    /** Writes it. */
    public static void write(Minimised minimised, Appendable out) throws IOException {
        Shown own = minimised.own();
        out.append(minimised.property()).append(" in ").append(minimised.scenario().id()).append('\n');
        out.append("yours ").append(sizes(own)).append("; made smaller ").append(sizes(minimised.smaller()));
        if (minimised.shortest() != null && minimised.fewestPreemptions() != null) {
            out.append("; best ").append(sizes(minimised.shortest()));
            out.append(minimised.shortest().witness().equals(minimised.fewestPreemptions().witness()) ? ""
                    : " and " + sizes(minimised.fewestPreemptions()));
        }
        out.append("   (steps / preemptions)\n");
        if (own.decision() != null) {
            MailLines.wrapped(out, "Yours is decided by step " + decision(own.decision()));
        }
        shown(out, "yours, made smaller", minimised.smaller());
        shown(out, "shortest", minimised.shortest());
        shown(out, "fewest preemptions", minimised.fewestPreemptions());
        Shown contrast = minimised.contrast();
        if (contrast != null && contrast.decision() != null) {
            shown(out, "nearest schedule without " + minimised.property(), contrast);
            MailLines.wrapped(out, "  the same as yours until step " + (contrast.decision().step() - 1)
                    + ", then instead: step " + decision(contrast.decision()));
        }
    }

    private static void shown(Appendable out, String what, @Nullable Shown shown) throws IOException {
        if (shown != null) {
            out.append('\n').append(what).append(": ").append(ReportWords.steps(shown.witness())).append('\n');
            MailLines.schedule(out, shown.schedule());
        }
    }

    private static String decision(Shown.Decision decision) {
        return decision.step() + ", " + decision.task() + " in " + decision.function() + " (" + decision.id() + "): "
                + decision.sentence();
    }

    private static String sizes(Shown shown) {
        return Numbers.count(shown.witness().steps()) + " / " + shown.witness().preemptions();
    }
}
