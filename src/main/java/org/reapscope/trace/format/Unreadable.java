package org.reapscope.trace.format;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says of a file that no format knows what it is, as far as its first bytes tell, and how to come to one that can be read. */
final class Unreadable {

    private static final String RECORD = "give it the text of a trace: `cat trace` of tracefs, `trace-cmd report -t` or `perf script --ns`";

    /** The beginning of an object, of an array of objects, or of a comment before them. */
    private static final Pattern JSON = Pattern.compile("\\s*(\\{\\s*\"|\\[\\s*\\{|/[/*])");
    private static final int JSON_HEAD = 4096;
    private static final byte[] CARRIAGE_RETURN = Ascii.bytes("\r");

    private Unreadable() {}

    /** What a file is that certainly holds no text of a trace; nothing if it may. */
    static Optional<TraceFormatException> certainly(CaptureFile input, byte[] head) {
        if (input.damage().isPresent() && head.length == 0) {
            return of(input, "the gzip data is damaged from the beginning", "fetch the file again");
        }
        if (head.length == 0) {
            return of(input, "the file is empty", "record again with tracing_on at 1, or copy the file again");
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
        Optional<Packed.Kind> packed = Packed.file(head);
        if (packed.isPresent()) {
            return of(input, "this is packed with " + packed.get().name(), "unpack it with `" + packed.get().command() + " FILE` and open that; gzip is unpacked here");
        }
        if (Packed.atrace(head)) {
            return of(input, "this is the compressed output of `atrace -z`", "record again without -z");
        }
        if (lineEnd(head) == head.length && Ascii.indexOf(head, 0, head.length - 1, CARRIAGE_RETURN) >= 0) {
            return of(input, "its lines end in a carriage return alone", "turn them into line feeds: tr '\\r' '\\n' < FILE > NEW");
        }
        return JSON.matcher(new String(head, 0, Math.min(head.length, JSON_HEAD), StandardCharsets.UTF_8)).lookingAt() ? json(input, head) : Optional.empty();
    }

    private static Optional<TraceFormatException> json(CaptureFile input, byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        String what = text.contains("\"reapscope-scenario") ? "this is a scenario, not a capture"
                : text.contains("\"reapscope-lesson") ? "this is a lesson, not a capture"
                : text.contains("\"reapscope-session") ? "this is a session, not a capture" : "this is JSON, not the text of a trace";
        String mend = text.contains("\"reapscope-scenario") ? "ask it with explore, step or open"
                : text.contains("\"reapscope-lesson") ? "check it with lesson, or open it"
                : text.contains("\"reapscope-session") ? "open it with open, or name the capture that it is about" : RECORD;
        return of(input, what, mend);
    }

    /** What to say of a file that no format knows. */
    static TraceFormatException because(CaptureFile input, byte[] head) {
        if (AddressSpaceSnapshot.sniff(head)) {
            return new TraceFormatException(input.name(), 0, "this is a copy of /proc/PID/maps or smaps, not a capture", "open it beside the capture of that process");
        }
        String reason = StrangeLines.reason(head, 0, lineEnd(head));
        if (reason.equals(StrangeLines.BIN)) {
            return new TraceFormatException(input.name(), 1, reason, StrangeLines.mend(reason));
        }
        for (byte b : head) {
            if (b == 0) {
                return new TraceFormatException(input.name(), 0, "this is binary data, not the text of a trace", RECORD);
            }
        }
        String known = TraceFormats.all().stream().map(TraceFormat::title).collect(Collectors.joining(", "));
        return new TraceFormatException(input.name(), 1, "no line at the beginning is an event of any known format (" + known + ")", RECORD);
    }

    private static int lineEnd(byte[] head) {
        int end = 0;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return end;
    }

    private static Optional<TraceFormatException> of(CaptureFile input, String what, String mend) {
        return Optional.of(new TraceFormatException(input.name(), 0, what, mend));
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
