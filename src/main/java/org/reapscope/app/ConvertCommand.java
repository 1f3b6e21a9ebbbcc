package org.reapscope.app;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Kill;
import org.reapscope.export.Exhibit;
import org.reapscope.export.Exporter;
import org.reapscope.export.Style;
import org.reapscope.export.Table;
import org.reapscope.job.Progress;
import org.reapscope.paint.Palette;
import org.reapscope.settings.AtomicFile;
import org.reapscope.settings.Theme;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.viewmodel.timeline.Exhibits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a capture or a run out of the program in another format. */
@Command(name = "convert", mixinStandardHelpOptions = true, description = {
    "Writes a capture, or the run of a scenario, in another format: a picture, a report, a table, a trace for other viewers.",
    "The format is that of the output's ending, or --to. The same input gives the same bytes."})
final class ConvertCommand implements Callable<Integer> {

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Mixin
    private final ScheduleOptions schedule = new ScheduleOptions();

    @Option(names = "-o", paramLabel = "FILE", required = true, description = "The file to write.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(names = "--to", paramLabel = "FORMAT", description = "svg, pdf, png, html, perfetto, csv, json, excerpt, mail, ftrace; by the output's ending if not said.")
    private @Nullable String format;

    @Option(names = "--kill", paramLabel = "N", description = "Which kill, from 1; the worst if not said.")
    private @Nullable Integer kill;

    @Option(names = "--from", paramLabel = "S", description = "First moment, in seconds of the trace's clock as ftrace prints them.")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "S", description = "Last moment.")
    private @Nullable String until;

    @Option(names = "--tasks", paramLabel = "NAMES", split = ",", description = "Only these tasks, as in lmkd,3295.")
    private List<String> tasks = List.of();

    @Option(names = "--table", paramLabel = "TABLE", description = "For csv: ${COMPLETION-CANDIDATES}; findings if not said.")
    private Table table = Table.FINDINGS;

    @Option(names = "--theme", description = "For pictures: ${COMPLETION-CANDIDATES}; light if not said.")
    private Theme theme = Theme.LIGHT;

    @Option(names = "--width", paramLabel = "PX", description = "For pictures: 400 to 8000; 1400 if not said.")
    private int width = Style.WIDTH;

    @Override
    public Integer call() throws Exception {
        Exporter exporter = exporter();
        if (width < 400 || width > 8000) {
            throw new IllegalArgumentException("--width " + width + ": expected 400 to 8000");
        }
        Optional<OpenedTrace> opened = OpenedTrace.of(options, schedule);
        if (opened.isEmpty()) {
            System.err.println("reapscope: no schedule shows that");
            return ReapscopeCommand.NOT_SO;
        }
        try (OpenedTrace source = opened.get()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            exporter.write(exhibit(source), new Style(Palette.named(theme.name().toLowerCase(Locale.ROOT)), width, table), bytes);
            AtomicFile.write(output, bytes.toByteArray());
        }
        return 0;
    }

    private Exhibit exhibit(OpenedTrace source) {
        Trace trace = source.trace();
        Lanes lanes = Lanes.of(trace, Progress.NONE);
        Analysis analysis = Analysis.of(trace, lanes, Progress.NONE);
        return Exhibits.of(lanes, analysis, new Exhibits.Wish(kill == null ? null : kill(analysis.kills(), kill),
                from == null ? null : ns("--from", from), until == null ? null : ns("--until", until), tasks, source.run()));
    }

    private static Kill kill(List<Kill> kills, int number) {
        if (number < 1 || number > kills.size()) {
            throw new IllegalArgumentException("--kill " + number + ": " + (kills.isEmpty() ? "nobody is killed here" : "there are kills 1 to " + kills.size()));
        }
        return kills.get(number - 1);
    }

    private static long ns(String option, String seconds) {
        try {
            return new java.math.BigDecimal(seconds).movePointRight(9).longValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            throw new IllegalArgumentException(option + " " + seconds + ": expected seconds, as in 346.439803");
        }
    }

    private Exporter exporter() {
        String name = output.getFileName().toString();
        Optional<Exporter> wanted = format != null ? Exporter.named(format)
                : Exporter.all().stream().filter(exporter -> name.endsWith("." + exporter.ending()))
                        .max((a, b) -> a.ending().length() - b.ending().length());
        return wanted.orElseThrow(() -> new IllegalArgumentException((format != null ? "--to " + format : output.toString())
                + ": no such format; there are " + Exporter.all().stream().map(e -> e.id() + " (." + e.ending() + ")")
                        .collect(Collectors.joining(", "))));
    }
}
