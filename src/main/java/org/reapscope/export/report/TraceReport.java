package org.reapscope.export.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Figures;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.RecordScript;
import org.reapscope.analysis.sentence.EventSentence;
import org.reapscope.analysis.sentence.EventSentences;
import org.reapscope.export.Exhibit;
import org.reapscope.export.KillSummary;
import org.reapscope.export.Style;
import org.reapscope.export.TraceDiagram;
import org.reapscope.export.picture.Sheet;
import org.reapscope.trace.RejectedLines;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/**
 * A trace as one HTML file that opens offline and needs no script: where it is from, the lanes, each kill step by step in
 * words and as a diagram, the findings with the lines behind them, how it was recorded, and what was not understood.
 */
public final class TraceReport {

    /** More lines of one finding than these say nothing new. */
    private static final int MOST_LINES = 40;

    private final Exhibit exhibit;
    private final Trace trace;
    private final ClockFigures clock;
    private final EventSentences sentences;
    private final Html html;

    private TraceReport(Exhibit exhibit, Appendable out) {
        this.exhibit = exhibit;
        this.trace = exhibit.trace();
        this.clock = ClockFigures.of(trace);
        this.sentences = new EventSentences(trace, exhibit.lanes(), exhibit.analysis().kills());
        this.html = new Html(out);
    }

    /**
     * Writes the report.
     *
     * @throws IOException if the capture's lines cannot be read any more
     */
    public static void write(Exhibit exhibit, Style style, Appendable out) throws IOException {
        TraceReport report = new TraceReport(exhibit, out);
        report.html.begin(exhibit.sheet().title());
        report.head(style);
        report.kills();
        report.findings();
        report.recording();
        report.rejected();
        report.html.end();
    }

    private void head(Style style) {
        html.heading(1, exhibit.sheet().title());
        exhibit.sheet().provenance().forEach(html::dim);
        Sheet.Content sheet = exhibit.sheet();
        html.raw(new Sheet(new Sheet.Content(sheet.picture(), sheet.startNs(), sheet.endNs(), sheet.title(), sheet.remarks(), sheet.cursors(),
                List.of()), style.palette(), style.width(), 1).svg());
    }

    private void kills() {
        html.heading(2, Figures.count(exhibit.analysis().killed().size(), "kill"));
        if (exhibit.kills().size() < exhibit.analysis().kills().size()) {
            html.dim("The one shown above, step by step; then all of them in a line or two.");
        }
        for (Kill kill : exhibit.kills()) {
            html.heading(3, kill.victim() + ", at " + clock.momentInFull(kill.killed().ns()) + ": " + kill.fate());
            KillSummary.lines(trace, kill).forEach(html::paragraph);
            html.raw("<table>\n");
            for (int row : rows(kill)) {
                EventSentence sentence = sentences.of(row);
                html.row("time", clock.length(trace.tsNs(row) - kill.killed().ns()), "who", trace.taskOf(row).label(), "", sentence.spoken(),
                        "who dim", sentence.code());
            }
            html.raw("</table>\n");
            html.preformatted(TraceDiagram.of(trace, kill).toString().lines().toList());
        }
        if (exhibit.kills().size() < exhibit.analysis().kills().size()) {
            html.raw("<table>\n");
            for (Kill kill : exhibit.analysis().kills()) {
                html.row("time", clock.moment(kill.killed().ns()), "", String.join(" ", KillSummary.lines(trace, kill)));
            }
            html.raw("</table>\n");
        }
    }

    /** The events that play a part in a kill, in order. */
    private static Iterable<Integer> rows(Kill kill) {
        TreeSet<Integer> rows = new TreeSet<>();
        Stream<Moment> threads = kill.threads().stream().flatMap(t -> Stream.of(t.delivered(), t.exited(), t.mmNull()).filter(Objects::nonNull));
        Stream<Moment> reaps = kill.reaps().stream()
                .flatMap(r -> Stream.of(r.entered(), r.asked(), r.locked(), r.released(), r.exited()).filter(Objects::nonNull));
        Stream.concat(threads, reaps).forEach(moment -> rows.add(moment.row()));
        rows.add(kill.killed().row());
        var teardown = kill.teardown();
        if (teardown != null) {
            Stream.of(teardown.began(), teardown.unmapped(), teardown.writeAsked(), teardown.writeLocked(), teardown.done())
                    .filter(Objects::nonNull).forEach(moment -> rows.add(moment.row()));
        }
        return rows;
    }

    private void findings() throws IOException {
        List<Finding> findings = exhibit.analysis().findings();
        html.heading(2, Figures.count(findings.size(), "finding"));
        for (Finding finding : findings) {
            html.raw("<div class=\"finding " + finding.severity().id() + "\">\n<div><span class=\"tag\">").text(finding.severity().title())
                    .raw("</span> <b>").text(finding.kind().title()).raw("</b> <span class=\"dim\">").text("at " + clock.momentInFull(finding.startNs())
                            + (finding.endNs() > finding.startNs() ? ", for " + clock.length(finding.endNs() - finding.startNs()) : "")
                            + ", " + finding.certainty().title())
                    .raw("</span></div>\n").paragraph(finding.text());
            if (!finding.commands().isEmpty()) {
                html.preformatted(finding.commands());
            }
            if (!finding.rows().isEmpty()) {
                html.preformatted(lines(finding.rows()));
            }
            html.raw("</div>\n");
        }
    }

    private List<String> lines(List<Integer> rows) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int row : rows.subList(0, Math.min(MOST_LINES, rows.size()))) {
            lines.add(trace.line(row));
        }
        if (rows.size() > MOST_LINES) {
            lines.add("... and " + (rows.size() - MOST_LINES) + " more");
        }
        return lines;
    }

    private void recording() {
        html.heading(2, "How it was recorded");
        html.paragraph("Read as " + trace.source().format() + "; the clock's step is " + step()
                + ", so events of different CPUs that are closer than that may be in either order. "
                + (trace.lost() > 0 ? Figures.count(trace.lost(), "event") + " were lost by the recorder." : "The recorder lost no events that it told of."));
        trace.source().remarks().forEach(html::paragraph);
        html.paragraph("Tracepoints in it: " + trace.present().stream().filter(t -> t != Tracepoint.OTHER).map(Tracepoint::kernelName).sorted()
                .collect(Collectors.joining(", ")) + ".");
        html.raw("<details>\n<summary>A script that records everything these findings can use</summary>\n")
                .preformatted(RecordScript.script(true).lines().toList()).raw("</details>\n");
    }

    private String step() {
        return clock.clock().tellsTime() ? Figures.time(clock.resolution()) : clock.clock().steps(clock.resolution());
    }

    private void rejected() {
        html.heading(2, "What was not understood");
        if (trace.rejected().isEmpty()) {
            html.paragraph("Every line was understood.");
            return;
        }
        html.raw("<table>\n");
        for (RejectedLines.Reason reason : trace.rejected()) {
            html.row("time", Figures.count(reason.count(), "line"), "", reason.reason(), "who", "the first is line " + reason.lines().getFirst());
        }
        html.raw("</table>\n");
    }
}
