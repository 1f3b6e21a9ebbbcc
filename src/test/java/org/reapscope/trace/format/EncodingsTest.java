package org.reapscope.trace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reapscope.trace.Trace;

/** The same capture in every encoding that an editor or a shell may have given it. */
final class EncodingsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"UTF-8,true,false", "UTF-16LE,true,false", "UTF-16LE,false,false", "UTF-16BE,true,false", "UTF-16BE,false,false",
        "UTF-32LE,true,false", "UTF-8,true,true", "UTF-16LE,true,true"})
    void inAnyEncoding_itIsTheSameTrace_andShowsItsLines(String charset, boolean marked, boolean packed) throws IOException {
        String text = new String(Texts.resource("ftrace.txt.gz"), StandardCharsets.UTF_8);
        Trace expected = Texts.read(folder, text);
        byte[] bytes = ((marked ? "\ufeff" : "") + text.replace("\n", "\r\n")).getBytes(Charset.forName(charset));
        Path file = Files.write(folder.resolve("other.txt"), packed ? gzip(bytes) : bytes);
        Trace trace = Captures.open(file);
        try (var lines = trace.lines()) {
            assertEquals(Texts.rows(expected), Texts.rows(trace));
            assertEquals(List.of(), trace.rejected());
            assertEquals(text.lines().filter(l -> !l.startsWith("#")).findFirst().orElseThrow(), lines.at(trace.offset(0)));
            boolean said = trace.source().remarks().stream().anyMatch(r -> r.contains(charset.substring(0, 6)));
            assertEquals(!charset.equals("UTF-8"), said, () -> trace.source().remarks().toString());
        }
    }

    @Test
    void theNumberOfALineThatIsNotUnderstood_isThatOfTheFile() throws IOException {
        String text = new String(Texts.resource("ftrace.txt.gz"), StandardCharsets.UTF_8);
        int line = 1 + (int) text.lines().count();
        Trace trace = Texts.read(folder, ("\ufeff" + text + "hello\r\n").getBytes(StandardCharsets.UTF_16LE));
        assertEquals(List.of((long) line), trace.rejected().getFirst().lines());
        assertEquals("hello", last(folder.resolve("capture.txt")));
    }

    @Test
    void anEmptyOrCutFile_inUtf16_isSaidSo() {
        TraceFormatException e = assertThrows(TraceFormatException.class, () -> Texts.read(folder, new byte[] {(byte) 0xff, (byte) 0xfe}));
        assertTrue(e.getMessage().contains("the file is empty"), e::getMessage);
        e = assertThrows(TraceFormatException.class, () -> Texts.read(folder, "\ufeffDear list,\n".getBytes(StandardCharsets.UTF_16BE)));
        assertTrue(e.getMessage().contains("capture.txt:1: no line at the beginning"), e::getMessage);
    }

    @Test
    void namesThatAreNotUtf8_staySeparate_andAreSpokenOf() throws IOException {
        String line = "         caf%s-%d    [001] .....  2964.274559: mmap_lock_released: mm=00000000963a9c0a memcg_id=4754 write=true\n";
        String text = line.formatted("\u00e9", 7) + line.formatted("\u00e8", 8) + line.formatted("e", 9);
        Trace trace = Texts.read(folder, text.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(3, trace.size());
        assertEquals(List.of("caf\ufffd-7", "caf\ufffd-8", "cafe-9"), List.of(trace.taskOf(0).label(), trace.taskOf(1).label(), trace.taskOf(2).label()));
        assertEquals(List.of("Names of 2 tasks have bytes that are not UTF-8; each such byte is shown as \ufffd."), trace.source().remarks());
    }

    @Test
    void linesThatEndInACarriageReturnAlone_areRefusedByName() {
        String text = new String(Texts.resource("ftrace.txt.gz"), StandardCharsets.UTF_8).replaceAll("(?m)^#.*\n", "");
        TraceFormatException e = assertThrows(TraceFormatException.class, () -> Texts.read(folder, text.replace('\n', '\r')));
        assertTrue(e.getMessage().contains("carriage return") && e.getMessage().contains("tr '"), e::getMessage);
    }

    private static String last(Path file) throws IOException {
        try (var in = CaptureText.of(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().reduce((a, b) -> b).orElseThrow();
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(result)) {
            out.write(bytes);
        }
        return result.toByteArray();
    }
}
