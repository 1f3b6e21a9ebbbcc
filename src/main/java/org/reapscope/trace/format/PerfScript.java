package org.reapscope.trace.format;

import java.io.IOException;
import java.util.List;

import org.reapscope.trace.TraceBuilder;

/** What {@code perf script} prints of tracepoints, with or without call chains, {@code --ns}, {@code --header}, {@code pid/tid}. */
final class PerfScript implements TraceFormat {

    @Override
    public String id() {
        return "perf-script";
    }

    @Override
    public String title() {
        return "perf script";
    }

    @Override
    public List<String> fileNameHints() {
        return List.of("txt", "txt.gz", "perf");
    }

    @Override
    public int sniff(byte[] head) {
        return Sniff.share(head, heads());
    }

    @Override
    public TraceBuilder read(CaptureFile input, Reading reading) throws IOException {
        return new TextReader(input, new TextReader.TextDialect(PerfScript::heads, true), reading).read();
    }

    private static List<LineHead> heads() {
        return List.of(new PerfHead());
    }
}
