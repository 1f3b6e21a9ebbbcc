package org.reapscope.picture;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.reapscope.analysis.Severity;
import org.reapscope.base.job.Progress;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.Lanes;

/**
 * Measures what a frame costs while somebody zooms and pans through a large trace: 16 lanes (tasks, CPUs, an mmap_lock
 * and its counters) and a thousand marks, into pixels, on one thread.
 */
public final class PaintBenchmark {

    private static final long SEED = 42;
    private static final int MARKS = 1000;
    private static final double NARROWEST_NS = 20_000;

    private PaintBenchmark() {}

    /**
     * Runs it.
     *
     * @param events events of the synthetic trace, such as 10 million; 50 bytes of heap each
     * @param frames frames to measure, after as many to warm up
     * @param progress hears the frames done
     */
    public static PaintFigures run(int events, int width, int height, int frames, Progress progress) {
        Trace trace = SyntheticTrace.of(events, SEED);
        long began = System.nanoTime();
        Lanes lanes = Lanes.of(trace, (done, total) -> progress.report(0, 2L * frames));
        double buildMs = (System.nanoTime() - began) / 1e6;
        Picture picture = new Picture(trace, lanes, rows(), marks(trace), List.of(), trace.firstNs());
        TimelinePainter painter = new TimelinePainter(Palette.named("dark"));
        int[] pixels = new int[width * height];
        long[] took = new long[frames];
        long[] cpu = new long[frames];
        long allocated = 0;
        for (int i = -frames; i < frames; i++) {
            Viewport viewport = viewport(trace, width, height, i + frames, 2 * frames);
            long bytes = allocatedBytes();
            long cpuStart = cpuNs();
            long start = System.nanoTime();
            painter.paint(picture, viewport, pixels);
            if (i >= 0) {
                took[i] = System.nanoTime() - start;
                cpu[i] = cpuNs() - cpuStart;
                allocated += allocatedBytes() - bytes;
            }
            progress.report(i + frames, 2L * frames);
        }
        Moved moved = moved(painter, picture, trace, pixels, width, height, frames);
        Arrays.sort(took);
        Arrays.sort(cpu);
        return new PaintFigures(events, SyntheticTrace.TASKS + SyntheticTrace.CPUS + 1 + 3, width, height, frames, buildMs,
                (double) (trace.bytes() + lanes.bytes()) / events, took[frames / 2] / 1e6, took[(int) (frames * 0.99)] / 1e6,
                took[frames - 1] / 1e6, cpu[(int) (frames * 0.99)] / 1e6, (double) allocated / frames, moved.drawnMs, moved.movedMs, moved.bytes);
    }

    /** Milliseconds of processor time of a frame at the median, and bytes that a moved one allocates. */
    private record Moved(double drawnMs, double movedMs, double bytes) {}

    /** Frames of a view that goes on by a few pixels at a time, each drawn anew and moved from the one before. */
    private static Moved moved(TimelinePainter painter, Picture picture, Trace trace, int[] pixels, int width, int height, int frames) {
        long view = (trace.lastNs() - trace.firstNs()) / 50;
        long[] drawn = new long[frames];
        long[] moved = new long[frames];
        long allocated = 0;
        TimelinePainter mover = new TimelinePainter(painter.palette());
        int[] screen = new int[pixels.length];
        for (int i = -frames; i < frames; i++) {
            long start = trace.firstNs() + view * 10 + view * (i + frames) * 12 / width;
            Viewport viewport = new Viewport(start, start + view, width, height, 140, 0, 1);
            long began = cpuNs();
            painter.paint(picture, viewport, pixels);
            long middle = cpuNs();
            long bytes = allocatedBytes();
            mover.repaint(picture, viewport, screen);
            bytes = allocatedBytes() - bytes;
            if (i >= 0) {
                moved[i] = cpuNs() - middle;
                drawn[i] = middle - began;
                allocated += bytes;
            }
        }
        Arrays.sort(drawn);
        Arrays.sort(moved);
        return new Moved(drawn[frames / 2] / 1e6, moved[frames / 2] / 1e6, (double) allocated / frames);
    }

    /** From the whole trace down to 20 µs and back, three times, while the middle wanders through the trace. */
    private static Viewport viewport(Trace trace, int width, int height, int frame, int frames) {
        double span = trace.lastNs() - trace.firstNs();
        double phase = 6.0 * frame / frames;
        double depth = 1 - Math.abs(phase % 2 - 1);
        double view = span * Math.pow(NARROWEST_NS / span, depth);
        double middle = trace.firstNs() + view / 2 + (span - view) * (0.5 + 0.4 * Math.sin(frame * 0.11));
        return new Viewport((long) (middle - view / 2), (long) (middle + view / 2) + 1, width, height, 140, 0, 1);
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>(List.of(new Row.Ruler()));
        for (int i = 0; i < SyntheticTrace.TASKS; i++) {
            rows.add(new Row.States(new LaneId.TaskLane(i + 1), "task-" + i));
        }
        for (int cpu = 0; cpu < SyntheticTrace.CPUS; cpu++) {
            rows.add(new Row.States(new LaneId.CpuLane(cpu), "CPU " + cpu));
        }
        rows.add(new Row.Spans(new LaneId.MmapLockLane(0), "mmap_lock"));
        rows.add(new Row.Rss(0, "RSS, " + RssMember.values().length + " counters"));
        rows.add(new Row.Overview("overview"));
        return rows;
    }

    private static List<Mark> marks(Trace trace) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < MARKS; i++) {
            int row = (int) ((long) trace.size() * i / MARKS);
            Mark.Shape shape = i % 10 == 0 ? Mark.Shape.FLAG : Mark.Shape.DIAMOND;
            marks.add(new Mark(trace.tsNs(row), 1 + i % SyntheticTrace.TASKS, shape, Severity.values()[i % 4], "", row));
        }
        return marks;
    }

    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long allocatedBytes() {
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean bean
                ? bean.getCurrentThreadAllocatedBytes() : 0;
    }
}
