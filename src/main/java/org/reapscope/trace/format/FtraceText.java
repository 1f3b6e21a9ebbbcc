package org.reapscope.trace.format;

import java.io.IOException;
import java.util.List;

import org.reapscope.trace.TraceBuilder;

/**
 * The text that the kernel prints: {@code trace} and {@code trace_pipe} of tracefs, with any options but {@code raw},
 * {@code hex} and {@code bin}, which leave the arguments out.
 */
final class FtraceText implements TraceFormat {

    /** The spellings of the kernel. */
    static final TextReader.TextDialect DIALECT = new TextReader.TextDialect(FtraceText::heads, false);

    private static final byte[] HEADER = Ascii.bytes("# tracer:");
    private static final byte[] RAW = Ascii.bytes(" type: ");

    @Override
    public String id() {
        return "ftrace";
    }

    @Override
    public String title() {
        return "ftrace text";
    }

    @Override
    public List<String> fileNameHints() {
        return List.of("txt", "txt.gz", "trace", "ftrace", "log");
    }

    @Override
    public int sniff(byte[] head) {
        if (hasHeader(head)) {
            return CERTAIN;
        }
        int share = Sniff.share(head, heads());
        boolean raw = share == 0 && Ascii.indexOf(head, 0, Math.min(head.length, 200), RAW) > 0;
        return raw ? 1 : share * 8 / 10;
    }

    @Override
    public TraceBuilder read(CaptureFile input, Reading reading) throws IOException {
        return new TextReader(input, DIALECT, reading).read();
    }

    /** Other comments may stand before the header. */
    private static boolean hasHeader(byte[] head) {
        for (int i = 0; i < head.length && head[i] == '#'; i++) {
            if (Ascii.startsWith(head, i, head.length, HEADER)) {
                return true;
            }
            while (i < head.length && head[i] != '\n') {
                i++;
            }
        }
        return false;
    }

    static List<LineHead> heads() {
        return List.of(new FtraceHead(), new VerboseHead());
    }
}
