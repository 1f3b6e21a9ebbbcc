package org.reapscope.app;

import java.io.FileNotFoundException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.NoSuchElementException;

/** What is said of an exception, in one line. */
final class Complaint {

    private Complaint() {}

    static String of(Throwable e) {
        return switch (e) {
            case NoSuchFileException missing -> missing.getFile() + ": no such file; check the path";
            case FileNotFoundException missing -> missing.getMessage() + ": no such file; check the path";
            case AccessDeniedException denied -> denied.getFile() + ": may not be read or written; check its permissions";
            case OutOfMemoryError memory -> "out of memory; give the program more with REAPSCOPE_JAVA_OPTS=-Xmx8g";
            case StackOverflowError _ -> "something in the input is nested too deeply; write it in a simpler way";
            case CharacterCodingException _ -> "the input is not UTF-8 text; save it as UTF-8";
            case InvalidPathException path -> path.getInput() + ": this cannot be the name of a file; check it";
            case IndexOutOfBoundsException _, NullPointerException _, ClassCastException _, ArithmeticException _, NoSuchElementException _ ->
                    "this is a mistake of the program, not of the input (" + e + "); report it with the file that was read";
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }
}
