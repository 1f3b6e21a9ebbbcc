package org.reapscope.app.fuzz;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.AnalysisJson;
import org.reapscope.analysis.AnalysisText;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.LineTally;
import org.reapscope.trace.Lines;
import org.reapscope.trace.RejectedLines;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.format.Captures;
import org.reapscope.trace.lane.Lanes;

/** Captures as text: read, analysed by every detector, told as text and as JSON; every line is accounted for. */
final class CaptureKind implements Kind {

    private static final List<String> WORDS = Stream.concat(Stream.of(Tracepoint.values()).map(Tracepoint::kernelName), Stream.of(
            "<idle>-0", "<...>-", "=>", "<stack trace>", "CPU:1 [LOST 9 EVENTS]", "# entries-in-buffer/entries-written: 1/9 #P:99",
            "#P:70000", "# tracer: nop", "cpus=70000", "prev_pid=", "next_pid=0", "pid=-1", "comm=", "size=-9B", "mm_id=0", "curr=0",
            "member=9", "type=MM_ANONPAGES", "group_dead=true", "write=false", "sys_process_mrelease(pidfd: 5, flags: 0)",
            "sys_process_mrelease -> 0xfffffffffffffffd", "sys_exit: NR 448 = -3", "(", ")", "[", "]", ":", "->", "==>", "\t", "....", "d..2.",
            "1.000000:", "99999999999999.999999:", "sched:", "(+62)", "us :", "-1", "0", "flags=SPIN", "sig=9", "res=0")).toList();

    private final String id;
    private final List<byte[]> seeds;

    private CaptureKind(String id, List<byte[]> seeds) {
        this.id = id;
        this.seeds = seeds;
    }

    /** Every dialect of the kernel's own text. */
    static Kind ftrace(Path samples) throws IOException {
        List<byte[]> kernels = Stream.concat(Seeds.samples(samples.resolve("captures/dialects"), ".*\\.txt\\.gz").stream(),
                Seeds.samples(samples.resolve("captures"), "(tiny|memcg-oom|mm-sharer|oom-reaper)\\.txt\\.gz").stream()).toList();
        return new CaptureKind("ftrace", kernels);
    }

    static Kind traceCmd() throws IOException {
        return new CaptureKind("trace-cmd", Seeds.resources("trace-cmd-t-l.txt.gz", "trace-cmd-N.txt.gz", "trace-cmd-ts-diff.txt.gz"));
    }

    static Kind perfScript() throws IOException {
        return new CaptureKind("perf-script", Seeds.resources("perf-script.txt.gz", "perf-script-pid-tid.txt.gz"));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String fileName() {
        return "capture.txt";
    }

    @Override
    public List<byte[]> seeds() {
        return seeds;
    }

    @Override
    public List<String> words() {
        return WORDS;
    }

    @Override
    public void open(Path file) throws Exception {
        analyse(file);
    }

    static void analyse(Path file) throws Exception {
        Trace trace = Captures.open(file);
        try (Lines _ = trace.lines()) {
            account(trace, file);
            Analysis analysis = Analysis.of(trace, Lanes.of(trace, Progress.NONE), Progress.NONE);
            ToldLines text = new ToldLines();
            told(() -> AnalysisText.write(analysis, text));
            text.check();
            told(() -> {
                try (Writer json = new OutputStreamWriter(new ParsedJson(), StandardCharsets.UTF_8)) {
                    AnalysisJson.write(analysis, json);
                }
            });
        }
    }

    private interface Teller {
        void tell() throws IOException;
    }

    private static void told(Teller teller) throws IOException {
        try {
            teller.tell();
        } catch (Enough e) {
            // What comes after as much is told as what came before.
        }
    }

    private static void account(Trace trace, Path file) throws IOException, Broken {
        LineTally tally = trace.tally();
        if (trace.size() != tally.of(LineTally.Use.EVENT)) {
            throw new Broken(trace.size() + " events of " + tally.of(LineTally.Use.EVENT) + " lines that are events");
        }
        long said = trace.rejected().stream().mapToLong(RejectedLines.Reason::count).sum();
        long damages = said - tally.of(LineTally.Use.REJECTED);
        if (damages != 0 && damages != 1) {
            throw new Broken(said + " lines are said to be refused, " + tally.of(LineTally.Use.REJECTED) + " are");
        }
        long lines = LineCount.of(file);
        if (lines >= 0 && lines != tally.lines()) {
            throw new Broken("the file has " + lines + " lines, " + tally.lines() + " are accounted for");
        }
        for (int row = 0; row < trace.size(); row += 1 + trace.size() / 16) {
            if (trace.line(row).isBlank()) {
                throw new Broken("the line of event " + row + " is blank");
            }
            if (trace.tsNs(row) < 0) {
                throw new Broken("event " + row + " is before time begins: " + trace.tsNs(row) + " ns");
            }
            if (row > 0 && trace.tsNs(row) < trace.tsNs(row - 1)) {
                throw new Broken("event " + row + " is before the one before it");
            }
        }
    }
}
