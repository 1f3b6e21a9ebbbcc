package org.reapscope.trace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.trace.Trace;

/** What {@link TraceFormat} promises, for every format there is; {@code ID.txt.gz} beside this test is the sample of one. */
final class TraceFormatContractTest {

    @TempDir
    private Path folder;

    static List<TraceFormat> formats() {
        return TraceFormats.all();
    }

    @Test
    void idsAreUnique_andEveryFormatHasATitle() {
        Set<String> ids = new HashSet<>();
        for (TraceFormat format : formats()) {
            assertTrue(ids.add(format.id()), format.id());
            assertFalse(format.title().isBlank());
            assertFalse(format.fileNameHints().isEmpty());
        }
        assertTrue(ids.containsAll(List.of("ftrace", "trace-cmd", "perf-script")));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void itsSampleIsRecognisedByContent_andFullyUnderstood(TraceFormat format) throws IOException {
        Trace trace = Texts.read(folder, sample(format));
        assertEquals(format.id(), trace.source().format());
        assertEquals(List.of(), trace.rejected());
        assertTrue(trace.size() > 100);
        for (int row = 1; row < trace.size(); row++) {
            assertTrue(trace.tsNs(row - 1) <= trace.tsNs(row));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readAgain_itGivesTheSame(TraceFormat format) throws IOException {
        Trace first = Texts.read(folder, sample(format));
        Trace second = Texts.read(folder, sample(format));
        assertEquals(Texts.rows(first), Texts.rows(second));
        assertEquals(first.tasks(), second.tasks());
        assertEquals(first.mms(), second.mms());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theLinesOfItsEvents_readBack_giveTheSameEvents(TraceFormat format) throws IOException {
        Path file = Files.write(folder.resolve("sample.txt"), sample(format));
        Trace trace = Captures.open(file);
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < trace.size(); row++) {
            text.append(trace.line(row)).append('\n');
        }
        trace.lines().close();
        Trace again = Texts.read(folder, text.toString());
        assertEquals(trace.size(), again.size());
        for (int row = 0; row < trace.size(); row++) {
            assertEquals(trace.tsNs(row), again.tsNs(row));
            assertEquals(trace.argument(row), again.argument(row));
            assertEquals(trace.object(row), again.object(row));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void cutAnywhere_itGivesWhatCameBeforeOrSaysWhyNot(TraceFormat format) throws IOException {
        byte[] sample = sample(format);
        int whole = Texts.read(folder, sample).size();
        int before = 0;
        for (int length = 0; length < sample.length; length += 997) {
            try {
                int size = Texts.read(folder, Arrays.copyOf(sample, length)).size();
                assertTrue(size >= before && size <= whole);
                before = size;
            } catch (TraceFormatException e) {
                assertEquals(0, before, e::getMessage);
                assertTrue(e.getMessage().startsWith("capture.txt"), e::getMessage);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatIsNotItsOwn_itIsNotSureOf(TraceFormat format) {
        assertEquals(0, format.sniff(new byte[0]));
        assertEquals(0, format.sniff(new byte[4096]));
        assertEquals(0, format.sniff("Dear list,\nthe race is back.\n".getBytes(StandardCharsets.UTF_8)));
        for (TraceFormat other : formats()) {
            byte[] head = Arrays.copyOf(sample(other), 4096);
            assertTrue(format.id().equals(other.id()) || format.sniff(head) < other.sniff(head), other.id());
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void withWreckedBytes_itNeitherCrashesNorHangs(TraceFormat format) throws IOException {
        byte[] sample = sample(format);
        for (int step = 7; step < 200; step += 31) {
            byte[] wrecked = sample.clone();
            for (int i = step; i < wrecked.length; i += step) {
                wrecked[i] = (byte) (wrecked[i] * 31 + i);
            }
            try {
                assertTrue(Texts.read(folder, wrecked).size() > 0);
            } catch (TraceFormatException e) {
                assertTrue(e.getMessage().contains("; "), e::getMessage);
            }
        }
    }

    @Test
    void wrongBeginnings_areNamedWithWhatToDo() {
        assertSays("trace.dat", "\u0017\u0008\u0044tracing6\u0000");
        assertSays("perf script", "PERFILE2\u0000\u0000");
        assertSays("empty", "");
        assertSays("tracing_on at 1", "# tracer: nop\n#\n");
        assertSays("zip", "PK\u0003\u0004\u0000");
        assertSays("binary", "\u007fELF\u0000\u0001");
        assertSays("cat trace", "<html>\n</html>\n");
    }

    private void assertSays(String expected, String content) {
        var e = assertThrows(TraceFormatException.class, () -> Texts.read(folder, content.getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(e.getMessage().contains(expected), e::getMessage);
        assertEquals(1, e.getMessage().lines().count());
    }

    private static byte[] sample(TraceFormat format) {
        return Texts.resource(format.id() + ".txt.gz");
    }
}
