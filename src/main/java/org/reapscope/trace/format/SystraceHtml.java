package org.reapscope.trace.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.reapscope.trace.TraceBuilder;

/**
 * The web pages that systrace and {@code traceconv} write: a viewer, and behind it what was recorded, each recorder's in an
 * element {@code <script class="trace-data" type="application/text">}. One of them is the text of ftrace. Source: catapult,
 * systrace/output_generator.py.
 */
final class SystraceHtml implements TraceFormat {

    private static final int SURE = 90;
    private static final int HEAD = 4096;
    private static final byte[] TRACER = Ascii.bytes("# tracer:");
    private static final String MEND = "give it the text of a trace: `cat trace` of tracefs, or atrace without -z";

    /** What an element holds. */
    private enum Content { FTRACE, COMPRESSED, JSON, OTHER }

    @Override
    public String id() {
        return "systrace-html";
    }

    @Override
    public String title() {
        return "systrace HTML";
    }

    @Override
    public List<String> fileNameHints() {
        return List.of("html", "html.gz");
    }

    @Override
    public int sniff(byte[] head) {
        int i = 0;
        while (i < head.length && head[i] <= ' ') {
            i++;
        }
        String begin = new String(head, i, Math.min(head.length - i, 20), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return begin.startsWith("<!doctype html") || begin.startsWith("<html") ? SURE : 0;
    }

    @Override
    public TraceBuilder read(CaptureFile input, Reading reading) throws IOException {
        TraceBuilder none = new TraceBuilder();
        List<Section> traces = new ArrayList<>();
        Set<Content> others = new LinkedHashSet<>();
        int left = 0;
        for (Section section : HtmlSections.marked(input, "trace-data", () -> reading.at(0, none))) {
            Content content = content(head(input, section));
            if (content == Content.FTRACE) {
                traces.add(section);
            } else {
                others.add(content);
                left++;
            }
        }
        if (traces.isEmpty()) {
            throw new TraceFormatException(input.name(), 0, missing(others, input), MEND);
        }
        if (left > 0) {
            reading.remark("The page also holds " + left + (left == 1 ? " part" : " parts") + " that is no ftrace text, such as the list of processes; left out.");
        }
        return new TextReader(input, FtraceText.DIALECT, reading).read(traces);
    }

    private static String missing(Set<Content> others, CaptureFile input) throws IOException {
        if (others.contains(Content.COMPRESSED) || !HtmlSections.marked(input, "viewer-data", () -> { }).isEmpty()) {
            return "this is a web page in which the trace is compressed, which is not read";
        }
        if (others.contains(Content.JSON)) {
            return "this is a web page with a trace in JSON, not the text of ftrace";
        }
        return holds(input, Ascii.bytes("var linuxPerfData ="))
                ? "this is a page of an old systrace, in which the trace is a piece of JavaScript, which is not read"
                : "this is a web page without a trace in it";
    }

    private static boolean holds(CaptureFile input, byte[] text) throws IOException {
        LineScanner lines = new LineScanner(input, () -> { });
        boolean found = false;
        while (!found && lines.next()) {
            found = Ascii.indexOf(lines.buffer(), lines.from(), lines.to(), text) >= 0;
        }
        return found;
    }

    private static byte[] head(CaptureFile input, Section section) throws IOException {
        byte[] head = new byte[(int) Math.min(HEAD, section.to() - section.from())];
        int filled = 0;
        int n = 0;
        while (n >= 0 && filled < head.length) {
            filled += n;
            n = input.read(section.from() + filled, head, filled, head.length - filled);
        }
        return head;
    }

    private static Content content(byte[] head) {
        int i = 0;
        while (i < head.length && head[i] <= ' ' && head[i] >= 0) {
            i++;
        }
        if (i < head.length && (head[i] == '{' || head[i] == '[')) {
            return Content.JSON;
        }
        if (Packed.zlib(head, i) || Packed.base64(head, i)) {
            return Content.COMPRESSED;
        }
        boolean named = Ascii.indexOf(head, i, head.length, TRACER) >= 0;
        return named || Sniff.share(head, FtraceText.heads()) > 0 ? Content.FTRACE : Content.OTHER;
    }
}
