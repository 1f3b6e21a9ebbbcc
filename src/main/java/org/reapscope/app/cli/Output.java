package org.reapscope.app.cli;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import org.reapscope.export.JsonForTerminal;

/** Where commands print what was asked for. */
final class Output {

    private Output() {}

    /** Standard output, in UTF-8 whatever the locale; to be flushed. */
    static PrintWriter toTerminal() {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
    }

    /** The same, for JSON if so wanted: nothing in it is lost on the way. */
    static PrintWriter toTerminal(boolean json) {
        return json ? new PrintWriter(new BufferedWriter(new JsonForTerminal(new OutputStreamWriter(System.out, StandardCharsets.UTF_8))))
                : toTerminal();
    }
}
