package org.reapscope.trace.format;

import java.util.stream.Collectors;

/** Says of a file that no format knows what it is, as far as its first bytes tell, and how to come to one that can be read. */
final class Unreadable {

    private static final String RECORD = "give it the text of a trace: `cat trace` of tracefs, `trace-cmd report -t` or `perf script --ns`";

    private Unreadable() {}

    static TraceFormatException because(CaptureFile input, byte[] head) {
        if (input.damage().isPresent() && head.length == 0) {
            return new TraceFormatException(input.name(), 0, "the gzip data is damaged from the beginning", "fetch the file again");
        }
        if (head.length == 0) {
            return new TraceFormatException(input.name(), 0, "the file is empty", "record again with tracing_on at 1, or copy the file again");
        }
        if (begins(head, "\u0017\u0008\u0044tracing")) {
            return of(input, "this is a binary trace.dat", "print it with `trace-cmd report -t FILE > trace.txt` and open that");
        }
        if (begins(head, "PERFILE2")) {
            return of(input, "this is a binary perf.data", "print it with `perf script --ns -i FILE > trace.txt` and open that");
        }
        if (begins(head, "\u0050\u004b\u0003\u0004")) {
            return of(input, "this is a zip archive", "unpack it and open the trace in it");
        }
        if (AddressSpaceSnapshot.sniff(head)) {
            return of(input, "this is a copy of /proc/PID/maps or smaps, not a capture", "open it beside the capture of that process");
        }
        for (byte b : head) {
            if (b == 0) {
                return of(input, "this is binary data, not the text of a trace", RECORD);
            }
        }
        String known = TraceFormats.all().stream().map(TraceFormat::title).collect(Collectors.joining(", "));
        return new TraceFormatException(input.name(), 1, "no line at the beginning is an event of any known format (" + known + ")", RECORD);
    }

    private static TraceFormatException of(CaptureFile input, String what, String mend) {
        return new TraceFormatException(input.name(), 0, what, mend);
    }

    private static boolean begins(byte[] head, String magic) {
        for (int i = 0; i < magic.length(); i++) {
            if (i >= head.length || head[i] != (byte) magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
