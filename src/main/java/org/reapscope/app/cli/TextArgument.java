package org.reapscope.app.cli;

import java.io.IOException;
import java.nio.file.Path;

import org.reapscope.base.file.InputFile;
import org.reapscope.base.file.TextFile;

/** An argument that is a text itself, or names a file that holds it: {@code @FILE}, {@code @-} for standard input. */
final class TextArgument {

    private static final int LARGEST_BYTES = 256_000_000;

    private TextArgument() {}

    static String of(String argument) throws IOException {
        if (!argument.startsWith("@")) {
            return argument;
        }
        Path file = InputFile.of(Path.of(argument.substring(1)));
        return TextFile.read(file, InputFile.shown(file), LARGEST_BYTES);
    }
}
