package org.reapscope.kernel;

import java.util.List;

/**
 * A change of one program, as a proposed patch makes it. Programs and lines are named by their ids.
 *
 * <p>Jumps to a line that is replaced go to the new line of the same id, or else to the first line of the replacement;
 * jumps to one that is removed go to the line after it.
 */
public sealed interface Edit {

    /** The program that is changed. */
    String program();

    /** Puts other lines in the place of one. */
    record Replace(String program, String line, List<Line> by) implements Edit {

        /** Keeps a copy. */
        public Replace {
            by = List.copyOf(by);
        }
    }

    /** Adds lines before one; jumps to that one do not pass through them. */
    record InsertBefore(String program, String line, List<Line> lines) implements Edit {

        /** Keeps a copy. */
        public InsertBefore {
            lines = List.copyOf(lines);
        }
    }

    /** Adds lines after one. */
    record InsertAfter(String program, String line, List<Line> lines) implements Edit {

        /** Keeps a copy. */
        public InsertAfter {
            lines = List.copyOf(lines);
        }
    }

    /** Takes a line out. */
    record Remove(String program, String line) implements Edit {}

    /** Moves a line to just before another one. */
    record Move(String program, String line, String before) implements Edit {}

    /** Adds a program that was not there. */
    record Add(Program added) implements Edit {

        @Override
        public String program() {
            return added.name();
        }
    }
}
