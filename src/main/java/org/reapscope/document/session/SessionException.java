package org.reapscope.document.session;

import java.io.IOException;

/** A file that is not the session it should be. The message is one line: file, line, what was expected, how to mend it. */
public final class SessionException extends IOException {

    private static final long serialVersionUID = 1;

    SessionException(String file, int line, String problem, String mend) {
        super(file + (line > 0 ? ":" + line : "") + ": " + problem + "; " + mend);
    }

    /** @param complaint with file and line already */
    SessionException(String complaint, String mend) {
        super(complaint + "; " + mend);
    }
}
