package org.reapscope.export;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

import org.reapscope.base.file.Untrusted;

/**
 * Tables as RFC 4180 text. What a capture calls a task is not to be trusted, so a cell that a spreadsheet would take for
 * a formula is led by an apostrophe. Numbers are none.
 */
public final class Csv {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final Appendable out;

    public Csv(Appendable out) {
        this.out = out;
    }

    /** Writes one row. */
    public void row(List<?> cells) throws IOException {
        String separator = "";
        for (Object cell : cells) {
            out.append(separator).append(cell instanceof Number ? cell.toString() : quoted(String.valueOf(cell)));
            separator = ",";
        }
        out.append("\r\n");
    }

    private static String quoted(String text) {
        String seen = Untrusted.shown(text);
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches();
        String safe = formula ? "'" + seen : seen;
        boolean plain = safe.indexOf('"') < 0 && safe.indexOf(',') < 0;
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
