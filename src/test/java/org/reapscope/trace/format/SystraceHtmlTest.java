package org.reapscope.trace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.trace.Trace;

/** Web pages of systrace: the viewer in front, the trace behind it. */
final class SystraceHtmlTest {

    private static final String HEAD = "<!DOCTYPE html>\n<html>\n<head>\n<script>\n%s\n</script>\n</head><body>\n<!-- BEGIN TRACE -->\n";
    private static final String BEGIN = "  <script class=\"trace-data\" type=\"application/text\">\n";
    private static final String END = "  </script>\n";
    private static final String TAIL = "<!-- END TRACE -->\n</body></html>\n";

    @TempDir
    private Path folder;

    @Test
    void behindAMegabyteOfViewerInOneLine_theTraceIsReadAsItStands_withItsLineNumbers() throws IOException {
        String text = text();
        String viewer = "var a='<script class=\"trace-data\">';function f(){}".repeat(25_000);
        String page = HEAD.formatted(viewer) + BEGIN + text + "what is this\n" + END + TAIL;
        Path file = Files.writeString(folder.resolve("page.html"), page);
        Trace trace = Captures.open(file);
        try (var lines = trace.lines()) {
            assertEquals("systrace-html", trace.source().format());
            assertEquals(Texts.rows(Texts.read(folder, text)), Texts.rows(trace));
            assertEquals(text.lines().filter(l -> !l.startsWith("#")).findFirst().orElseThrow(), lines.at(trace.offset(0)));
            long line = page.substring(0, page.indexOf("what is this")).lines().count() + 1;
            assertEquals(List.of(List.of(line)), trace.rejected().stream().map(r -> r.lines()).toList());
        }
    }

    @Test
    void theListOfProcesses_andWhatElseIsRecorded_isLeftOutAndSpokenOf() throws IOException {
        Trace trace = Texts.read(folder, HEAD.formatted("") + BEGIN + "PROCESS DUMP\nUSER PID\nroot 1\n" + END + BEGIN + text() + END
                + BEGIN + "{\"traceEvents\": []}\n" + END + TAIL);
        assertEquals(List.of(), trace.rejected());
        assertTrue(trace.source().remarks().getFirst().contains("2 parts"), () -> trace.source().remarks().toString());
    }

    @Test
    void aPageThatIsCutOff_givesWhatIsThere() throws IOException {
        String text = text();
        String page = HEAD.formatted("") + BEGIN + text + END + TAIL;
        Trace trace = Texts.read(folder, page.substring(0, page.indexOf(text) + text.length() / 2));
        assertTrue(trace.size() > 20);
    }

    @Test
    void packedOldAndEmptyPages_areRefusedByName() {
        assertSays("compressed", HEAD.formatted("") + BEGIN + "x\u009cKLJ" + END + TAIL);
        assertSays("compressed", HEAD.formatted("") + BEGIN + "eJzT0yMAAGTvBe8eJzT0yMAAGTvBe8=\n" + END + TAIL);
        assertSays("compressed", "<html><script id=\"viewer-data\" type=\"application/json\">\nH4sIAAAA</script></html>");
        assertSays("JSON", HEAD.formatted("") + BEGIN + "{\"traceEvents\": []}\n" + END + TAIL);
        assertSays("old systrace", "<!DOCTYPE HTML>\n<html>\n<script>\n  var linuxPerfData = \"\\\n# tracer: nop\\n\\\n\";\n</script></html>");
        assertSays("without a trace", "<html><body>Hello</body></html>");
    }

    @Test
    void compressedOutputOfAtrace_andOtherPackings_areRefusedByName() {
        assertSays("atrace -z", "capturing trace... done\nTRACE:\nx\u009cKLJ\u0000");
        assertSays("zstd", "\u0028\u00b5\u002f\u00fd\u0000\u0001");
        assertSays("xz -d", "\u00fd7zXZ\u0000");
    }

    private void assertSays(String expected, String content) {
        TraceFormatException e = assertThrows(TraceFormatException.class, () -> Texts.read(folder, content.getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(e.getMessage().contains(expected) && e.getMessage().contains("; "), e::getMessage);
        assertEquals(1, e.getMessage().lines().count());
    }

    private static String text() {
        return new String(Texts.resource("ftrace.txt.gz"), StandardCharsets.UTF_8);
    }
}
