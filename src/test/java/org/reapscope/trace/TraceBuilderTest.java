package org.reapscope.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

final class TraceBuilderTest {

    private static final TraceSource SOURCE = new TraceSource("test", "model", 1000, 0);

    private final TraceBuilder builder = new TraceBuilder();

    @Test
    void eventsOutOfOrderAreSorted_andEqualTimesKeepFileOrder() {
        add(30, 1, Tracepoint.SCHED_WAKING, -1, 0);
        int second = add(10, 2, Tracepoint.SIGNAL_DELIVER, -1, 9);
        builder.stack(second, List.of("get_signal", "do_exit"));
        add(30, 3, Tracepoint.SCHED_WAKEUP, -1, 0);
        assertFalse(builder.sorted());
        Trace trace = builder.build(SOURCE, Lines.NONE);
        assertEquals(10, trace.tsNs(0));
        assertEquals(Tracepoint.SCHED_WAKING, trace.tracepoint(1));
        assertEquals(Tracepoint.SCHED_WAKEUP, trace.tracepoint(2));
        assertEquals(List.of("get_signal", "do_exit"), trace.stack(0));
        assertEquals(1, trace.rowAtOrAfter(11));
    }

    @Test
    void aTidUsedAgainAfterItsOwnersExitIsAnotherTask() {
        int first = builder.tasks().task(7);
        add(1, 7, Tracepoint.SCHED_PROCESS_EXIT, first, 1);
        add(2, 8, Tracepoint.SCHED_PROCESS_FREE, first, 0);
        int second = builder.tasks().born(7);
        assertNotEquals(first, second);
        assertEquals(1, builder.build(SOURCE, Lines.NONE).tasks().get(second).epoch());
    }

    @Test
    void aThreadJoinsItsParentsGroup_aProcessLeadsItsOwn() {
        int parent = builder.tasks().task(100);
        builder.tasks().group(parent, 100);
        add(1, 100, Tracepoint.TASK_NEWTASK, builder.tasks().born(101), 0x10000);
        add(2, 100, Tracepoint.TASK_NEWTASK, builder.tasks().born(102), 0);
        List<Task> tasks = builder.build(SOURCE, Lines.NONE).tasks();
        assertEquals(100, tasks.get(builder.tasks().task(101)).tgid());
        assertTrue(tasks.get(builder.tasks().task(102)).leader());
    }

    @Test
    void anMmPointerUsedAgainAfterExitMmapIsAnotherMm_andRssStatFollows() {
        long pointer = 0xee147c73L;
        int mm = builder.mms().byPointer(pointer);
        assertEquals(mm, builder.mms().byRssId(0xee147c73L));
        add(1, 5, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED, mm, Payload.mmapLock(true, true, 1));
        add(2, 5, Tracepoint.EXIT_MMAP, -1, 0);
        assertEquals(mm, builder.mms().byPointer(pointer), "the lock's release still belongs to the old mm");
        add(3, 5, Tracepoint.MMAP_LOCK_RELEASED, mm, Payload.mmapLock(true, true, 1));
        assertNotEquals(mm, builder.mms().byPointer(pointer));
        assertEquals(builder.mms().byPointer(pointer), builder.mms().byRssId(0xee147c73L));
        Trace trace = builder.build(SOURCE, Lines.NONE);
        assertEquals(mm, trace.object(1), "exit_mmap prints no mm: it is the one whose write lock its task holds");
        assertEquals(1, trace.mms().get(mm).exitMmapRow());
    }

    @Test
    void whoQueuedBehindTheTeardownGetsTheLockOfTheOldMm() {
        long pointer = 0xee147c73L;
        int mm = builder.mms().byPointer(pointer, 5, true, false);
        assertEquals(mm, builder.mms().byPointer(pointer, 6, true, false));
        add(1, 5, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED, mm, Payload.mmapLock(true, true, 1));
        add(2, 5, Tracepoint.EXIT_MMAP, -1, 0);
        add(3, 5, Tracepoint.MMAP_LOCK_RELEASED, mm, Payload.mmapLock(true, true, 1));
        assertEquals(mm, builder.mms().byPointer(pointer, 6, false, false), "acquire_returned of the waiter");
        assertEquals(mm, builder.mms().byPointer(pointer, 6, false, true), "released");
        assertNotEquals(mm, builder.mms().byPointer(pointer, 6, true, false), "what it asks for next is another mm");
    }

    @Test
    void payloadsReadBackWhatWasPacked() {
        long signal = Payload.signal(9, -6, true, 2);
        assertEquals(List.of(9, -6, 2), List.of(Payload.signalNumber(signal), Payload.signalCode(signal), Payload.signalResult(signal)));
        long rss = Payload.rss(RssMember.MM_SHMEMPAGES, -4096, true);
        assertEquals(-4096, Payload.rssBytes(rss));
        assertEquals(RssMember.MM_SHMEMPAGES, Payload.rssMember(rss));
        long call = Payload.syscallArguments(-1, 9);
        assertEquals(List.of(-1, 9), List.of(Payload.firstArgument(call), Payload.secondArgument(call)));
        assertEquals(-1, Payload.memcgId(Payload.mmapLock(true, false, -1)));
    }

    @Test
    void namesAreTheSameId_onlyIfTheirBytesAre() {
        Strings strings = builder.strings();
        for (int i = 0; i < 1000; i++) {
            strings.intern("event" + i);
        }
        assertEquals(strings.intern("event7"), strings.intern("xevent7y".getBytes(java.nio.charset.StandardCharsets.UTF_8), 1, 7));
        assertEquals("event999", strings.get(strings.intern("event999")));
    }

    private int add(long ns, int tid, Tracepoint tracepoint, int object, long argument) {
        return builder.add(ns, 0, builder.tasks().task(tid), tracepoint.ordinal(), object, argument, 0);
    }
}
