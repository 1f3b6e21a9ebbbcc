package org.reapscope.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens the window. */
@Command(name = "open", mixinStandardHelpOptions = true, description = "Opens files in the window; the first sample if none is named.")
final class OpenCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "Captures, /proc maps or smaps snapshots, .reapscope.json sessions.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        List<Path> opened = files.isEmpty() ? Samples.first().map(List::of).orElse(List.of()) : files;
        System.out.println(opened);
        return 0;
    }
}
