package org.reapscope.app;

/** The program's entry. Does not extend {@code Application}, so that it starts from the class path too. */
public final class Launcher {

    private Launcher() {}

    /** Runs the command line; see {@code --help}. Without arguments the window opens on the first sample. */
    public static void main(String[] args) {
        int status = ReapscopeCommand.run(args);
        if (status != 0) {
            System.exit(status);
        }
    }
}
