package org.reapscope.explore.report;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.explore.Answer;
import org.reapscope.explore.Report;
import org.reapscope.explore.property.Property;
import org.reapscope.explore.witness.Witness;

/** An exploration for people to read, at most 100 columns wide: a table of verdicts, the bound, the schedules. */
public final class ExplorationText {

    private static final int WIDEST_PROPERTY = 44;

    private final ExplorationReport exploration;
    private final Appendable out;

    private ExplorationText(ExplorationReport exploration, Appendable out) {
        this.exploration = exploration;
        this.out = out;
    }

    /** Writes it. */
    public static void write(ExplorationReport exploration, double seconds, Appendable out) throws IOException {
        ExplorationText text = new ExplorationText(exploration, out);
        text.heading();
        text.table();
        MailLines.wrapped(out, bound(exploration, seconds));
        for (AnswerReport finding : exploration.findings()) {
            text.schedules(finding);
            text.avoiding(finding);
        }
    }

    private void heading() throws IOException {
        MailLines.wrapped(out, exploration.scenario().title());
        out.append(exploration.scenario().id());
        if (exploration.scenario().litmus().isEmpty()) {
            out.append(" on kernel ").append(exploration.scenario().profile().id())
                    .append(exploration.scenario().patches().isEmpty() ? ", no patches"
                            : " with " + String.join("+", exploration.scenario().patches()));
        }
        out.append("\n\n");
    }

    private void table() throws IOException {
        boolean sampled = exploration.report().method() == Report.Method.SAMPLED;
        TextTable table = new TextTable(WIDEST_PROPERTY, "property", "verdict", sampled ? "of the runs" : "chance", "shortest",
                "fewest preemptions");
        for (AnswerReport finding : exploration.findings()) {
            Answer answer = finding.answer();
            table.row(finding.property(), ReportWords.of(answer), answer.probability() == null ? "" : Numbers.percent(answer.probability()),
                    sizes(answer.shortest()), sizes(answer.fewestPreemptions()));
        }
        table.write(out);
        boolean schedules = exploration.findings().stream().anyMatch(f -> f.shortest() != null || f.fewestPreemptions() != null);
        boolean chances = exploration.findings().stream().anyMatch(f -> f.answer().probability() != null);
        String chance = chances && !sampled ? "Chance: at each step every task that can run is equally likely. " : "";
        out.append('\n');
        if (schedules || !chance.isEmpty()) {
            MailLines.wrapped(out, (chance + (schedules ? "Schedules: steps / preemptions." : "")).strip());
            out.append('\n');
        }
    }

    private static String sizes(@Nullable Witness witness) {
        return witness == null ? "" : Numbers.count(witness.steps()) + " / " + witness.preemptions();
    }

    private static String bound(ExplorationReport exploration, double seconds) {
        Report report = exploration.report();
        String sizes = ProvedBound.of(exploration.scenario()).words();
        String work = Numbers.count(report.states()) + " states, " + Numbers.count(report.transitions()) + " steps between them, "
                + Numbers.seconds(seconds) + ".";
        return switch (report.method()) {
            case EVERY_STATE -> "Proved for " + sizes + ": every schedule. " + work + because(report);
            case REDUCED -> "Proved for " + sizes
                    + ": every schedule, interleavings that make no difference left out. " + work + because(report);
            case PARTIAL -> "Not proved: " + report.why() + ". What was found is possible, the rest is unknown. " + work;
            case ENDED -> "So far: " + work + " Ended before all were found, so not proved. What was found is possible, the rest is unknown.";
            case PREEMPTION_BOUNDED -> "Preemption-bounded, " + report.why()
                    + ". What was found is possible, the rest is unknown. " + work;
            case SAMPLED -> capital(report.why()) + ". What was not seen is unknown. "
                    + Numbers.count(report.transitions()) + " steps, " + Numbers.seconds(seconds) + ".";
        };
    }

    private static String because(Report report) {
        return report.why().isEmpty() ? "" : " (" + report.why() + ")";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private void schedules(AnswerReport finding) throws IOException {
        List<Shown> causes = finding.causes();
        if (causes.size() > 1) {
            for (int k = 0; k < causes.size(); k++) {
                shown(finding.property() + ", cause " + (k + 1) + " of " + (causes.size() + finding.moreCauses()), causes.get(k));
            }
            if (finding.moreCauses() > 0) {
                out.append("\nand ").append(Integer.toString(finding.moreCauses())).append(" more; --witnesses ")
                        .append(Integer.toString(causes.size() + finding.moreCauses())).append(" shows them\n");
            }
            return;
        }
        String what = finding.property()
                + (finding.answer().property().kind() == Property.Kind.INEVITABLE ? ", where it happens" : "");
        Shown shortest = finding.shortest();
        Shown calm = finding.fewestPreemptions();
        if (shortest != null && calm != null && shortest.witness().equals(calm.witness())) {
            shown(what + ", shortest and fewest preemptions", shortest);
        } else {
            if (shortest != null) {
                shown(what + ", "
                        + (exploration.report().method() == Report.Method.SAMPLED ? "shortest that was seen" : "shortest"), shortest);
            }
            if (calm != null) {
                shown(what + ", fewest preemptions", calm);
            }
        }
    }

    private void avoiding(AnswerReport finding) throws IOException {
        ShownAvoidance around = finding.avoiding();
        if (around != null) {
            out.append('\n').append(finding.property()).append(", where it never happens: ").append(ReportWords.of(around.avoidance())).append('\n');
            MailLines.schedule(out, around.stem());
            if (around.avoidance().cycle() > 0) {
                out.append("  and then for ever\n");
                MailLines.schedule(out, around.cycle());
            }
        }
    }

    private void shown(String what, Shown shown) throws IOException {
        out.append('\n').append(what).append(": ").append(ReportWords.steps(shown.witness())).append('\n');
        MailLines.schedule(out, shown.schedule());
        Shown.Decision decision = shown.decision();
        if (decision != null) {
            MailLines.wrapped(out, "  decided by step " + decision.step() + ", " + decision.task() + " in " + decision.function() + " ("
                    + decision.id() + "): " + decision.sentence());
        }
    }
}
