package org.reapscope.trace.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/** Captures written in a test, and those that lie beside it. */
final class Texts {

    private Texts() {}

    /** The unpacked bytes of a capture beside the tests. */
    static byte[] resource(String name) {
        try (var in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("no resource " + name);
            }
            return new GZIPInputStream(new ByteArrayInputStream(in.readAllBytes())).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Reads bytes as a capture; its lines are closed. */
    static Trace read(Path folder, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("capture.txt"), bytes);
        Trace trace = Captures.open(file);
        trace.lines().close();
        return trace;
    }

    /** Reads a text as a capture, without a header line. */
    static Trace read(Path folder, String text) throws IOException {
        return read(folder, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the columns hold, for comparisons. */
    static List<List<Object>> rows(Trace trace) {
        return IntStream.range(0, trace.size()).mapToObj(row -> row(trace, row)).toList();
    }

    private static List<Object> row(Trace trace, int row) {
        var tracepoint = trace.tracepoint(row);
        boolean syscall = tracepoint == Tracepoint.SYS_ENTER || tracepoint == Tracepoint.SYS_EXIT;
        return List.of(trace.cpu(row), trace.taskOf(row).label(), trace.taskOf(row).epoch(), trace.eventName(row),
                syscall ? trace.syscall(row) : trace.object(row), trace.argument(row), trace.stack(row));
    }
}
