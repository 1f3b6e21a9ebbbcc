package org.reapscope.app.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One kind of file that the program opens. Its methods may be called by one thread at a time. */
interface Kind {

    /** Short name: {@code perf-script}. */
    String id();

    /** The name of the file that is opened. */
    String fileName();

    /** Real files of the kind, which are changed; always the same in the same order. */
    List<byte[]> seeds() throws IOException;

    /** Words that mean something in such files. */
    List<String> words();

    /** The changes that suit such files; their order is part of what a seed means. */
    default List<Mutation> mutations() {
        return Mutation.ALL;
    }

    /** What becomes of a changed seed before it is written; nothing, as a rule. */
    default byte[] packed(byte[] changed, Dice dice) throws IOException {
        return changed;
    }

    /** Whether opening may put the file aside under another name. */
    default boolean setsAside() {
        return false;
    }

    /**
     * Opens a file as the program does, and looks at all that is in it.
     *
     * @throws Broken if a promise of the program is broken
     * @throws Exception if the file is refused: one of the program's own complaints, or that is a fault, too
     */
    void open(Path file) throws Exception;

    /** A promise of the program is broken. */
    final class Broken extends Exception {

        private static final long serialVersionUID = 1;

        Broken(String what) {
            super(what);
        }
    }
}
