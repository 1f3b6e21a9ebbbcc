package org.reapscope.app.fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Changes of what a text is made of: encodings, control characters, nesting. */
final class ShapeMutations {

    private static final List<String> BRACKETS = List.of("(", "[", "{", "[[]", "{\"a\":", "((!", "-", "!", "\"", "/*", "//");
    private static final List<String> CONTROLS = List.of("\0", "\u001b[2J", "\u0007", "\b", "\u001b]0;x\u0007", "\t", "\u000b", "\f",
            "\u007f", "\u0085", "\u2028", "\u202e", "\ufeff", "\ud83d\ude00", "\u00e9");
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16);

    static final List<Mutation> ALL = List.of(
            new Mutation("deep nesting", (b, stock, dice) -> put(dice.of(BRACKETS).repeat(dice.oneIn(4) ? 20_000 : dice.few(200)), b, dice)),
            new Mutation("control characters", (b, stock, dice) -> {
                byte[] result = b;
                for (int n = dice.few(5); n > 0; n--) {
                    result = put(dice.of(CONTROLS), result, dice);
                }
                return result;
            }),
            new Mutation("another encoding", (b, stock, dice) -> new String(b, StandardCharsets.UTF_8).getBytes(dice.of(CHARSETS))),
            new Mutation("a byte order mark", (b, stock, dice) -> ByteMutations.joined("\ufeff".getBytes(StandardCharsets.UTF_8), b)),
            new Mutation("no text", (b, stock, dice) -> new byte[0]));

    private ShapeMutations() {}

    private static byte[] put(String text, byte[] bytes, Dice dice) {
        return ByteMutations.with(bytes, text.getBytes(StandardCharsets.UTF_8), dice);
    }
}
