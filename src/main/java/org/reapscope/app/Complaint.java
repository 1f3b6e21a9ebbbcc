package org.reapscope.app;

import java.io.FileNotFoundException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What is said of an exception, in one line. */
final class Complaint {

    private Complaint() {}

    static String of(Throwable e) {
        String line = org.reapscope.export.Untrusted.shown(words(e));
        return line.length() <= 1000 ? line : line.substring(0, 700) + " ... " + line.substring(line.length() - 300);
    }

    private static String words(Throwable e) {
        return switch (e) {
            case NoSuchFileException missing -> missing.getFile() + ": no such file; check the path";
            case FileNotFoundException missing -> missing.getMessage() + ": no such file; check the path";
            case AccessDeniedException denied -> denied.getFile() + ": may not be read or written; check its permissions";
            case OutOfMemoryError memory -> "out of memory; give the program more with REAPSCOPE_JAVA_OPTS=-Xmx8g";
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }
}
