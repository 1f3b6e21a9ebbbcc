package org.reapscope.base.words;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds what somebody may have meant. */
public final class Spelling {

    private static final int MOST_EDITS = 2;

    private Spelling() {}

    /** The known words that differ in the fewest letters, in their order; none if all differ in more than two, or in every letter. */
    public static List<String> nearest(String word, Collection<String> known) {
        int most = Math.min(MOST_EDITS, word.length() - 1);
        int fewest = known.stream().mapToInt(k -> edits(word, k)).min().orElse(Integer.MAX_VALUE);
        return fewest > most ? List.of() : known.stream().distinct().filter(k -> edits(word, k) == fewest).toList();
    }

    /** The same as half a sentence, as in {@code ; did you mean esrch?}; empty if nothing is near. */
    public static String hint(String word, Collection<String> known) {
        List<String> nearest = nearest(word, known);
        return nearest.isEmpty() ? "" : "; did you mean " + String.join(" or ", nearest) + "?";
    }

    /** How many letters must be put in, taken out, changed, or swapped with their neighbour; capitals are the same letters. */
    public static int edits(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j
                        : Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1,
                                cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
