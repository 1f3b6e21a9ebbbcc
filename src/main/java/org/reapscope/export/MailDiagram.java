package org.reapscope.export;

import java.util.ArrayList;
import java.util.List;

/**
 * Events side by side as kernel mails and commit messages show a race: a column for each CPU or task, one event a line,
 * time going down, spaces only, never wider than {@link #WIDTH}.
 *
 * <pre>
 *   lmkd                                  victim
 *   ----                                  ------
 *   pidfd_send_signal(SIGKILL) = 0
 *                                         exit_mm()
 *                                           task-&gt;mm = NULL
 *   process_mrelease()
 * !!  = -ESRCH
 * </pre>
 */
public final class MailDiagram {

    /** The widest line that survives being quoted a few times. */
    public static final int WIDTH = 75;

    private static final int GUTTER = 2;
    private static final String FAILED = "!!";

    /**
     * One event.
     *
     * @param column which column, from 0
     * @param indent how deep in calls, from 0
     * @param text what happened; wrapped where the column is too narrow
     * @param failed whether it is a call that failed, to be marked in the margin
     */
    public record Entry(int column, int indent, String text, boolean failed) {}

    private final List<String> titles;
    private final List<Entry> entries;

    /**
     * A diagram of one to four columns.
     *
     * @throws IllegalArgumentException if an entry names no column
     */
    public MailDiagram(List<String> titles, List<Entry> entries) {
        this.titles = List.copyOf(titles);
        this.entries = List.copyOf(entries);
        for (Entry entry : entries) {
            if (entry.column() < 0 || entry.column() >= titles.size()) {
                throw new IllegalArgumentException("an event names column " + entry.column() + " of " + titles.size());
            }
        }
    }

    /** The diagram, every line ended. */
    @Override
    public String toString() {
        int width = (WIDTH - GUTTER) / Math.max(1, titles.size());
        StringBuilder out = new StringBuilder();
        StringBuilder names = new StringBuilder();
        StringBuilder rules = new StringBuilder();
        for (int column = 0; column < titles.size(); column++) {
            String title = cut(plain(titles.get(column)), width - 2);
            put(names, GUTTER + column * width, title);
            put(rules, GUTTER + column * width, "-".repeat(title.length()));
        }
        out.append(names).append('\n').append(rules).append('\n');
        for (Entry entry : entries) {
            boolean first = true;
            for (String part : wrapped(plain(entry.text()), width - 1 - 2 * entry.indent())) {
                StringBuilder line = new StringBuilder(entry.failed() && first ? FAILED : "");
                put(line, GUTTER + entry.column() * width + 2 * entry.indent(), first ? part : "  " + part);
                out.append(line.toString().stripTrailing()).append('\n');
                first = false;
            }
        }
        return out.toString();
    }

    private static void put(StringBuilder line, int at, String text) {
        line.append(" ".repeat(Math.max(0, at - line.length()))).append(text);
    }

    private static List<String> wrapped(String text, int width) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        int room = width;
        while (rest.length() > room) {
            int space = rest.lastIndexOf(' ', room);
            int cut = space > 0 ? space : Math.max(1, room);
            parts.add(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
            room = width - 2;
        }
        parts.add(rest);
        return parts;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    /** A task's name may hold any bytes; a mail holds printable ASCII. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append(c >= ' ' && c < 127 ? (char) c : '?'));
        return plain.toString();
    }
}
