package org.reapscope.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;

import org.reapscope.app.cli.ReapscopeCommand;

/** The program's entry. Does not extend {@code Application}, so that it starts from the class path too. */
public final class Launcher {

    private Launcher() {}

    /**
     * Runs the command line; see {@code --help}. Without arguments the window opens on the first sample. The exit is
     * explicit, since a toolkit that drew a picture keeps the program alive.
     */
    public static void main(String[] args) {
        System.exit(ReapscopeCommand.run(new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err), args));
    }
}
