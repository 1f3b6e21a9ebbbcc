package org.reapscope.trace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/** Every capture that comes with the program opens, with the counts of the table in its folder's README. */
final class CapturesTest {

    private static final Path FOLDER = Path.of("samples/captures");

    private record Row(String file, int events, String answers) {
        @Override
        public String toString() {
            return file;
        }
    }

    static List<Row> table() throws IOException {
        return Files.readAllLines(FOLDER.resolve("README.md")).stream()
                .filter(line -> line.contains(".txt.gz |"))
                .map(line -> line.split("\\|"))
                .map(cells -> new Row(cells[1].strip(), Integer.parseInt(cells[3].strip()), cells[4].strip()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("table")
    void everyEventIsUnderstood_andTheCallsReturnWhatTheTableSays(Row row) throws IOException {
        Trace trace = Captures.open(FOLDER.resolve(row.file()));
        try (var lines = trace.lines()) {
            assertEquals(row.events(), trace.size());
            assertEquals(List.of(), trace.rejected());
            assertEquals(2, trace.cpus());
            assertEquals(row.answers(), row.answers().equals("-") ? "-" : answers(trace));
            for (int i = 0; i < trace.size(); i += 1 + trace.size() / 100) {
                assertTrue(lines.at(trace.offset(i)).contains(trace.string(trace.name(i)).replaceFirst("^sys_e.*", "sys_")));
            }
        }
    }

    @Test
    void noEventOfTheCapturesHasAnUnknownName() throws IOException {
        Map<String, Integer> others = new TreeMap<>();
        for (Row row : table()) {
            Trace trace = Captures.open(FOLDER.resolve(row.file()));
            trace.lines().close();
            IntStream.range(0, trace.size()).filter(i -> trace.tracepoint(i) == Tracepoint.OTHER)
                    .forEach(i -> others.merge(trace.eventName(i), 1, Integer::sum));
        }
        assertEquals(Map.of(), others);
    }

    private static String answers(Trace trace) {
        int[] counts = new int[3];
        for (int row = 0; row < trace.size(); row++) {
            if (trace.tracepoint(row) == Tracepoint.SYS_EXIT && trace.syscall(row).equals("process_mrelease")) {
                long ret = trace.argument(row);
                counts[ret == 0 ? 0 : ret == -3 ? 1 : 2]++;
            }
        }
        return counts[0] + " / " + counts[1] + " / " + counts[2];
    }

    @Test
    void theGoldenKill_itsEsrchAndItsVictimsMemory_standInTheTrace() throws IOException {
        Trace trace = Captures.open(FOLDER.resolve("lmkd-smaps.txt.gz"));
        trace.lines().close();
        int esrch = IntStream.range(0, trace.size())
                .filter(i -> trace.tracepoint(i) == Tracepoint.SYS_EXIT && trace.argument(i) == -3).findFirst().orElseThrow();
        assertEquals("lmkd", trace.taskOf(esrch).comm());
        assertEquals(346_439_859_000L, trace.tsNs(esrch));
        int teardown = IntStream.range(esrch, trace.size())
                .filter(i -> trace.tracepoint(i) == Tracepoint.EXIT_MMAP).findFirst().orElseThrow();
        assertEquals("smaps-reader", trace.taskOf(teardown).comm());
        assertEquals(346_445_642_000L, trace.tsNs(teardown));
        int lastRss = IntStream.range(0, teardown).filter(i -> trace.tracepoint(i) == Tracepoint.RSS_STAT).max().orElseThrow();
        assertEquals(trace.object(lastRss), trace.object(teardown), "the mm whose counters fell is the mm that exit_mmap ends");
        assertEquals(0, Payload.rssBytes(trace.argument(lastRss)));
    }
}
