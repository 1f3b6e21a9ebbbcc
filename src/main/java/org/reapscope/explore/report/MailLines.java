package org.reapscope.explore.report;

import java.io.IOException;

/** Text in lines of at most 100 columns, fit for a mail. */
public final class MailLines {

    private static final int WIDTH = 100;

    private MailLines() {}

    /** A paragraph; what it begins with in blanks, all its lines begin with. */
    public static void wrapped(Appendable out, String text) throws IOException {
        String indent = " ".repeat(text.length() - text.stripLeading().length());
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.strip().split(" ")) {
            if (line.length() > indent.length()) {
                if (line.length() + 1 + word.length() > WIDTH) {
                    out.append(line).append('\n');
                    line.setLength(indent.length());
                } else {
                    line.append(' ');
                }
            }
            line.append(word);
        }
        out.append(line).append('\n');
    }

    /** A schedule's text, indented. */
    static void schedule(Appendable out, String schedule) throws IOException {
        if (!schedule.isEmpty()) {
            out.append("    ").append(schedule.replace("\n", "\n    ")).append('\n');
        }
    }
}
