package org.reapscope.trace.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reapscope.trace.Trace;

/**
 * Captures recorded with the tracer's options on: stacks after every event, of the kernel and of user space, in every way
 * of writing frames, and the options that print no arguments. Each is one kill of 4 MiB on Linux 6.18.
 */
final class TracerOptionsTest {

    private static final String EVENT = "          victim-7     [001] d..2.     1.00000%d: %s\n";

    private static final Pattern HEAD = Pattern.compile("^[^#]*?-\\d+ +\\[?0*(\\d)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"stacktrace", "userstacktrace", "stacktrace-userstacktrace", "stacktrace-sym-addr-sym-offset", "latency-format-stacktrace"})
    void everyStack_goesToItsEvent_interruptsBetweenThemOrNot_andNoLineIsLost(String option) throws IOException {
        String text = text(option);
        Path file = Files.writeString(folder.resolve("capture.txt"), text);
        Trace trace = Captures.open(file);
        try (var lines = trace.lines()) {
            assertEquals(List.of(), trace.rejected());
            List<List<String>> stacks = stacksAsTheyNest(text);
            assertEquals(stacks.size(), trace.size());
            for (int row = 0; row < trace.size(); row++) {
                assertEquals(stacks.get(row), trace.stack(row), lines.at(trace.offset(row)));
            }
        }
    }

    @Test
    void everyEventOfTheKernel_hasAStack_whereStackTracesAreOn() throws IOException {
        Trace trace = Texts.read(folder, text("stacktrace"));
        assertEquals(409, trace.size());
        for (int row = 0; row < trace.size(); row++) {
            assertFalse(trace.stack(row).isEmpty(), trace.eventName(row));
        }
    }

    @Test
    void framesAreSymbolsAlone_withoutOffsetsAndAddresses_andTheUsersFollowTheKernels() throws IOException {
        Trace trace = Texts.read(folder, text("stacktrace-sym-addr-sym-offset"));
        List<String> stack = trace.stack(0);
        assertEquals("trace_event_raw_event_mmap_lock", stack.getFirst());
        assertTrue(stack.contains("do_syscall_64"), stack::toString);
        assertTrue(stack.getLast().matches("<[0-9a-f]{16}>"), stack::toString);
    }

    @Test
    void aFrameInAnObjectOfUserSpace_keepsItsOffset() throws IOException {
        Trace trace = Texts.read(folder, EVENT.formatted(1, "signal_deliver: sig=9 errno=0 code=0 sa_handler=0 sa_flags=0")
                + EVENT.formatted(2, "<user stack trace>")
                + " => /usr/lib/x86_64-linux-gnu/libc.so.6[+0xdba07] <00007fb25d91fa07>\n =>  <00007fb25d91fa08>\n =>  ??\n");
        assertEquals(List.of("/usr/lib/x86_64-linux-gnu/libc.so.6[+0xdba07]", "<00007fb25d91fa08>", "??"), trace.stack(0));
        assertEquals(List.of(), trace.rejected());
    }

    @Test
    void anInterruptBetweenAnEventAndItsStack_takesNeitherAway() throws IOException {
        Trace trace = Texts.read(folder, EVENT.formatted(1, "mmap_lock_released: mm=00000000963a9c0a memcg_id=4754 write=true")
                + EVENT.formatted(2, "sched_waking: comm=lmkd pid=8 prio=120 target_cpu=000")
                + EVENT.formatted(3, "<stack trace>") + " => trace_event_raw_event_sched_wakeup_template\n => hrtimer_interrupt\n"
                + EVENT.formatted(4, "<stack trace>") + " => trace_event_raw_event_mmap_lock\n => exit_mmap\n");
        assertEquals(List.of("trace_event_raw_event_mmap_lock", "exit_mmap"), trace.stack(0));
        assertEquals(List.of("trace_event_raw_event_sched_wakeup_template", "hrtimer_interrupt"), trace.stack(1));
    }

    @Test
    void theStackOfAnEventThatWasNotUnderstood_isNotGivenToTheOneBefore() throws IOException {
        Trace trace = Texts.read(folder, EVENT.formatted(1, "mmap_lock_released: mm=00000000963a9c0a memcg_id=4754 write=true")
                + EVENT.formatted(2, "mmap_lock_released: what is this")
                + EVENT.formatted(3, "<stack trace>") + " => trace_event_raw_event_mmap_lock\n => exit_mmap\n");
        assertEquals(1, trace.size());
        assertEquals(List.of(), trace.stack(0));
        assertEquals(List.of(2L, 4L), trace.rejected().stream().map(r -> r.lines().getFirst()).toList());
    }

    @Test
    void framesAtTheBeginning_whoseEventWasCutOff_areCounted() throws IOException {
        Trace trace = Texts.read(folder, " => exit_mmap\n => mmput\n" + EVENT.formatted(1, "mmap_lock_released: mm=00000000963a9c0a memcg_id=4754 write=true"));
        assertEquals("stack trace without its event", trace.rejected().getFirst().reason());
        assertEquals(List.of(1L, 2L), trace.rejected().getFirst().lines());
    }

    @ParameterizedTest
    @CsvSource({"hex,nohex,13", "bin,nobin,13", "raw,noraw,13", "nocontext-info,context-info,3"})
    void whatIsPrintedWithoutArguments_isRefused_withTheOptionToSwitch(String option, String mend, int line) {
        TraceFormatException e = assertThrows(TraceFormatException.class, () -> Texts.read(folder, bytes(option)));
        assertTrue(e.getMessage().contains("capture.txt:" + line + ": printed with"), e::getMessage);
        assertTrue(e.getMessage().contains("`echo " + mend + " > trace_options`"), e::getMessage);
    }

    @ParameterizedTest
    @CsvSource({"hex,nohex", "bin,nobin", "raw,noraw"})
    void theSame_outOfThePipe_withoutAHeader(String option, String mend) {
        String text = new String(bytes(option), StandardCharsets.ISO_8859_1);
        String headless = text.substring(text.lastIndexOf("#"));
        String body = headless.substring(headless.indexOf('\n') + 1);
        TraceFormatException e = assertThrows(TraceFormatException.class, () -> Texts.read(folder, body.getBytes(StandardCharsets.ISO_8859_1)));
        assertTrue(e.getMessage().contains("`echo " + mend + " > trace_options`"), e::getMessage);
    }

    @Test
    void stacksThatTheFieldsOptionLeavesOut_areCountedByTheirOwnReason() throws IOException {
        Trace trace = Texts.read(folder, text("fields-stacktrace"));
        assertEquals(377, trace.size());
        assertEquals(List.of(StrangeLines.STACK_AS_FIELDS), trace.rejected().stream().map(r -> r.reason()).toList());
        assertEquals(1123 - 377, trace.rejected().getFirst().count());
    }

    /** An event of a text and the frames behind it. */
    private record Seen(String cpu, List<String> kernel, List<String> user) {}

    /** Every event with its frames: a stack is that of the last event of its CPU that has none of the kind, since interrupts nest. */
    private static List<List<String>> stacksAsTheyNest(String text) {
        List<Seen> events = new ArrayList<>();
        List<String> open = List.of();
        for (String line : text.split("\n")) {
            Matcher head = HEAD.matcher(line);
            if (line.startsWith(" =>")) {
                open.add(line.replaceFirst("^ => +", "").replaceFirst("^([^ +]+)[ +].*", "$1"));
            } else if (head.find() && line.contains("stack trace>")) {
                boolean user = line.contains("<user");
                open = events.reversed().stream().filter(e -> e.cpu.equals(head.group(1))).map(e -> user ? e.user : e.kernel)
                        .filter(List::isEmpty).findFirst().orElseThrow();
            } else if (head.hasMatch()) {
                events.add(new Seen(head.group(1), new ArrayList<>(), new ArrayList<>()));
            }
        }
        return events.stream().map(e -> Stream.concat(e.kernel.stream(), e.user.stream()).toList()).toList();
    }

    private static String text(String option) {
        return new String(bytes(option), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String option) {
        return Texts.resource("options/" + option + ".txt.gz");
    }
}
