package org.reapscope.app;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.reapscope.settings.Theme;
import org.reapscope.view.picture.Shot;
import org.reapscope.view.picture.WindowPicture;
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
    "FILE is a capture, a scenario, or the name of a sample that comes with the program."})
final class RenderCommand implements Callable<Integer> {

    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");

    @Parameters(paramLabel = "FILE", description = "What the window shows.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "-o", paramLabel = "PNG", required = true, description = "The picture to write.")
    @SuppressWarnings("NullAway.Init")
    private Path picture;

    @Option(names = "--size", paramLabel = "WxH", description = "Pixels, 1600x1000 if not said.")
    private String size = "1600x1000";

    @Option(names = "--theme", description = "One of ${COMPLETION-CANDIDATES}; dark if not said.")
    private Theme theme = Theme.DARK;

    @Option(names = "--at", paramLabel = "NS", description = "Where to put the cursor, in ns of the trace's clock.")
    private @Nullable Long at;

    @Option(names = "--text", paramLabel = "PERCENT", description = "Size of the text, 100 to 300.")
    private int text = 100;

    @Option(names = "--table", paramLabel = "TITLE", description = "Which table to show below a scenario's run, by the beginning of its title.")
    private String table = "";

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
            throw new ParameterException(spec.commandLine(), "--size " + size + ": expected pixels as in 1600x1000");
        }
        WindowPicture.render(new Shot(Samples.named(file), Integer.parseInt(pixels.group(1)), Integer.parseInt(pixels.group(2)),
                theme, text, at == null ? OptionalLong.empty() : OptionalLong.of(at), moment.moment(),
                new Shot.Room(presentation, spotlight, hideAnswers), table), picture);
        return 0;
    }
}
