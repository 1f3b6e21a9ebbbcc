package org.reapscope.app;

import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where commands print what was asked for. */
final class Output {

    private Output() {}

    /** Standard output, in UTF-8 whatever the locale; to be flushed. */
    static PrintWriter toTerminal() {
        return new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)));
    }
}
