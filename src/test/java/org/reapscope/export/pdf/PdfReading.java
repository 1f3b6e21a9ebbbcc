package org.reapscope.export.pdf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads back what {@link PdfFile} writes. */
public final class PdfReading {

    private static final Pattern STREAM = Pattern.compile("/Length (\\d+) >>\nstream\n");
    private static final Pattern STRING = Pattern.compile("\\(((?:[^()\\\\]|\\\\.)*)\\)");

    private PdfReading() {}

    /** The streams, unpacked. */
    public static List<String> streams(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        List<String> streams = new ArrayList<>();
        Matcher matcher = STREAM.matcher(text);
        while (matcher.find()) {
            int length = Integer.parseInt(matcher.group(1));
            streams.add(inflated(file, matcher.end(), length));
            if (!text.startsWith("\nendstream\nendobj\n", matcher.end() + length)) {
                throw new AssertionError("a stream is not as long as it says");
            }
        }
        return streams;
    }

    public static List<String> strings(String content) {
        return STRING.matcher(content).results().map(found -> found.group(1)).toList();
    }

    public static String withoutStrings(String content) {
        return STRING.matcher(content).replaceAll("()");
    }

    private static String inflated(byte[] file, int start, int length) {
        Inflater inflater = new Inflater();
        inflater.setInput(file, start, length);
        StringBuilder out = new StringBuilder();
        byte[] buffer = new byte[1 << 14];
        try {
            while (!inflater.finished()) {
                int n = inflater.inflate(buffer);
                out.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (DataFormatException e) {
            throw new AssertionError(e);
        } finally {
            inflater.end();
        }
        return out.toString();
    }
}
