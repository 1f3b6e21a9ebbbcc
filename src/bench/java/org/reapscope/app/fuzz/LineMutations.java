package org.reapscope.app.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Changes of whole lines. */
final class LineMutations {

    /** Longer than any line that is read. */
    private static final int LONG = 70_000;

    static final List<Mutation> ALL = List.of(
            lines("lines shuffled", (lines, stock, dice) -> {
                List<String> part = window(lines, dice);
                for (int i = part.size() - 1; i > 0; i--) {
                    Collections.swap(part, i, dice.below(i + 1));
                }
            }),
            lines("lines turned round", (lines, stock, dice) -> Collections.reverse(window(lines, dice))),
            lines("lines taken out", (lines, stock, dice) -> window(lines, dice).clear()),
            lines("a line repeated", (lines, stock, dice) -> {
                int at = dice.below(lines.size());
                int room = Mutation.LARGEST / (lines.get(at).length() + 1);
                lines.addAll(at, Collections.nCopies(Math.min(room, dice.oneIn(20) ? 5000 : dice.few(20)), lines.get(at)));
            }),
            lines("lines of another file", (lines, stock, dice) -> {
                List<String> others = of(dice.of(stock.seeds()));
                lines.addAll(dice.below(lines.size()), new ArrayList<>(window(others, dice)));
            }),
            lines("two lines joined", (lines, stock, dice) -> {
                int at = dice.below(lines.size());
                lines.set(at, lines.get(at) + (at + 1 < lines.size() ? lines.remove(at + 1) : ""));
            }),
            lines("a line split", (lines, stock, dice) -> {
                int at = dice.below(lines.size());
                String line = lines.get(at);
                int column = dice.below(line.length() + 1);
                lines.set(at, line.substring(0, column));
                lines.add(at + 1, line.substring(column));
            }),
            lines("a very long line", (lines, stock, dice) -> {
                int at = dice.below(lines.size());
                String line = lines.get(at) + " ";
                lines.set(at, line.repeat(Math.min(1 + dice.few(4) * LONG / line.length(), Mutation.LARGEST / line.length())));
            }),
            lines("carriage returns", (lines, stock, dice) -> window(lines, dice).replaceAll(line -> line + "\r")));

    private LineMutations() {}

    private interface LineChange {
        void of(List<String> lines, Mutation.Stock stock, Dice dice);
    }

    private static Mutation lines(String name, LineChange change) {
        return new Mutation(name, (bytes, stock, dice) -> {
            List<String> lines = of(bytes);
            change.of(lines, stock, dice);
            byte[] result = String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
            return result.length > Mutation.LARGEST ? Arrays.copyOf(result, Mutation.LARGEST) : result;
        });
    }

    /** Each byte is a character, so that every file goes through unchanged. */
    private static List<String> of(byte[] bytes) {
        return new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)));
    }

    private static List<String> window(List<String> lines, Dice dice) {
        int from = dice.below(lines.size());
        return lines.subList(from, Math.min(lines.size(), from + dice.few(lines.size())));
    }
}
