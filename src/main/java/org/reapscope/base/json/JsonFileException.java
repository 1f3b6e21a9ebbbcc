package org.reapscope.base.json;

import java.io.IOException;

/** A hand-written file is wrong; the message names file, line, field, what was expected and what was found. */
public final class JsonFileException extends IOException {

    private static final long serialVersionUID = 1;

    /** Makes the one line that a person reads; {@code line} is 0 where none can be named. */
    public JsonFileException(String file, int line, String field, String problem) {
        super(file + (line > 0 ? ":" + line : "") + ": " + (field.isEmpty() ? "" : field + ": ") + problem);
    }
}
