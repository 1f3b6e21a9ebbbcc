package org.reapscope.app.fuzz;

import java.util.regex.Pattern;

import org.reapscope.app.fuzz.Kind.Broken;

/** Looks at each line of a report as it is written and keeps none, however long the report. */
final class ToldLines implements Appendable {

    /** A length of time below zero, or one that is no number. */
    private static final Pattern NO_TIME = Pattern.compile("(?: -[0-9.]+|NaN|Infinity) (?:ns|\u00b5s|ms|s)\\b");
    private static final int SHOWN = 60;

    private final StringBuilder line = new StringBuilder();
    private String wrong = "";
    private long letters;

    @Override
    public Appendable append(CharSequence text) throws Enough {
        return append(text, 0, text.length());
    }

    @Override
    public Appendable append(CharSequence text, int from, int to) throws Enough {
        for (int i = from; i < to; i++) {
            append(text.charAt(i));
        }
        return this;
    }

    @Override
    public Appendable append(char letter) throws Enough {
        if (letters++ > Enough.LETTERS) {
            throw new Enough();
        }
        if (letter != '\n') {
            line.append(letter);
            return this;
        }
        if (wrong.isEmpty() && (line.indexOf(" -") >= 0 || line.indexOf("NaN") >= 0 || line.indexOf("Infinity") >= 0)) {
            var found = NO_TIME.matcher(line);
            if (found.find()) {
                wrong = line.substring(Math.max(0, found.start() - SHOWN), Math.min(line.length(), found.end() + SHOWN));
            }
        }
        line.setLength(0);
        return this;
    }

    /** Says whether there was something that no report may say. */
    void check() throws Broken {
        if (!wrong.isEmpty()) {
            throw new Broken("a time that is negative: " + wrong);
        }
    }
}
