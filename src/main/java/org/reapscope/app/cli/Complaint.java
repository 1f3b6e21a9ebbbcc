package org.reapscope.app.cli;

import java.io.FileNotFoundException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.NoSuchElementException;

import org.reapscope.base.file.Untrusted;

/** What is said of an exception, in one line. */
final class Complaint {

    private static final int LONGEST = 2000;

    private Complaint() {}

    static String of(Throwable e) {
        return line(switch (e) {
            case NoSuchFileException missing -> missing.getFile() + ": no such file" + Mistaken.sample(missing.getFile());
            case FileNotFoundException missing -> missing.getMessage() + ": no such file; check the path";
            case AccessDeniedException denied -> denied.getFile() + ": may not be read or written; check its permissions";
            case OutOfMemoryError memory -> "out of memory; give the program more with REAPSCOPE_JAVA_OPTS=-Xmx8g";
            case StackOverflowError _ -> "something in the input is nested too deeply; write it in a simpler way";
            case CharacterCodingException _ -> "the input is not UTF-8 text; save it as UTF-8";
            case InvalidPathException path -> path.getInput() + ": this cannot be the name of a file; check it";
            case IndexOutOfBoundsException _, NullPointerException _, ClassCastException _, ArithmeticException _, NoSuchElementException _ ->
                    "this is a mistake of the program, not of the input (" + e + "); report it with the file that was read";
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        });
    }

    /** One line, whatever a file or an argument that it quotes holds: its beginning and, where it is too long, its end. */
    static String line(String message) {
        String line = Untrusted.shown(message);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST / 2) + "…" + line.substring(line.length() - LONGEST / 2);
    }
}
