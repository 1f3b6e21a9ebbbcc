package org.reapscope.export.picture;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of limited length. */
final class TextLines {

    private TextLines() {}

    /** The text in lines of at most {@code letters}, broken at blanks where there are any. */
    static List<String> wrapped(String text, int letters) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > letters) {
            int blank = rest.lastIndexOf(' ', letters);
            int cut = blank > 0 ? blank : letters;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
