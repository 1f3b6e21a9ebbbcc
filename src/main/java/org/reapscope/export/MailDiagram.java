package org.reapscope.export;

import java.util.ArrayList;
import java.util.Arrays;
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
    private static final int GAP = 2;
    private static final String FAILED = "!!";

    /**
     * One event.
     *
     * @param column which column, from 0
     * @param indent how deep in calls, from 0
     * @param wording what happened; wrapped where the column is too narrow
     * @param failed whether it is a call that failed, to be marked in the margin
     * @param time when, for a column at the left; empty where it is not known
     */
    public record Entry(int column, int indent, Wording wording, boolean failed, String time) {

        /** An event whose time is not known, or not told. */
        public Entry(int column, int indent, Wording wording, boolean failed) {
            this(column, indent, wording, failed, "");
        }

        /** Something that is not the return of a call. */
        Entry(int column, int indent, String words) {
            this(column, indent, Wording.of(words), false, "");
        }

        /** The same, but what it came to is left to be written in: whether it failed is not told then. */
        Entry withBlanks() {
            return wording.tellsValue() ? new Entry(column, indent, wording.withBlanks(), false, time) : this;
        }
    }

    private final List<String> titles;
    private final List<Entry> entries;
    private final int times;

    /**
     * A diagram of one to four columns.
     *
     * @throws IllegalArgumentException if an entry names no column
     */
    public MailDiagram(List<String> titles, List<Entry> entries) {
        this.titles = List.copyOf(titles);
        this.entries = List.copyOf(entries);
        this.times = entries.stream().mapToInt(entry -> plain(entry.time()).length()).max().orElse(0);
        for (Entry entry : entries) {
            if (entry.column() < 0 || entry.column() >= titles.size()) {
                throw new IllegalArgumentException("an event names column " + entry.column() + " of " + titles.size());
            }
        }
    }

    /** The same for a class: each value that a call came to is a blank. */
    public MailDiagram withBlanks() {
        return new MailDiagram(titles, entries.stream().map(Entry::withBlanks).toList());
    }

    /** The diagram, every line ended. */
    @Override
    public String toString() {
        int[] at = starts();
        StringBuilder out = new StringBuilder();
        StringBuilder names = new StringBuilder();
        StringBuilder rules = new StringBuilder();
        for (int column = 0; column < titles.size(); column++) {
            String title = cut(plain(titles.get(column)), at[column + 1] - at[column] - (column == titles.size() - 1 ? 0 : 1));
            put(names, at[column], title);
            put(rules, at[column], "-".repeat(title.length()));
        }
        out.append(names).append('\n').append(rules).append('\n');
        for (Entry entry : entries) {
            boolean first = true;
            int left = at[entry.column()] + 2 * entry.indent();
            for (String part : wrapped(entry.wording(), at[entry.column() + 1] - left - (entry.column() == titles.size() - 1 ? 0 : 1))) {
                StringBuilder line = new StringBuilder(entry.failed() && first ? FAILED : "");
                put(line, gutter() - GAP - plain(entry.time()).length(), first ? plain(entry.time()) : "");
                put(line, left, first ? part : "  " + part);
                out.append(line.toString().stripTrailing()).append('\n');
                first = false;
            }
        }
        return out.toString();
    }

    /**
     * Where each column begins, and where the last one ends. Each is as wide as its longest word; what room is left goes to
     * the narrowest of those that would have to wrap, then to the narrowest.
     */
    private int[] starts() {
        int columns = Math.max(1, titles.size());
        int room = (WIDTH - gutter()) / columns * columns;
        int[] words = new int[columns];
        int[] lines = new int[columns];
        for (int column = 0; column < titles.size(); column++) {
            int title = plain(titles.get(column)).length();
            lines[column] = title + GAP;
            words[column] = Math.min(title, room / columns) + (column == columns - 1 ? 0 : 1);
        }
        for (Entry entry : entries) {
            String text = plain(entry.wording().toString());
            int left = 2 * entry.indent();
            int gap = entry.column() == columns - 1 ? 0 : 1;
            lines[entry.column()] = Math.max(lines[entry.column()], left + text.length() + GAP);
            words[entry.column()] = Math.max(words[entry.column()], left + gap + longestWord(plain(entry.wording().brief())));
        }
        int[] widths = Arrays.stream(words).sum() <= room ? words : filled(columns, room / columns);
        for (int left = room - Arrays.stream(widths).sum(); left > 0; left--) {
            int narrowest = -1;
            for (int column = 0; column < columns; column++) {
                boolean wraps = widths[column] < lines[column];
                boolean better = narrowest < 0 || (wraps == widths[narrowest] < lines[narrowest]
                        ? widths[column] < widths[narrowest] : wraps);
                narrowest = better ? column : narrowest;
            }
            widths[narrowest]++;
        }
        int[] at = filled(columns + 1, gutter());
        for (int column = 0; column < columns; column++) {
            at[column + 1] = at[column] + widths[column];
        }
        return at;
    }

    /** Room for the mark of failure and for times. */
    private int gutter() {
        return times == 0 ? GUTTER : GUTTER + 1 + times + GAP;
    }

    private static int longestWord(String text) {
        return Arrays.stream(text.split(" ")).mapToInt(String::length).max().orElse(0);
    }

    private static int[] filled(int length, int value) {
        int[] array = new int[length];
        Arrays.fill(array, value);
        return array;
    }

    private static void put(StringBuilder line, int at, String text) {
        line.append(" ".repeat(Math.max(0, at - line.length()))).append(text);
    }

    private static List<String> wrapped(Wording wording, int width) {
        List<String> parts = new ArrayList<>();
        String text = plain(wording.toString());
        String rest = text.length() > width ? plain(wording.brief()) : text;
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
        return text.length() <= length ? text : length <= 3 ? text.substring(0, length) : text.substring(0, length - 3) + "...";
    }

    /** A line of text below a diagram: of which file, which kill. */
    public static String foot(String name, String rest) {
        return cut(plain(name), Math.max(0, WIDTH - rest.length())) + rest;
    }

    /** A task's name may hold any bytes; a mail holds printable ASCII. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.replace("\u2192", "->").replace('\u00b5', 'u').chars().forEach(c -> plain.append(c >= ' ' && c < 127 ? (char) c : '?'));
        return plain.toString();
    }
}
