package org.reapscope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The words of a schedule as it comes out of a mail or a list: without the marks of quotation, bullets and numbers before
 * its lines, without comments, and with words whole that were broken at the end of a line. Words keep the place that they
 * have in the text.
 */
final class ScheduleLines {

    private static final Pattern QUOTATION = Pattern.compile("^(?:[\\s\\u00a0]*(?:>|\\||&gt;|[A-Za-z]{1,4}>))*[\\s\\u00a0]*");
    private static final Pattern MARKER = Pattern.compile("^(?:[-*+\\u2022\\u2023\\u00b7\\u2013][\\s\\u00a0]+|\\(?[0-9]{1,7}(?:[.):][\\s\\u00a0]*|[\\s\\u00a0]+))");
    private static final Pattern WORD = Pattern.compile("[^\\s\\u00a0]+");
    private static final String HEADING = "Schedule:";

    /** A word with its place, both from 0. */
    record Word(int line, int column, String text) {}

    private final Predicate<String> readable;
    private final List<List<Word>> lines = new ArrayList<>();

    private ScheduleLines(Predicate<String> readable) {
        this.readable = readable;
    }

    /**
     * The words of a text, line by line; a broken word is on the line where it begins.
     *
     * @param readable whether a word by itself names a task, with or without a number of steps
     */
    static List<List<Word>> of(String text, Predicate<String> readable) {
        ScheduleLines lines = new ScheduleLines(readable);
        String[] all = text.split("\\R", -1);
        for (int line = 0; line < all.length; line++) {
            lines.take(line, all[line]);
        }
        return lines.lines;
    }

    private void take(int line, String written) {
        Word open = broken();
        Matcher quotation = QUOTATION.matcher(written);
        int from = quotation.find() ? quotation.end() : 0;
        if (written.substring(from).strip().equals(HEADING)) {
            lines.replaceAll(before -> List.of());
            lines.add(List.of());
            return;
        }
        Matcher marker = MARKER.matcher(written.substring(from));
        if (open == null && marker.find()) {
            from += marker.end();
        }
        int comment = written.indexOf('#', from);
        Matcher word = WORD.matcher(comment < 0 ? written : written.substring(0, comment));
        List<Word> words = new ArrayList<>();
        for (boolean more = word.find(from); more; more = word.find()) {
            String rest = word.group();
            if (open != null && readable.test(open.text() + rest)) {
                List<Word> before = new ArrayList<>(lines.get(open.line()));
                before.set(before.size() - 1, new Word(open.line(), open.column(), open.text() + rest));
                lines.set(open.line(), before);
            } else {
                words.add(new Word(line, word.start(), rest));
            }
            open = null;
        }
        lines.add(words);
    }

    /** The last word so far if it is the beginning of one that goes on in the next line. */
    private @Nullable Word broken() {
        if (lines.isEmpty() || lines.getLast().isEmpty()) {
            return null;
        }
        Word last = lines.getLast().getLast();
        String text = last.text().endsWith("=") ? last.text().substring(0, last.text().length() - 1) : last.text();
        return readable.test(last.text()) ? null : new Word(last.line(), last.column(), text);
    }
}
