package org.reapscope.base.json;

import java.io.IOException;

/** A hand-written file is wrong; the message names file, line, field, what was expected and what was found. */
public final class JsonFileException extends IOException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final String field;
    private final String problem;

    /** Makes the one line that a person reads; {@code line} is 0 where none can be named. */
    public JsonFileException(String file, int line, String field, String problem) {
        super(file + (line > 0 ? ":" + line : "") + ": " + (field.isEmpty() ? "" : field + ": ") + problem);
        this.line = line;
        this.field = field;
        this.problem = problem;
    }

    /** From 1; 0 where none can be named. */
    public int line() {
        return line;
    }

    /** As in {@code processes[0].threads}; empty for the whole file. */
    public String field() {
        return field;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }
}
