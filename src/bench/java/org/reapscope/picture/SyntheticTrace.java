package org.reapscope.picture;

import java.util.SplittableRandom;

import org.reapscope.trace.Lines;
import org.reapscope.trace.Payload;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Trace;
import org.reapscope.trace.TraceBuilder;
import org.reapscope.trace.TraceSource;
import org.reapscope.trace.Tracepoint;

/** A trace of any size for measuring: four CPUs that switch among eight tasks, lock an mm and change its counters. Seeded. */
final class SyntheticTrace {

    static final int CPUS = 4;
    static final int TASKS = 8;

    private static final long POINTER = 0x1000;

    private SyntheticTrace() {}

    static Trace of(int events, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TraceBuilder builder = new TraceBuilder();
        int[] tasks = new int[TASKS];
        for (int i = 0; i < TASKS; i++) {
            tasks[i] = builder.tasks().task(100 + i);
            builder.tasks().name(tasks[i], "task-" + i);
        }
        int mm = builder.mms().byPointer(POINTER);
        int[] on = {tasks[0], tasks[1], tasks[2], tasks[3]};
        long ns = 0;
        for (int i = 0; i < events; i++) {
            ns += random.nextInt(2000);
            int cpu = i % CPUS;
            int task = on[cpu];
            int turn = i / CPUS % 6;
            switch (turn) {
                case 0 -> {
                    int other = task == tasks[cpu] ? tasks[cpu + CPUS] : tasks[cpu];
                    char state = "RSSSD".charAt(random.nextInt(5));
                    builder.add(ns, cpu, task, Tracepoint.SCHED_SWITCH.ordinal(), other, Payload.prevState(state, false), i);
                    on[cpu] = other;
                }
                case 1 -> builder.add(ns, cpu, task, Tracepoint.SCHED_WAKING.ordinal(),
                        task == tasks[cpu] ? tasks[cpu + CPUS] : tasks[cpu], cpu, i);
                case 2 -> builder.add(ns, cpu, task, Tracepoint.MMAP_LOCK_START_LOCKING.ordinal(), mm, Payload.mmapLock(cpu == 0, true, 1), i);
                case 3 -> builder.add(ns, cpu, task, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED.ordinal(), mm, Payload.mmapLock(cpu == 0, true, 1), i);
                case 4 -> builder.add(ns, cpu, task, Tracepoint.RSS_STAT.ordinal(), mm,
                        Payload.rss(RssMember.of(random.nextInt(3)), 4096L * random.nextInt(30_000), true), i);
                default -> builder.add(ns, cpu, task, Tracepoint.MMAP_LOCK_RELEASED.ordinal(), mm, Payload.mmapLock(cpu == 0, true, 1), i);
            }
        }
        return builder.build(new TraceSource("synthetic", "model", 1, 0), Lines.NONE);
    }
}
