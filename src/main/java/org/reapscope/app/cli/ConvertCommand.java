package org.reapscope.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Kill;
import org.reapscope.app.picture.SheetPicture;
import org.reapscope.base.file.OutputFile;
import org.reapscope.base.job.Progress;
import org.reapscope.document.Samples;
import org.reapscope.document.settings.Theme;
import org.reapscope.export.Exhibit;
import org.reapscope.export.Exhibits;
import org.reapscope.export.Exporter;
import org.reapscope.export.RunTable;
import org.reapscope.export.Style;
import org.reapscope.export.Table;
import org.reapscope.export.picture.Sheet;
import org.reapscope.export.report.Handout;
import org.reapscope.export.report.HandoutHtml;
import org.reapscope.export.report.HandoutPdf;
import org.reapscope.kernel.Machine;
import org.reapscope.lesson.LessonFile;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.check.LessonCheck;
import org.reapscope.lesson.handout.Handouts;
import org.reapscope.picture.Palette;
import org.reapscope.run.FtraceWriter;
import org.reapscope.scenario.Scenario;
import org.reapscope.scenario.ScenarioSystem;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a capture or a run out of the program in another format. */
@Command(name = "convert", mixinStandardHelpOptions = true, description = {
    "Writes a capture, or the run of a scenario, in another format: a picture, a report, a table, a trace for other viewers.",
    "The format is that of the output's ending, or --to. The same input gives the same bytes."})
final class ConvertCommand implements Callable<Integer> {

    private static final String PNG = "png";
    private static final String FTRACE = "ftrace";
    private static final String CSV = "csv";
    private static final String HANDOUT = "handout";
    private static final int HANDOUT_WIDTH = 760;
    private static final String STEPS = "steps";

    /** What can be written, and how its files' names end. */
    private record Format(String id, String ending) {}

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Mixin
    private final ScheduleOptions schedule = new ScheduleOptions();

    @Option(names = "-o", paramLabel = "FILE", required = true, description = "The file to write.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(names = "--to", paramLabel = "FORMAT", description = "svg, pdf, png, html, perfetto, csv, json, excerpt, mail; ftrace of a scenario; handout of a scenario or lesson, as PDF or HTML; by the output's ending if not said.")
    private @Nullable String format;

    @Option(names = "--kill", paramLabel = "N", converter = WholeNumber.Size.class, description = "Which kill, from 1; the worst if not said, but all of them in a table.")
    private @Nullable Integer kill;

    @Option(names = "--from", paramLabel = "S", description = "First moment, in seconds of the trace's clock as ftrace prints them; the number that a clock without time printed.")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "S", description = "Last moment.")
    private @Nullable String until;

    @Option(names = "--tasks", paramLabel = "NAMES", split = ",", description = "Only these tasks, as in lmkd,3295.")
    private List<String> tasks = List.of();

    @Option(names = "--table", paramLabel = "TABLE", description = "For csv: findings (if not said), kills, events; steps for a scenario.")
    private String table = Table.FINDINGS.id();

    @Option(names = "--theme", description = "For pictures: ${COMPLETION-CANDIDATES}; light if not said.")
    private Theme theme = Theme.LIGHT;

    @Option(names = "--width", paramLabel = "PX", converter = WholeNumber.Width.class, description = "For pictures: 400 to 8000; 1400 if not said.")
    private int width = Style.WIDTH;

    @Option(names = "--scale", paramLabel = "N", converter = WholeNumber.Scale.class, description = "For png: 1 to 4 pixels for one of the width; 2 if not said.")
    private int scale = 2;

    @Override
    public Integer call() throws Exception {
        String wanted = format();
        OutputFile target = OutputFile.of(output, schedule.inputs(options.file()));
        if (options.isScenario() && LessonFile.isLesson(options.file()) || wanted.startsWith(HANDOUT)) {
            return handout(target);
        }
        Optional<OpenedTrace> opened = OpenedTrace.of(options, schedule);
        if (opened.isEmpty()) {
            System.err.println("reapscope: no schedule shows that");
            return ReapscopeCommand.NOT_SO;
        }
        try (OpenedTrace source = opened.get()) {
            target.write(bytes(wanted, source));
        }
        return 0;
    }

    /** The handout of a lesson, or of a scenario's run. */
    private int handout(OutputFile target) throws IOException {
        Path file = options.file();
        Handout handout;
        if (options.isScenario() && LessonFile.isLesson(file)) {
            Library library = Library.of(file, Samples.folder());
            handout = Handouts.of(LessonCheck.of(LessonFile.read(file), library, Progress.NONE), library);
        } else if (options.isScenario()) {
            Scenario scenario = options.scenario();
            Machine machine = ScenarioSystem.toStep(scenario).spec().build();
            Optional<int[]> path = schedule.path(scenario, machine);
            if (path.isEmpty()) {
                System.err.println("reapscope: no schedule shows that");
                return ReapscopeCommand.NOT_SO;
            }
            handout = Handouts.of(scenario, machine, path.get());
        } else {
            throw new IllegalArgumentException(options.shown() + ": a handout is made of a lesson or a scenario; for a capture use --to html");
        }
        Style style = new Style(Palette.named(theme.name().toLowerCase(Locale.ROOT)), HANDOUT_WIDTH, Table.FINDINGS);
        if (output.toString().endsWith(".pdf")) {
            target.write(HandoutPdf.bytes(handout, style));
        } else {
            StringBuilder text = new StringBuilder();
            HandoutHtml.write(handout, style, text);
            target.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        return 0;
    }

    private byte[] bytes(String wanted, OpenedTrace source) throws IOException, InterruptedException {
        OpenedTrace.Run run = source.run();
        boolean steps = wanted.equals(CSV) && table.equals(STEPS);
        if ((steps || wanted.equals(FTRACE)) && run == null) {
            throw new IllegalArgumentException(options.shown() + (steps ? ": a capture has no steps; name a scenario, or --table events"
                    : ": this is a capture already; use --to excerpt for a part of it"));
        }
        StringBuilder text = new StringBuilder();
        if (steps && run != null) {
            RunTable.write(run.machine(), run.path(), run.scenario().cpus(), text);
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
        if (wanted.equals(FTRACE) && run != null) {
            FtraceWriter.write(run.machine(), run.path(), run.scenario().cpus(), text);
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
        Exhibit exhibit = exhibit(source, wanted.equals(CSV));
        if (wanted.equals(CSV)) {
            table().leftOut(exhibit).ifPresent(what -> System.err.println("reapscope: " + what));
        }
        Palette palette = Palette.named(theme.name().toLowerCase(Locale.ROOT));
        if (wanted.equals(PNG)) {
            return SheetPicture.png(new Sheet(exhibit.sheet(), palette, width, scale));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Exporter.named(wanted).orElseThrow().write(exhibit, new Style(palette, width, table()), bytes);
        return bytes.toByteArray();
    }

    private Table table() {
        return Stream.of(Table.values()).filter(t -> t.id().equals(table) || table.equals(STEPS)).findFirst().orElseThrow(() ->
                new IllegalArgumentException("--table " + table + ": no such table; there are events, findings, kills, and steps of a scenario"));
    }

    /** @param all whether everything is meant where nothing was chosen, rather than the worst kill */
    private Exhibit exhibit(OpenedTrace source, boolean all) {
        Lanes lanes = Lanes.of(source.trace(), Progress.NONE);
        Analysis analysis = source.analysis(lanes);
        if (all && kill == null && from == null && until == null) {
            return source.exhibit(new Exhibits.Wish(null, source.trace().firstNs(), source.trace().lastNs() + 1, tasks), lanes, analysis);
        }
        return source.exhibit(new Exhibits.Wish(kill == null ? null : kill(analysis.kills(), kill),
                from == null ? null : at(source.trace(), "--from", from), until == null ? null : at(source.trace(), "--until", until), tasks), lanes, analysis);
    }

    private static Kill kill(List<Kill> kills, int number) {
        if (number < 1 || number > kills.size()) {
            throw new IllegalArgumentException("--kill " + number + ": " + (kills.isEmpty() ? "nobody is killed here" : "there are kills 1 to " + kills.size()));
        }
        return kills.get(number - 1);
    }

    private static long at(Trace trace, String option, String typed) {
        boolean time = trace.source().clock().tellsTime();
        try {
            return new java.math.BigDecimal(typed).movePointRight(time ? 9 : 0).longValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            throw new IllegalArgumentException(option + " " + typed + (time ? ": expected seconds, as in 346.439803"
                    : ": expected a whole number, since the clock of this capture tells no time"));
        }
    }

    /** The format that was named, or that of the output's ending: the longest that fits. */
    private String format() {
        String name = output.getFileName().toString();
        List<Format> formats = new ArrayList<>(List.of(new Format(PNG, "png"), new Format(FTRACE, "ftrace.txt"),
                new Format(HANDOUT, "handout.pdf"), new Format(HANDOUT, "handout.html")));
        Exporter.all().forEach(exporter -> formats.add(new Format(exporter.id(), exporter.ending())));
        Optional<Format> found = formats.stream().filter(f -> format != null ? f.id.equals(format) : name.endsWith("." + f.ending))
                .max(Comparator.comparingInt(f -> f.ending.length()));
        return found.map(Format::id).orElseThrow(() -> new IllegalArgumentException((format != null ? "--to " + format : output.toString())
                + ": no such format; there are " + formats.stream().map(f -> f.id + " (." + f.ending + ")")
                        .sorted().collect(Collectors.joining(", "))));
    }
}
