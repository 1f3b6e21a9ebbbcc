package org.reapscope.app.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes of numbers and words. */
final class WordMutations {

    private static final List<String> EXTREMES = List.of("0", "-1", "1", "00", "2147483647", "2147483648", "-2147483648",
            "4294967295", "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
            "18446744073709551615", "99999999999999999999", "999999999999999999", "1e308", "1e-5", "1.5", "NaN", "65535", "65536",
            "1073741824", "1073741825", "0x7fffffffffffffff", "0xffffffffffffffff", "");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    /** What stands behind a colon, an equals sign, a bracket or a comma: putting another there leaves the grammar whole. */
    private static final Pattern VALUE = Pattern.compile("(?<=[:=\\[,] ?)(?:\"(?:[^\"\\\\]++|\\\\.)*+\"(?! *:)|[0-9A-Za-z_.-]+)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*|\"[^\"]*\"");
    private static final int MOST = 20_000;

    static final List<Mutation> ALL = List.of(
            new Mutation("numbers made extreme", (b, stock, dice) -> replaced(b, NUMBER, dice, found -> dice.of(EXTREMES))),
            new Mutation("numbers made other", (b, stock, dice) -> replaced(b, NUMBER, dice, found -> String.valueOf(Math.abs(dice.any() >> dice.below(63))))),
            new Mutation("values exchanged", (b, stock, dice) -> exchanged(b, VALUE, b, dice)),
            new Mutation("values of another file", (b, stock, dice) -> exchanged(b, VALUE, dice.of(stock.seeds()), dice)),
            new Mutation("values made extreme", (b, stock, dice) -> replaced(b, VALUE, dice, found -> dice.of(EXTREMES))),
            new Mutation("values made words", (b, stock, dice) -> replaced(b, VALUE, dice, found -> dice.of(stock.words()))),
            new Mutation("words of another file", (b, stock, dice) -> exchanged(b, WORD, dice.of(stock.seeds()), dice)),
            new Mutation("words exchanged", (b, stock, dice) -> replaced(b, WORD, dice, found -> dice.of(stock.words()))),
            new Mutation("words taken out", (b, stock, dice) -> replaced(b, WORD, dice, found -> "")),
            new Mutation("words put in", (b, stock, dice) -> replaced(b, WORD, dice, found -> found + " " + dice.of(stock.words()))),
            new Mutation("words repeated", (b, stock, dice) -> replaced(b, WORD, dice, found -> found.repeat(Math.min(1 + Mutation.LARGEST / 64 / found.length(), dice.few(30))))));

    private WordMutations() {}

    private interface Replacement {
        String of(String found);
    }

    private static byte[] exchanged(byte[] bytes, Pattern pattern, byte[] other, Dice dice) {
        List<MatchResult> words = pattern.matcher(new String(other, StandardCharsets.ISO_8859_1)).results().limit(MOST).toList();
        return words.isEmpty() ? bytes : replaced(bytes, pattern, dice, found -> dice.of(words).group());
    }

    private static byte[] replaced(byte[] bytes, Pattern pattern, Dice dice, Replacement replacement) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<MatchResult> found = pattern.matcher(text).results().limit(MOST).toList();
        if (found.isEmpty()) {
            return bytes;
        }
        int many = dice.few(8);
        int first = dice.below(found.size());
        StringBuilder out = new StringBuilder();
        int copied = 0;
        for (int i = first; i < found.size() && many > 0; i += 1 + dice.below(2 + found.size() / 8), many--) {
            MatchResult match = found.get(i);
            out.append(text, copied, match.start()).append(replacement.of(match.group()));
            copied = match.end();
        }
        byte[] result = out.append(text, copied, text.length()).toString().getBytes(StandardCharsets.ISO_8859_1);
        return ByteMutations.joined(result);
    }
}
