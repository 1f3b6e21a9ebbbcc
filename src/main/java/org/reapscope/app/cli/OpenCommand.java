package org.reapscope.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.reapscope.app.window.Display;
import org.reapscope.app.window.ReapscopeApplication;
import org.reapscope.document.Samples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the window; where there is no display, does without. */
@Command(name = "open", mixinStandardHelpOptions = true, description = {
    "Opens files in the window; the first sample if none is named.",
    "Where there is no display, prints the analysis of the first file and writes a picture of the window."})
final class OpenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Captures, /proc maps or smaps snapshots, sessions, scenarios, lessons, or names of samples; - for standard input.")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws Exception {
        List<Path> opened = files.isEmpty() ? Samples.first().map(List::of).orElse(List.of()) : named();
        if (Display.isThere()) {
            ReapscopeApplication.open(opened);
        } else if (opened.isEmpty()) {
            System.err.println("reapscope: there is no display (DISPLAY is not set), and no capture to analyse; name one");
            return ReapscopeCommand.WRONG_INPUT;
        } else {
            WithoutDisplay.open(opened.getFirst());
        }
        return 0;
    }

    private List<Path> named() throws IOException {
        List<Path> named = new ArrayList<>();
        for (Path file : files) {
            named.add(file.toString().equals("-") ? file : Samples.named(file));
        }
        return named;
    }
}
