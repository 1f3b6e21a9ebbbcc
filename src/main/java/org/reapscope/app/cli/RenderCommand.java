package org.reapscope.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.reapscope.app.window.Shot;
import org.reapscope.app.window.WindowPicture;
import org.reapscope.base.file.OutputFile;
import org.reapscope.base.job.Progress;
import org.reapscope.document.DocumentKind;
import org.reapscope.document.Samples;
import org.reapscope.document.settings.Theme;
import org.reapscope.export.Exhibit;
import org.reapscope.export.Exhibits;
import org.reapscope.export.RunExhibit;
import org.reapscope.export.picture.Sheet;
import org.reapscope.picture.Palette;
import org.reapscope.run.KernelRun;
import org.reapscope.trace.lane.Lanes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws the window into a file. */
@Command(name = "render", mixinStandardHelpOptions = true, description = {
    "Draws the main window for a file into a PNG, without a display.",
    "FILE is a capture, a scenario, a lesson, or the name of a sample that comes with the program."})
final class RenderCommand implements Callable<Integer> {

    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{2,3})x([1-9]\\d{2,3})");

    @Parameters(paramLabel = "FILE", description = "What the window shows; - for standard input.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "-o", paramLabel = "PICTURE", required = true, description = "The picture to write: .png is the window, .svg and .pdf are the lanes alone, as vectors.")
    @SuppressWarnings("NullAway.Init")
    private Path picture;

    @Option(names = "--size", paramLabel = "WxH", description = "Pixels, 1600x1000 if not said.")
    private String size = "1600x1000";

    @Option(names = "--theme", description = "One of ${COMPLETION-CANDIDATES}; dark if not said.")
    private Theme theme = Theme.DARK;

    @Option(names = "--at", paramLabel = "NS", description = "Where to put the cursor, in ns of the trace's clock.")
    private @Nullable Long at;

    @Option(names = "--text", paramLabel = "PERCENT", converter = WholeNumber.TextPercent.class, description = "Size of the text, 100 to 300.")
    private int text = 100;

    @Option(names = "--table", paramLabel = "TITLE", description = "Which table to show below a scenario's run, by the beginning of its title.")
    private String table = "";

    @Option(names = "--page", paramLabel = "N", converter = WholeNumber.Size.class, description = "Which page of a lesson to show; 1 if not said.")
    private int page = 1;

    @Option(names = "--presentation", description = "As a room sees it: the picture alone over a caption, in large type.")
    private boolean presentation;

    @Option(names = "--spotlight", description = "With --presentation: dim what the present step has nothing to do with.")
    private boolean spotlight;

    @Option(names = "--hide-answers", description = "Do not tell what is still possible.")
    private boolean hideAnswers;

    @Mixin
    private final RunMomentOptions moment = new RunMomentOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Matcher pixels = SIZE.matcher(size);
        if (!pixels.matches()) {
            throw new ParameterException(spec.commandLine(), "--size " + size + ": expected pixels from 100x100 to 9999x9999, as in 1600x1000");
        }
        OutputFile target = OutputFile.of(picture, moment.inputs(Samples.lesson(Samples.named(file))));
        if (name().endsWith(".svg") || name().endsWith(".pdf")) {
            target.write(lanes(Samples.named(file), Integer.parseInt(pixels.group(1))));
            return 0;
        }
        target.write(WindowPicture.of(new Shot(Samples.lesson(Samples.named(file)), Integer.parseInt(pixels.group(1)), Integer.parseInt(pixels.group(2)),
                theme, text, at == null ? OptionalLong.empty() : OptionalLong.of(at), moment.moment(),
                new Shot.Room(presentation, spotlight, hideAnswers), table, page)));
        return 0;
    }

    private String name() {
        return String.valueOf(picture.getFileName());
    }

    /** The lanes alone, as vectors: of a capture, or of a scenario's run up to the moment. */
    private byte[] lanes(Path from, int width) throws IOException {
        return switch (DocumentKind.of(from)) {
            case SCENARIO, LESSON, SESSION -> {
                KernelRun run = moment.moment().of(from);
                yield drawn(RunExhibit.of(run.scenario(), run.machine(), run.stepper().path()).exhibit(), width);
            }
            case RUN -> drawn(RunOfSession.of(from).exhibit().exhibit(), width);
            case CAPTURE, SNAPSHOT -> {
                try (OpenedTrace opened = OpenedTrace.ofCapture(from)) {
                    Lanes lanes = Lanes.of(opened.trace(), Progress.NONE);
                    yield drawn(opened.document(Exhibits.Wish.ANY, lanes, opened.analysis(lanes)).exhibit(), width);
                }
            }
        };
    }

    private byte[] drawn(Exhibit exhibit, int width) throws IOException {
        Sheet.Content shown = exhibit.sheet();
        List<Sheet.Cursor> cursors = at == null ? List.of() : List.of(new Sheet.Cursor("A", at));
        Sheet sheet = new Sheet(new Sheet.Content(shown.picture(), shown.startNs(), shown.endNs(), shown.title(), shown.remarks(), cursors,
                shown.provenance()), Palette.named(theme.name().toLowerCase(Locale.ROOT)), width, 1);
        return name().endsWith(".pdf") ? sheet.pdf() : sheet.svg().getBytes(StandardCharsets.UTF_8);
    }
}
