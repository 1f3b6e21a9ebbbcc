package org.reapscope.base.file;

import java.io.IOException;

/** A file whose bytes are not the text that they should be. */
public final class NotTextException extends IOException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final String what;
    private final String mend;

    NotTextException(String file, int line, String what, String mend) {
        super(file + (line > 0 ? ":" + line : "") + ": " + what + "; " + mend);
        this.line = line;
        this.what = what;
        this.mend = mend;
    }

    /** The line, from 1; 0 where none can be named. */
    public int line() {
        return line;
    }

    /** What is wrong. */
    public String what() {
        return what;
    }

    /** How to mend it. */
    public String mend() {
        return mend;
    }
}
