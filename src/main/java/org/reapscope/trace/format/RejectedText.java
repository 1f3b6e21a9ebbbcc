package org.reapscope.trace.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.reapscope.base.job.Progress;
import org.reapscope.trace.RejectedLines;

/** The lines that a reader did not understand, with their text, read once more from the file. */
public final class RejectedText {

    private static final int LONGEST = 400;
    private static final int REPORT_EVERY = 4096;

    /**
     * One line.
     *
     * @param number from 1
     * @param text its text, cut where it is very long
     */
    public record Line(long number, String text) {}

    /**
     * One reason with its lines.
     *
     * @param reason what was expected and not found
     * @param count how many lines
     * @param lines the first of them
     */
    public record Group(String reason, long count, List<Line> lines) {}

    private RejectedText() {}

    /**
     * Reads the lines of every reason.
     *
     * @throws IOException if the file cannot be read
     */
    public static List<Group> of(Path file, List<RejectedLines.Reason> reasons, Progress progress) throws IOException {
        TreeSet<Long> wanted = new TreeSet<>();
        reasons.forEach(reason -> wanted.addAll(reason.lines()));
        Map<Long, String> texts = read(file, wanted, progress);
        return reasons.stream().map(reason -> new Group(reason.reason(), reason.count(), reason.lines().stream()
                .map(number -> new Line(number, texts.getOrDefault(number, ""))).toList())).toList();
    }

    private static Map<Long, String> read(Path file, TreeSet<Long> wanted, Progress progress) throws IOException {
        Map<Long, String> result = new HashMap<>();
        long bytes = Files.size(file);
        try (InputStream in = CaptureText.of(file)) {
            List<Long> order = new ArrayList<>(wanted);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 1;
            long done = 0;
            int next = 0;
            int b = in.read();
            while (b >= 0 && next < order.size()) {
                boolean end = b == '\n';
                if (!end && number == order.get(next) && line.size() < LONGEST) {
                    line.write(b);
                }
                if (end && number++ == order.get(next)) {
                    result.put(order.get(next++), text(line));
                }
                if (done++ % REPORT_EVERY == 0) {
                    progress.report(done, bytes);
                }
                b = in.read();
            }
            if (next < order.size() && number == order.get(next)) {
                result.put(number, text(line));
            }
        }
        return result;
    }

    private static String text(ByteArrayOutputStream line) {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
