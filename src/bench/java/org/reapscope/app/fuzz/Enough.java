package org.reapscope.app.fuzz;

import java.io.IOException;

/** So much has been told that no more of it is looked at: a few packed bytes may stand for more findings than anybody reads. */
final class Enough extends IOException {

    /** How many letters of a report are looked at. */
    static final long LETTERS = 32 << 20;

    private static final long serialVersionUID = 1;
}
