package org.reapscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.AnalysisJson;
import org.reapscope.analysis.AnalysisText;
import org.reapscope.base.job.Progress;
import org.reapscope.document.Samples;
import org.reapscope.document.session.ExcerptFolder;
import org.reapscope.document.session.Session;
import org.reapscope.document.session.SessionFile;
import org.reapscope.document.settings.ConfigFolder;
import org.reapscope.trace.Lines;
import org.reapscope.trace.Trace;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a capture shows. */
@Command(name = "analyze", mixinStandardHelpOptions = true, description = {
    "Prints every kill of a capture and what was found about it.",
    "Reads ftrace text in all its dialects, systrace pages, trace-cmd report and perf script text, and gzip of any; from files and pipes."})
final class AnalyzeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The capture, - for standard input, or the name of one that comes with the program.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--json", description = "Print JSON for programs; times are integers in ns, unknown is null.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        print(Samples.named(file), json);
        return 0;
    }

    private static Path ofSession(Path session) throws IOException {
        Session.Source source = SessionFile.read(session).source();
        return SessionFile.captureOrExcerpt(session, source, new ExcerptFolder(ConfigFolder.ofThisUser()))
                .orElseThrow(() -> new FileSystemException(session.toString(), null, "its capture " + source.name() + " is not beside it; put it there"));
    }

    /** Analyses a capture, or that of a session, to standard output. */
    static void print(Path file, boolean json) throws Exception {
        Trace trace = Captures.open(SessionFile.named(file) ? ofSession(file) : file);
        try (Lines _ = trace.lines()) {
            Analysis analysis = Analysis.of(trace, Lanes.of(trace, Progress.NONE), Progress.NONE);
            PrintWriter out = Output.toTerminal(json);
            if (json) {
                AnalysisJson.write(analysis, out);
            } else {
                AnalysisText.write(analysis, out);
            }
            out.flush();
        }
    }
}
