package org.reapscope.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Kill;
import org.reapscope.app.picture.Formats;
import org.reapscope.base.file.OutputFile;
import org.reapscope.base.job.Progress;
import org.reapscope.document.DocumentKind;
import org.reapscope.document.Samples;
import org.reapscope.document.settings.Theme;
import org.reapscope.export.Document;
import org.reapscope.export.Exhibits;
import org.reapscope.export.Exporter;
import org.reapscope.export.Style;
import org.reapscope.export.Table;
import org.reapscope.lesson.LessonFile;
import org.reapscope.lesson.Library;
import org.reapscope.lesson.check.LessonCheck;
import org.reapscope.lesson.handout.Handouts;
import org.reapscope.picture.Palette;
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

    private static final String CSV = "csv";

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Mixin
    private final ScheduleOptions schedule = new ScheduleOptions();

    @Option(names = "-o", paramLabel = "FILE", required = true, description = "The file to write.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(names = "--to", paramLabel = "FORMAT", completionCandidates = Candidates.Written.class, description = {"By the output's ending if not said; one of", "${COMPLETION-CANDIDATES}.", "ftrace is made of scenarios, handouts of scenarios and lessons."})
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
        Exporter wanted = format();
        OutputFile target = OutputFile.of(output, schedule.inputs(options.file()));
        if (options.kind() == DocumentKind.LESSON) {
            target.write(bytes(wanted, lesson()));
            return 0;
        }
        Optional<OpenedTrace> opened = OpenedTrace.of(options, schedule);
        if (opened.isEmpty()) {
            System.err.println("reapscope: no schedule shows that");
            return ReapscopeCommand.NOT_SO;
        }
        try (OpenedTrace source = opened.get()) {
            target.write(bytes(wanted, document(source, wanted.id().equals(CSV))));
        }
        return 0;
    }

    private Document lesson() throws IOException {
        Path file = options.file();
        Library library = Library.of(file, Samples.folder());
        return new Document.Pages(Handouts.of(LessonCheck.of(LessonFile.read(file), library, Progress.NONE), library));
    }

    private byte[] bytes(Exporter wanted, Document document) throws IOException, InterruptedException {
        if (!wanted.accepts(document.kind())) {
            throw new IllegalArgumentException(options.shown() + " is " + document.kind().title() + ", of which no " + wanted.id() + " is made; there are "
                    + names(Formats.of(document.kind())));
        }
        Style style = new Style(Palette.named(theme.name().toLowerCase(Locale.ROOT)), width, scale, table());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        wanted.write(document, style, bytes);
        wanted.leftOut(document, style).ifPresent(what -> System.err.println("reapscope: " + what));
        return bytes.toByteArray();
    }

    private Table table() {
        return Stream.of(Table.values()).filter(t -> t.id().equals(table)).findFirst().orElseThrow(() -> new IllegalArgumentException("--table "
                + table + ": no such table; there are events, findings, kills, and steps of a scenario"));
    }

    /** @param all whether everything is meant where nothing was chosen, rather than the worst kill */
    private Document document(OpenedTrace source, boolean all) {
        Lanes lanes = Lanes.of(source.trace(), Progress.NONE);
        Analysis analysis = source.analysis(lanes);
        if (all && kill == null && from == null && until == null) {
            return source.document(new Exhibits.Wish(null, source.trace().firstNs(), source.trace().lastNs() + 1, tasks), lanes, analysis);
        }
        return source.document(new Exhibits.Wish(kill == null ? null : kill(analysis.kills(), kill),
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
    private Exporter format() {
        Optional<Exporter> found = format == null ? Formats.ending(output.getFileName().toString(), Formats.all()) : Formats.named(format);
        return found.orElseThrow(() -> new IllegalArgumentException((format != null ? "--to " + format : output.toString())
                + ": no such format; there are " + names(Formats.all())));
    }

    private static String names(List<Exporter> formats) {
        return formats.stream().map(f -> f.id() + " (." + f.ending() + ")").sorted().collect(Collectors.joining(", "));
    }
}
