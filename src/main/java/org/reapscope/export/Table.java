package org.reapscope.export;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.ClockFigures;
import org.reapscope.analysis.Figures;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.sentence.EventSentences;
import org.reapscope.base.words.Digits;
import org.reapscope.export.picture.Sheet;
import org.reapscope.trace.Trace;

/** The tables of values that an exhibit has. Times are in ns of the trace's clock; what is not known is an empty cell. */
public enum Table {
    /** Every event of the span, with its original line. */
    EVENTS {
        @Override
        void rows(Document.Drawn document, Csv csv) throws IOException {
            Exhibit exhibit = document.exhibit();
            Trace trace = exhibit.trace();
            EventSentences sentences = new EventSentences(trace, exhibit.lanes(), exhibit.analysis().kills());
            csv.row(List.of("row", unit(exhibit), "cpu", "task", "tid", "tgid", "event", "says", "line"));
            for (int row = exhibit.fromRow(); row < exhibit.toRow(); row++) {
                csv.row(List.of(row + 1, trace.tsNs(row), trace.cpu(row), trace.taskOf(row).comm(), trace.taskOf(row).tid(),
                        trace.taskOf(row).tgid(), trace.eventName(row), sentences.of(row).happened(), trace.line(row)));
            }
        }
    },
    /** What the detectors found in the span. */
    FINDINGS {
        @Override
        void rows(Document.Drawn document, Csv csv) throws IOException {
            Exhibit exhibit = document.exhibit();
            Trace trace = exhibit.trace();
            csv.row(List.of("kind", "severity", "certainty", "start_" + unit(exhibit), "end_" + unit(exhibit), "tasks", "text", "commands", "rows"));
            for (Finding f : exhibit.analysis().findings()) {
                if (within(f, exhibit)) {
                    csv.row(List.of(f.kind().id(), f.severity().id(), f.certainty().id(), f.startNs(), f.endNs(),
                            f.tasks().stream().map(task -> trace.tasks().get(task).label()).collect(Collectors.joining(" ")), f.text(), String.join("; ", f.commands()),
                            f.rows().stream().map(row -> Integer.toString(row + 1)).collect(Collectors.joining(" "))));
                }
            }
        }
    },
    /** What became of every process that was killed. */
    KILLS {
        @Override
        void rows(Document.Drawn document, Csv csv) throws IOException {
            Exhibit exhibit = document.exhibit();
            csv.row(List.of("victim", "tgid", "effect", "signal", "threads", "threads_known", "by", "oom", "killed_" + unit(exhibit), "mm_null_" + unit(exhibit),
                    "torn_down_" + unit(exhibit), "torn_down_by", "window_" + unit(exhibit), "trapped_" + unit(exhibit), "mrelease_results"));
            for (Kill kill : exhibit.kills()) {
                csv.row(List.of(kill.comm(), kill.tgid(), kill.effect().id(), kill.signal(), kill.threads().size(), kill.threadsKnown(), kill.by(), kill.oom(), kill.killed().ns(),
                        ns(kill.mmNull()), ns(kill.tornDown()), kill.teardown() == null ? "" : kill.teardown().label(),
                        known(kill.windowNs()), known(kill.trappedNs()),
                        kill.reaps().stream().map(reap -> String.valueOf(known(reap.ret()))).collect(Collectors.joining(" "))));
            }
        }
    },
    /** Every step of a run. */
    STEPS {
        @Override
        void rows(Document.Drawn document, Csv csv) throws IOException {
            switch (document) {
                case Document.Run run -> run.run().steps(csv);
                case Document.Capture _ -> throw noSuch(document, "steps; name a scenario, or --table events");
            }
        }
    };

    /** As on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What of the whole trace the table leaves out, as a sentence; nothing if it is whole. */
    public Optional<String> leftOut(Exhibit exhibit) {
        Sheet.Content sheet = exhibit.sheet();
        String span = " from " + Figures.clock(sheet.startNs()) + " to " + Figures.clock(sheet.endNs()) + " s";
        return switch (this) {
            case EVENTS -> some(exhibit.toRow() - exhibit.fromRow(), exhibit.trace().size(), "events", span);
            case FINDINGS -> some((int) exhibit.analysis().findings().stream().filter(f -> within(f, exhibit)).count(),
                    exhibit.analysis().findings().size(), "findings", span);
            case KILLS -> some(exhibit.kills().size(), exhibit.analysis().kills().size(), "kills", "");
            case STEPS -> Optional.empty();
        };
    }

    private static Optional<String> some(int written, int all, String what, String where) {
        return written == all ? Optional.empty() : Optional.of("The table has " + Digits.grouped(written) + " of " + Digits.grouped(all) + " " + what + where + ".");
    }

    private static boolean within(Finding finding, Exhibit exhibit) {
        return finding.endNs() >= exhibit.sheet().startNs() && finding.startNs() <= exhibit.sheet().endNs();
    }

    abstract void rows(Document.Drawn document, Csv csv) throws IOException;

    /**
     * Writes the table, with a line of column names first.
     *
     * @throws IllegalArgumentException if the document has none; says so
     */
    public void write(Document document, Appendable out) throws IOException {
        switch (document) {
            case Document.Drawn drawn -> rows(drawn, new Csv(out));
            case Document.Pages _ -> throw noSuch(document, id());
        }
    }

    private static IllegalArgumentException noSuch(Document document, String what) {
        return new IllegalArgumentException(document.kind().title() + " has no " + what);
    }

    /** What times are in. */
    private static String unit(Exhibit exhibit) {
        return ClockFigures.of(exhibit.trace()).unit();
    }

    private static Object ns(@Nullable Moment moment) {
        return moment == null ? "" : moment.ns();
    }

    private static Object known(@Nullable Long value) {
        return value == null ? "" : value;
    }
}
