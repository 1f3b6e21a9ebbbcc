package org.reapscope.trace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reapscope.base.job.Cancelled;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/** Files that are not as they should be: a clear answer, bounded memory, no crash. */
final class HardInputTest {

    private static final String LINE =
            "            lmkd-4281    [001] .....  2964.274559: mmap_lock_released: mm=00000000963a9c0a memcg_id=4754 write=true\n";

    @TempDir
    private Path folder;

    @Test
    void linesEndedByCrLf_readAsOthersDo() throws IOException {
        byte[] text = Texts.resource("ftrace.txt.gz");
        Trace crLf = Texts.read(folder, new String(text, StandardCharsets.ISO_8859_1).replace("\n", "\r\n"));
        assertEquals(Texts.rows(Texts.read(folder, text)), Texts.rows(crLf));
        assertEquals(List.of(), crLf.rejected());
    }

    @Test
    void bytesThatAreNotUtf8_inATasksName_areReplaced_andTheTaskIsOne() throws IOException {
        String name = "vic\u00ff\u00fetim";
        String text = (LINE + LINE).replace("            lmkd", "       " + name);
        Trace trace = Texts.read(folder, text.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(2, trace.size());
        assertEquals(trace.task(0), trace.task(1));
        assertEquals("vic\ufffd\ufffdtim", trace.taskOf(0).comm());
    }

    @Test
    void anEndlessLine_isPassedOver_andCounted() throws IOException {
        Trace trace = Texts.read(folder, LINE + "x".repeat(3_000_000) + "\n" + LINE + "y".repeat(70_000) + "\n" + LINE + "z".repeat(1_000_000));
        assertEquals(3, trace.size());
        assertEquals("longer than 64 KiB", trace.rejected().getFirst().reason());
        assertEquals(List.of(2L, 4L, 6L), trace.rejected().getFirst().lines());
    }

    @Test
    void bytesWithoutAnyLineEnd_areRefused() {
        var e = assertThrows(TraceFormatException.class, () -> Texts.read(folder, "# tracer: nop\n" + "x".repeat(40_000_000)));
        assertTrue(e.getMessage().contains("capture.txt:2: longer than 64 KiB"), e::getMessage);
    }

    @Test
    void aFileOfOtherLines_isGivenUpEarly() {
        var e = assertThrows(TraceFormatException.class, () -> Texts.read(folder, "# tracer: nop\n" + "Dear list,\n".repeat(1_000_000)));
        assertEquals(2, e.line());
    }

    @Test
    void linesThatAreNotUnderstood_areCountedByReasonWithTheirNumbers() throws IOException {
        Trace trace = Texts.read(folder, LINE + "hello\n" + LINE.replace("write=true", "wri")
                + "##### CPU 1 buffer started ####\nCPU:1 [LOST 123 EVENTS]\nCPU:0 [LOST EVENTS]\n\nhello\n" + LINE + " 1)   0.123 us    |  f();\n");
        assertEquals(2, trace.size());
        assertEquals(124, trace.lost());
        assertEquals(List.of(StrangeLines.OTHER, "arguments of mmap_lock_released not as this event prints them", StrangeLines.GRAPH),
                trace.rejected().stream().map(r -> r.reason()).toList());
        assertEquals(List.of(2L, 8L), trace.rejected().getFirst().lines());
        assertEquals(3L, trace.rejected().get(1).lines().getFirst());
    }

    @Test
    void theKernelTellsBeforeWhichEventOfItsCpuItLostSome() throws IOException {
        String second = LINE.replace("[001]", "[000]");
        Trace trace = Texts.read(folder, LINE + second + "CPU:1 [LOST 12 EVENTS]\n" + second + LINE + LINE);
        assertEquals(List.of(false, false, false, true, false),
                IntStream.range(0, trace.size()).mapToObj(trace::afterLoss).toList());
    }

    @Test
    void whatTheBufferOverwrote_isLost_andTheHeaderTellsTheCpus() throws IOException {
        assertEquals(8, Texts.read(folder, "# tracer: nop\n#\n# entries-in-buffer/entries-written: 1/9   #P:4\n" + LINE).lost());
        Trace latency = Texts.read(folder, "# tracer: nop\n# latency: 0 us, #1/11, CPU#0 | (M:PREEMPT VP:0, KP:0, SP:0 HP:0 #P:8)\n" + LINE);
        assertEquals(10, latency.lost());
        assertEquals(8, latency.cpus());
        assertEquals(7, Texts.read(folder, "cpus=3\n" + LINE + "CPU:1 [7 EVENTS DROPPED]\n" + LINE).lost());
    }

    @Test
    void gzipThatIsCutOff_givesWhatIsThere_andSaysSo() throws IOException {
        byte[] packed = gzip(Texts.resource("ftrace.txt.gz"));
        int whole = Texts.read(folder, packed).size();
        Trace trace = Texts.read(folder, Arrays.copyOf(packed, packed.length / 2));
        assertTrue(trace.size() > 10 && trace.size() < whole);
        assertTrue(trace.rejected().toString().contains("gzip data is cut off"));
        var e = assertThrows(TraceFormatException.class, () -> Texts.read(folder, Arrays.copyOf(packed, 12)));
        assertTrue(e.getMessage().contains("gzip"), e::getMessage);
    }

    @Test
    void shuffledLines_comeOutAsIfSorted_identitiesIncluded() throws IOException {
        List<String> lines = new ArrayList<>(new String(Texts.resource("ftrace.txt.gz"), StandardCharsets.UTF_8).lines()
                .filter(l -> !l.startsWith("#") && !l.contains("=>") && !l.contains("<stack")).toList());
        Collections.sort(lines, Comparator.comparing(l -> l.substring(l.indexOf("  47"))));
        Trace sorted = Texts.read(folder, String.join("\n", lines));
        assertEquals(List.of(), sorted.source().remarks());
        List<String> halves = new ArrayList<>(lines.subList(lines.size() / 2, lines.size()));
        halves.addAll(lines.subList(0, lines.size() / 2));
        Trace swapped = Texts.read(folder, String.join("\n", halves));
        assertEquals(Texts.rows(sorted), Texts.rows(swapped));
        assertEquals(sorted.tasks(), swapped.tasks());
        assertEquals(sorted.mms(), swapped.mms());
        assertTrue(swapped.source().remarks().getFirst().contains("sorted"));
        Collections.shuffle(lines, new Random(7));
        Trace shuffled = Texts.read(folder, String.join("\n", lines));
        assertEquals(sorted.size(), shuffled.size());
        for (int row = 1; row < shuffled.size(); row++) {
            assertTrue(shuffled.tsNs(row - 1) <= shuffled.tsNs(row));
        }
    }

    @Test
    void aStackTraceBelongsToTheLastEventOfItsTaskAndCpu_evenWhereAnotherCpuComesBetween() throws IOException {
        Trace trace = Texts.read(folder, """
                          victim-7     [001] dn.3.     1.000001: contention_begin: 0000000024c3f2b4 (flags=SPIN)
                            lmkd-8     [000] .....     1.000002: sys_process_mrelease(pidfd: 5, flags: 0)
                          victim-7     [001] dn.3.     1.000003: <stack trace>
                 => trace_event_raw_event_contention_begin
                 => _raw_spin_lock+0x10/0x20
                 => exit_mmap
                            lmkd-8     [000] .....     1.000004: sys_process_mrelease -> 0xfffffffffffffffd
                """);
        assertEquals(3, trace.size());
        assertEquals(List.of("trace_event_raw_event_contention_begin", "_raw_spin_lock", "exit_mmap"), trace.stack(0));
        assertEquals(List.of(), trace.stack(1));
        assertEquals(List.of(), trace.rejected());
    }

    @Test
    void disorderKeepsStackTracesWithTheirEvents() throws IOException {
        Trace trace = Texts.read(folder, """
                          victim-7     [001] dn.3.     2.000001: contention_begin: 0000000024c3f2b4 (flags=SPIN)
                          victim-7     [001] dn.3.     2.000003: <stack trace>
                 => exit_mmap
                            lmkd-8     [000] .....     1.000004: sys_process_mrelease -> 0xfffffffffffffffd
                """);
        assertEquals(Tracepoint.SYS_EXIT, trace.tracepoint(0));
        assertEquals(List.of("exit_mmap"), trace.stack(1));
    }

    @Test
    void theFirstPictureComesBeforeTheFileIsRead_andStaysValid() throws IOException {
        Path file = folder.resolve("long.txt");
        LoadBenchmark.repeat(Path.of("samples/captures/tiny.txt.gz"), file, 3_000_000, Progress.NONE);
        List<Trace> snapshots = new ArrayList<>();
        Trace trace = Captures.open(file, Progress.NONE, snapshots::add);
        assertTrue(snapshots.size() > 2, () -> snapshots.size() + " snapshots");
        Trace first = snapshots.getFirst();
        assertTrue(first.size() > 1000 && first.size() < trace.size() / 5);
        assertEquals(trace.line(first.size() - 1), first.line(first.size() - 1));
        assertEquals(trace.size() % 1426, 0, "whole rounds of the capture");
        assertEquals(List.of(), trace.source().remarks());
        trace.lines().close();
        assertThrows(IOException.class, () -> first.line(0));
    }

    @Test
    void cancelled_itLetsGoOfTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), LINE.repeat(10_000));
        assertThrows(Cancelled.class, () -> Captures.open(file, (done, total) -> {
            throw new Cancelled();
        }, snapshot -> {}));
        Files.delete(file);
        assertFalse(Files.exists(file));
    }

    @Test
    void aFileThatShrank_isSaidSo() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), LINE.repeat(10));
        Trace trace = Captures.open(file);
        Files.writeString(file, "");
        assertTrue(assertThrows(IOException.class, () -> trace.line(9)).toString().contains("shrunk"));
        trace.lines().close();
    }

    @Test
    void aFolder_isNoCapture() {
        assertThrows(TraceFormatException.class, () -> Captures.open(folder));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(result)) {
            out.write(bytes);
        }
        return result.toByteArray();
    }
}
