package org.reapscope.base.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.reapscope.base.file.TextEncoding;

/**
 * What a file's beginning says that it is; nothing of it is checked.
 *
 * @param json whether it begins as JSON does
 * @param format the text of its member {@code format}; empty if there is none
 */
public record JsonHead(boolean json, String format) {

    private static final int BYTES = 1 << 16;
    private static final JsonHead OTHER = new JsonHead(false, "");
    private static final Pattern BEGIN = Pattern.compile("\\s*(\\{\\s*[\"}]|//|/\\*)");
    private static final Pattern FORMAT = Pattern.compile("\"format\"\\s*:\\s*\"([^\"]{0,80})\"");

    /** Looks at a file; one that cannot be read is something else. */
    public static JsonHead of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(BYTES);
            TextEncoding encoding = TextEncoding.of(head);
            int mark = encoding.mark(head);
            String text = new String(Arrays.copyOfRange(head, mark, head.length), encoding.charset());
            Matcher format = FORMAT.matcher(text);
            return BEGIN.matcher(text).lookingAt() ? new JsonHead(true, format.find() ? format.group(1) : "") : OTHER;
        } catch (IOException e) {
            return OTHER;
        }
    }
}
