package org.reapscope.trace.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.reapscope.base.job.Progress;
import org.reapscope.trace.Trace;

/** Measures how fast captures are read: makes a large one out of a small real one, and reads it. */
public final class LoadBenchmark {

    /**
     * What one reading took.
     *
     * @param bytes size of the text
     * @param events events read
     * @param seconds from the file to the trace, by the clock
     * @param cpuSeconds the same by the processor: what the clock would show on an idle machine with the file in memory
     * @param columnBytes memory that the event columns take
     */
    public record Figures(long bytes, long events, double seconds, double cpuSeconds, long columnBytes) {

        /** Millions of bytes in a second. */
        public double megabytesPerSecond() {
            return bytes / seconds / 1e6;
        }

        public double eventsPerSecond() {
            return events / seconds;
        }

        public double bytesPerEvent() {
            return (double) columnBytes / events;
        }
    }

    private LoadBenchmark() {}

    /**
     * Writes a capture one time after the other, each later than the one before by whole seconds, until the file has at
     * least {@code bytes} bytes. Thread ids stay, so that they are reused as on a long-running machine.
     *
     * @param capture a capture in ftrace text with times in seconds
     */
    public static void repeat(Path capture, Path target, long bytes, Progress progress) throws IOException {
        Trace trace = Captures.open(capture);
        trace.lines().close();
        long shift = (trace.lastNs() - trace.firstNs()) / 1_000_000_000 + 1;
        long written = 0;
        try (CaptureFile input = CaptureFile.open(capture);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 20)) {
            for (long round = 0; written < bytes; round++) {
                LineScanner scanner = new LineScanner(input, () -> {});
                while (scanner.next()) {
                    written += line(scanner, round * shift, out);
                }
                progress.report(Math.min(written, bytes), bytes);
            }
        }
    }

    private static int line(LineScanner scanner, long shift, OutputStream out) throws IOException {
        byte[] b = scanner.buffer();
        int from = scanner.from();
        int to = scanner.to();
        EventLine line = new EventLine();
        int written = to - from + 1;
        if (shift > 0 && from < to && b[from] == '#') {
            return 0;
        }
        if (from < to && new FtraceHead().parse(b, from, to, line)) {
            int point = line.body - 1;
            while (point > from && b[point] != '.') {
                point--;
            }
            int seconds = point;
            while (seconds > from && Ascii.digit(b[seconds - 1])) {
                seconds--;
            }
            byte[] later = Long.toString(Ascii.decimal(b, seconds, point) + shift).getBytes(StandardCharsets.US_ASCII);
            out.write(b, from, seconds - from);
            out.write(later);
            from = point;
            written += later.length - (point - seconds);
        }
        out.write(b, from, to - from);
        out.write('\n');
        return written;
    }

    /** Reads a capture and tells how long that took. */
    public static Figures run(Path capture, Progress progress) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpuStart = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        Trace trace = Captures.open(capture, progress, snapshot -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (threads.getCurrentThreadCpuTime() - cpuStart) / 1e9;
        trace.lines().close();
        return new Figures(trace.source().bytes(), trace.size(), seconds, cpuSeconds, trace.bytes());
    }
}
