package org.reapscope.app.cli;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import org.reapscope.base.file.TerminalStream;

/**
 * The way to standard output and standard error while a command runs, for every command and every message: in UTF-8
 * whatever the locale, cleaned of what a terminal would obey, and not silent if it cannot be written.
 */
final class Terminal implements AutoCloseable {

    private final PrintStream outBefore = System.out;
    private final PrintStream errBefore = System.err;
    private final StandardStream standardOutput;

    private Terminal(StandardStream standardOutput) {
        this.standardOutput = standardOutput;
    }

    /** From now on what is printed goes to these. */
    static Terminal over(OutputStream out, OutputStream err) {
        Terminal terminal = new Terminal(new StandardStream(out));
        System.setOut(cleaned(terminal.standardOutput));
        System.setErr(cleaned(err));
        return terminal;
    }

    private static PrintStream cleaned(OutputStream to) {
        return new PrintStream(new BufferedOutputStream(new TerminalStream(to)), true, StandardCharsets.UTF_8);
    }

    /** Where the program's own words go, with the colours of the help. */
    PrintWriter ownWords() {
        return new PrintWriter(new OutputStreamWriter(standardOutput, StandardCharsets.UTF_8), true);
    }

    /** The exit status of a command that ended with this one: another if what it printed has not come out. */
    int status(int ofCommand) {
        System.out.flush();
        String trouble = standardOutput.trouble();
        if (trouble == null) {
            return ofCommand;
        }
        System.err.println("reapscope: standard output: " + trouble + "; what was printed is not all there, send it where there is room");
        return ReapscopeCommand.WRONG_INPUT;
    }

    @Override
    public void close() {
        System.out.flush();
        System.err.flush();
        System.setOut(outBefore);
        System.setErr(errBefore);
    }
}
