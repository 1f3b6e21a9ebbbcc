package org.reapscope.base.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/** Says what is wrong with text that is no JSON. */
final class NotJson {

    /** Brackets in brackets; what people write has ten. */
    static final int DEEPEST = 50;

    private NotJson() {}

    /** @param reached the line that was being read; the parser may name a better one */
    static JsonFileException complaint(String file, int reached, JsonProcessingException e) {
        int line = e.getLocation() == null ? reached : e.getLocation().getLineNr();
        return new JsonFileException(file, line, "", switch (e) {
            case StreamConstraintsException limit -> limit(String.valueOf(limit.getOriginalMessage()));
            case JsonEOFException _ -> "is not JSON: expected more, but the text ends before its brackets and quotes are closed; add what is missing, or copy the file again";
            default -> "is not JSON: " + reason(String.valueOf(e.getOriginalMessage()))
                    + "; look at the commas, quotes and brackets here and on the line before";
        });
    }

    private static String limit(String message) {
        return message.contains("nesting depth") ? "has brackets within brackets more than " + DEEPEST + " deep, which no such file needs; take some away"
                : message.contains("Number") ? "has a number of more than a thousand digits; shorten it"
                : "has a text or name that is too long; shorten it";
    }

    /** The parser's reason without what it says of itself and of its switches. */
    private static String reason(String message) {
        String plain = message.lines().findFirst().orElse("").replaceAll(" \\([^()]*\\[Source:.*", "").replaceAll(": enable `[^`]*` to allow", "").replaceAll("\\(code (\\d+)( / 0x[0-9a-f]+)?\\)", "").replaceAll(" +", " ").strip();
        return plain.isEmpty() ? "it cannot be read" : Character.toLowerCase(plain.charAt(0)) + plain.substring(1);
    }
}
