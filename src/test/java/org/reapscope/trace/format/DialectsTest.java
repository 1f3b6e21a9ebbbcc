package org.reapscope.trace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.trace.Clock;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/** One capture printed in many ways gives one trace. */
final class DialectsTest {

    private static final Path DIALECTS = Path.of("samples/captures/dialects");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"tgid", "no-irq-info", "fields", "latency", "latency-verbose"})
    void everyOptionOfTheKernel_givesTheSameEventsAsTheDefault(String dialect) throws IOException {
        Trace expected = open(DIALECTS.resolve("default.txt.gz"));
        Trace trace = open(DIALECTS.resolve(dialect + ".txt.gz"));
        assertEquals(List.of(), trace.rejected());
        assertEquals(expected.cpus(), trace.cpus());
        assertEquals(Texts.rows(expected), Texts.rows(trace));
        long shift = expected.firstNs() - trace.firstNs();
        for (int row = 0; row < trace.size(); row++) {
            assertEquals(expected.tsNs(row), trace.tsNs(row) + shift, 1000 * (dialect.startsWith("latency") ? 1 : 0));
        }
    }

    @Test
    void theTgidColumnTellsThreadGroups() throws IOException {
        Trace trace = open(DIALECTS.resolve("tgid.txt.gz"));
        var worker = trace.tasks().stream().filter(t -> t.comm().equals("victim-worker")).findFirst().orElseThrow();
        var victim = trace.tasks().stream().filter(t -> t.comm().equals("victim")).findFirst().orElseThrow();
        assertEquals(victim.tid(), worker.tgid());
    }

    @Test
    void theRawOption_isRefusedWithTheReason() {
        var e = assertThrows(TraceFormatException.class, () -> Captures.open(DIALECTS.resolve("raw.txt.gz")));
        assertEquals(13, e.line());
        assertTrue(e.getMessage().contains("raw option") && e.getMessage().contains("echo noraw > trace_options"), e::getMessage);
    }

    @Test
    void theHexOption_isRefusedWithTheReason() {
        String text = "# tracer: nop\n#\n" + "000010b9 00000001 000002b23e5a3b04 02a5 \n".repeat(20);
        var e = assertThrows(TraceFormatException.class, () -> Texts.read(folder, text));
        assertTrue(e.getMessage().contains("hex option"), e::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trace-cmd-N", "trace-cmd-t", "trace-cmd-t-l", "trace-cmd-ts-diff", "trace-cmd"})
    void traceCmdsReport_ofTheSameBuffer_givesTheSameTraceAsTheKernelsText(String report) throws IOException {
        Trace kernel = Texts.read(folder, Texts.resource("ftrace.txt.gz"));
        Trace trace = Texts.read(folder, Texts.resource(report + ".txt.gz"));
        assertEquals("trace-cmd", trace.source().format());
        assertEquals(List.of(), trace.rejected());
        assertEquals(kernel.size(), trace.size());
        assertEquals(kernel.mms().size(), trace.mms().size(), "real pointers and rss_stat's ids are linked");
        for (int row = 0; row < trace.size(); row++) {
            assertEquals(kernel.taskOf(row).tid(), trace.taskOf(row).tid());
            assertEquals(kernel.tracepoint(row), trace.tracepoint(row));
            assertEquals(kernel.tracepoint(row) == Tracepoint.SYS_EXIT ? trace.object(row) : kernel.object(row), trace.object(row));
            boolean plugin = trace.tracepoint(row) == Tracepoint.SCHED_SWITCH && !report.endsWith("N");
            long argument = trace.tracepoint(row) == Tracepoint.CONTENTION_BEGIN && !report.endsWith("-l")
                    ? kernel.argument(row) & ~Payload.IN_INTERRUPT : kernel.argument(row); // only -l prints the context
            assertEquals(plugin ? trace.argument(row) : argument, trace.argument(row));
            int frames = report.endsWith("N") ? 8 : Integer.MAX_VALUE; // -N prints no more
            assertEquals(kernel.stack(row).stream().limit(frames).toList(), trace.stack(row));
            assertEquals(kernel.tsNs(row), trace.tsNs(row), 500, "the kernel rounds to the nearest microsecond");
        }
    }

    @Test
    void traceCmdsMainBuffer_isPrintedWithoutAnInstancesName() throws IOException {
        String text = new String(Texts.resource("trace-cmd.txt.gz"), StandardCharsets.UTF_8);
        Trace instance = Texts.read(folder, text);
        Trace main = Texts.read(folder, text.replaceAll("(?m)^rs: ", ""));
        assertEquals(Texts.rows(instance), Texts.rows(main));
    }

    @Test
    void theOldPluginsLetters_areTheKernelsOnes() throws IOException {
        Trace trace = Texts.read(folder, """
                cpus=2
                     kworker/1:2-76    [001]  4725.266317: sched_switch:         kworker/1:2:76 [120] W ==> C2 CompilerThre:4282 [120]
                          victim-31976 [001]  4725.266318: sched_switch:         victim:31976 [120] X ==> a: b [1]:77 [120]
                """);
        assertEquals('I', (char) trace.argument(0));
        assertEquals('Z', (char) trace.argument(1));
        assertEquals("C2 CompilerThre", trace.tasks().get(trace.object(0)).comm());
        assertEquals("a: b [1]", trace.tasks().get(trace.object(1)).comm());
        assertTrue(trace.source().remarks().getFirst().contains("plugin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"perf-script-ns", "perf-script-pid-tid", "perf-script-no-chains"})
    void perfsLayouts_giveTheSameEvents(String layout) throws IOException {
        Trace expected = Texts.read(folder, Texts.resource("perf-script.txt.gz"));
        Trace trace = Texts.read(folder, Texts.resource(layout + ".txt.gz"));
        assertEquals("perf-script", trace.source().format());
        assertEquals(List.of(), trace.rejected());
        assertEquals(expected.size(), trace.size());
        assertEquals(layout.endsWith("-ns") ? 1 : 1000, trace.source().resolutionNs());
        for (int row = 0; row < trace.size(); row++) {
            assertEquals(expected.task(row), trace.task(row));
            assertEquals(expected.object(row), trace.object(row));
            assertEquals(expected.argument(row), trace.argument(row));
            assertEquals(layout.endsWith("-ns") ? expected.stack(row) : List.of(), trace.stack(row));
        }
    }

    @Test
    void perfsLastSwitchOfATaskThatIsGone_belongsToTheTaskThatItsArgumentsName() throws IOException {
        Trace trace = Texts.read(folder, Texts.resource("perf-script.txt.gz"));
        for (int row = 0; row < trace.size(); row++) {
            if (trace.tsNs(row) == 4_686_644_243_000L) {
                assertEquals("victim-worker", trace.taskOf(row).comm());
                assertTrue(trace.stack(row).contains("do_task_dead"));
                return;
            }
        }
        throw new AssertionError("the event is missing");
    }

    @ParameterizedTest
    @CsvSource({"counter, COUNT, 1", "counter-verb, COUNT, 1", "x86-tsc, CYCLES, 1", "uptime, JIFFIES, 10000000", "uptime-lat, JIFFIES, 10000000"})
    void clocksThatAreNoNanoseconds_areKnownByTheNumbersThatTheyPrint(String capture, Clock clock, long step) throws IOException {
        Trace trace = Texts.read(folder, Texts.resource("clock-" + capture + ".txt.gz"));
        assertEquals(List.of(), trace.rejected());
        assertEquals(clock, trace.source().clock());
        assertEquals(step, trace.source().resolutionNs());
        assertTrue(trace.source().remarks().getFirst().contains("echo mono > trace_clock"), trace.source()::toString);
    }

    @Test
    void theNumbersOfAClockWithoutTime_areKept() throws IOException {
        Trace trace = Texts.read(folder, Texts.resource("clock-counter.txt.gz"));
        assertEquals(List.of(2L, 559L), List.of(trace.firstNs(), trace.lastNs()));
        assertFalse(trace.source().clock().tellsTime());
    }

    @Test
    void ticksOfTheUptimeClock_areHundredthsOfASecond() throws IOException {
        Trace trace = Texts.read(folder, Texts.resource("clock-uptime.txt.gz"));
        assertEquals(472_160_000_000L, trace.firstNs());
        assertEquals(90_000_000, trace.lastNs() - trace.firstNs());
        assertTrue(trace.source().clock().tellsTime());
    }

    @Test
    void aLineOfAnotherClock_isListedAndLeftOut() throws IOException {
        Trace trace = Texts.read(folder, """
                # tracer: nop
                            lmkd-4281    [001] .....  2964.274559: mmap_lock_released: mm=00000000963a9c0a memcg_id=4754 write=true
                            lmkd-4281    [001] .....  2964.274569: mmap_lock_released: mm=00000000963a9c0a memcg_id=4754 write=true
                            lmkd-4281    [001] .....           17: mmap_lock_released: mm=00000000963a9c0a memcg_id=4754 write=true
                """);
        assertEquals(2, trace.size());
        assertEquals(Clock.NANOSECONDS, trace.source().clock());
        assertEquals("time of another clock than the first events have", trace.rejected().getFirst().reason());
    }

    private static Trace open(Path file) throws IOException {
        Trace trace = Captures.open(file);
        trace.lines().close();
        return trace;
    }
}
