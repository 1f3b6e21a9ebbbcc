package org.reapscope.trace.format;

import java.io.IOException;

/** A file that is not the capture it should be. The message is one line: file, line, what was expected, how to mend it. */
public final class TraceFormatException extends IOException {

    private static final long serialVersionUID = 1;

    private final String file;
    private final long line;

    /**
     * @param file the file's name
     * @param line line number from 1, 0 where no line can be named
     * @param problem what was expected and what is there instead
     * @param mend what to do about it
     */
    public TraceFormatException(String file, long line, String problem, String mend) {
        super(file + (line > 0 ? ":" + line : "") + ": " + problem + "; " + mend);
        this.file = file;
        this.line = line;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    public String file() {
        return file;
    }

    /** Line number from 1, 0 where no line can be named. */
    public long line() {
        return line;
    }
}
