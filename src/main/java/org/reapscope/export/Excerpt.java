package org.reapscope.export;

import java.io.IOException;

import org.reapscope.base.file.Untrusted;
import org.reapscope.trace.Trace;

/** A part of the original capture that any reader of such captures opens: its own lines, byte for byte but for line ends. */
public final class Excerpt {

    private Excerpt() {}

    /**
     * Writes the events of a span of time, headed by a line that says where they are from, stack traces included.
     *
     * @param fromRow the first event
     * @param toRow after the last event
     * @throws IOException if the source has gone or shrunk, or {@code out} fails
     */
    public static void write(Trace trace, int fromRow, int toRow, Appendable out) throws IOException {
        out.append("# tracer: nop\n#\n# excerpt of ").append(Untrusted.shown(trace.source().name())).append(", events ")
                .append(Integer.toString(fromRow + 1)).append(" to ").append(Integer.toString(toRow)).append(" of ")
                .append(Integer.toString(trace.size())).append("\n#\n");
        for (int row = fromRow; row < toRow; row++) {
            String line = trace.line(row);
            out.append(line).append('\n');
            if (!trace.stack(row).isEmpty()) {
                stack(trace, row, line, out);
            }
        }
    }

    private static void stack(Trace trace, int row, String line, Appendable out) throws IOException {
        int event = line.indexOf(trace.eventName(row) + ":");
        if (event >= 0) {
            out.append(line, 0, event).append("<stack trace>\n");
            for (String frame : trace.stack(row)) {
                out.append(" => ").append(frame).append('\n');
            }
        }
    }
}
