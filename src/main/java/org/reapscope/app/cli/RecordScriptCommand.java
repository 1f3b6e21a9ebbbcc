package org.reapscope.app.cli;

import java.util.concurrent.Callable;

import org.reapscope.analysis.RecordScript;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints a shell script that records what Reapscope reads. */
@Command(name = "record-script", mixinStandardHelpOptions = true, description = {
    "Prints a shell script that records a capture with every tracepoint that the analysis needs,",
    "in a tracefs instance of its own; run it as root."})
final class RecordScriptCommand implements Callable<Integer> {

    @Option(names = "--every-rss-stat", description = "Record every rss_stat event instead of whole MiB only: exact, but many.")
    private boolean everyRssStat;

    @Override
    public Integer call() {
        System.out.print(RecordScript.script(everyRssStat));
        return 0;
    }
}
