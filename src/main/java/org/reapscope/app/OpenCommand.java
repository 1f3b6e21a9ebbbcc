package org.reapscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.reapscope.settings.AtomicFile;
import org.reapscope.settings.ConfigFolder;
import org.reapscope.view.picture.Shot;
import org.reapscope.view.picture.WindowPicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the window; where there is no display, does without. */
@Command(name = "open", mixinStandardHelpOptions = true, description = {
    "Opens files in the window; the first sample if none is named.",
    "Where there is no display, prints the analysis of the first file and writes a picture of the window."})
final class OpenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Captures, /proc maps or smaps snapshots, .reapscope.json sessions.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws Exception {
        List<Path> opened = files.isEmpty() ? Samples.first().map(List::of).orElse(List.of()) : files;
        if (Display.isThere()) {
            ReapscopeApplication.open(opened);
        } else if (opened.isEmpty()) {
            System.err.println("reapscope: there is no display (DISPLAY is not set), and no capture to analyse; name one");
            return ReapscopeCommand.WRONG_INPUT;
        } else {
            withoutDisplay(opened.getFirst());
        }
        return 0;
    }

    /** Writes among the settings alone: nobody who opens a file expects another one beside it, or in the folder where they are. */
    private static void withoutDisplay(Path file) throws Exception {
        System.out.println("There is no display (DISPLAY is not set): " + file + " is analysed here instead.\n");
        AnalyzeCommand.print(file, false);
        Path picture = ConfigFolder.ofThisUser().toAbsolutePath().resolve("reapscope-window.png");
        AtomicFile.write(picture, WindowPicture.of(Shot.of(file)));
        System.out.println("\nA picture of the window is in " + picture);
    }
}
