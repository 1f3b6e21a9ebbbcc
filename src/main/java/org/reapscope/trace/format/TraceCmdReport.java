package org.reapscope.trace.format;

import java.io.IOException;
import java.util.List;

import org.reapscope.trace.TraceBuilder;

/** What {@code trace-cmd report} prints, with or without {@code -t}, {@code -l}, {@code -N}, {@code --ts-diff}. */
final class TraceCmdReport implements TraceFormat {

    private static final byte[] CPUS = Ascii.bytes("cpus=");
    private static final byte[] VERSION = Ascii.bytes("version = ");

    @Override
    public String id() {
        return "trace-cmd";
    }

    @Override
    public String title() {
        return "trace-cmd report";
    }

    @Override
    public List<String> fileNameHints() {
        return List.of("txt", "txt.gz", "report");
    }

    @Override
    public int sniff(byte[] head) {
        int share = Sniff.share(head, heads());
        boolean header = Ascii.startsWith(head, 0, head.length, CPUS) || Ascii.startsWith(head, 0, head.length, VERSION);
        return header ? Math.max(share, 1) : share * 7 / 10;
    }

    @Override
    public TraceBuilder read(CaptureFile input, Reading reading) throws IOException {
        return new TextReader(input, new TextReader.TextDialect(TraceCmdReport::heads, false), reading).read();
    }

    private static List<LineHead> heads() {
        return List.of(new InstanceHead(new FtraceHead()));
    }
}
