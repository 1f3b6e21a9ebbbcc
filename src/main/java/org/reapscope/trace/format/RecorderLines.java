package org.reapscope.trace.format;

import java.nio.charset.StandardCharsets;

import org.reapscope.trace.TraceBuilder;

/** What the recorder says between events: how many entries there were, which were lost, how many CPUs there are. */
final class RecorderLines {

    private static final String ENTRIES = "# entries-in-buffer/entries-written:";
    private static final String LATENCY = "# latency:";
    private static final String CPUS = "#P:";
    private static final String NOTE = "# reapscope: ";
    /** What the recording script notes at the head of a recording whose rss_stat events it filtered. */
    private static final String RSS_FILTERED = "rss_stat filtered to whole MiB";
    private static final int MOST_NOTES = 16;
    private static final byte[] CPU = Ascii.bytes("CPU:");
    private static final byte[] CPU_COUNT = Ascii.bytes("cpus=");
    private static final byte[] PERF_LOST = Ascii.bytes("PERF_RECORD_LOST lost ");
    private static final byte[] ATRACE = Ascii.bytes("TRACE:");
    private static final byte[] VERSION = Ascii.bytes("version = ");

    private final TraceBuilder builder;
    private final Reading reading;
    private int notes;

    /** Tells {@code reading} what the script that recorded has noted in comments. */
    RecorderLines(TraceBuilder builder, Reading reading) {
        this.builder = builder;
        this.reading = reading;
    }

    /** Hears a line that begins with {@code #}. */
    void comment(byte[] b, int from, int to) {
        if (to - from < 4 || b[from + 1] != ' ') {
            return;
        }
        String text = new String(b, from, Math.min(to - from, 200), StandardCharsets.UTF_8);
        if (text.startsWith(ENTRIES)) {
            entries(text.substring(ENTRIES.length()));
            cpus(text);
        } else if (text.startsWith(LATENCY)) {
            entries(text.substring(text.indexOf('#', 1) + 1));
            cpus(text);
        } else if (text.startsWith(NOTE) && text.matches("[ -~]+") && notes++ < MOST_NOTES) {
            note(text.substring(NOTE.length()));
        }
    }

    private void note(String text) {
        reading.remark("The recording script noted: " + text + ".");
        if (text.equals(RSS_FILTERED)) {
            reading.rssFiltered();
        }
    }

    /** Whether a line that is no event is one of the recorder's. */
    boolean understands(byte[] b, int from, int to) {
        if (Ascii.startsWith(b, from, to, CPU)) {
            return lost(b, from + CPU.length, to);
        }
        if (Ascii.startsWith(b, from, to, CPU_COUNT)) {
            int digits = from + CPU_COUNT.length;
            builder.atLeastCpus(cpuCount(Ascii.decimal(b, digits, Ascii.skipDigits(b, digits, to))));
            return true;
        }
        int lostByPerf = Ascii.indexOf(b, from, to, PERF_LOST);
        if (lostByPerf >= 0) {
            int digits = lostByPerf + PERF_LOST.length;
            builder.lost(Math.max(1, Ascii.decimal(b, digits, Ascii.skipDigits(b, digits, to))));
            return true;
        }
        return Ascii.startsWith(b, from, to, ATRACE) || Ascii.startsWith(b, from, to, VERSION)
                || Ascii.skipBlanks(b, from, to) == to;
    }

    /** {@code CPU:1 [LOST 123 EVENTS]} of the kernel, {@code CPU:1 [123 EVENTS DROPPED]} of trace-cmd; the number may be missing. */
    private boolean lost(byte[] b, int from, int to) {
        String text = new String(b, from, Math.min(to - from, 100), StandardCharsets.UTF_8);
        int bracket = text.indexOf('[');
        if (bracket < 0 || !text.contains("EVENTS") || !(text.contains("LOST") || text.contains("DROPPED"))) {
            return false;
        }
        String digits = text.substring(bracket).replaceAll("[^0-9]", "");
        builder.lost(digits.isEmpty() || digits.length() > 18 ? 1 : Long.parseLong(digits));
        int cpu = Ascii.skipDigits(b, from, to);
        if (cpu > from && cpu - from < 5) {
            builder.lossOn((int) Ascii.decimal(b, from, cpu));
        }
        return true;
    }

    private void entries(String text) {
        String[] parts = text.strip().split("[/, ]", 3);
        if (parts.length > 1 && number(parts[0]) >= 0 && number(parts[1]) > number(parts[0])) {
            builder.lost(number(parts[1]) - number(parts[0]));
        }
    }

    private void cpus(String text) {
        int at = text.indexOf(CPUS);
        if (at >= 0) {
            builder.atLeastCpus(cpuCount(number(text.substring(at + CPUS.length()).replaceAll("[^0-9].*", ""))));
        }
    }

    private static int cpuCount(long count) {
        return Math.clamp(count, 0, 0xffff);
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
