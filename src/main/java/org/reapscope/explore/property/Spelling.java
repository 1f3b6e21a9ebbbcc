package org.reapscope.explore.property;

import java.util.List;

/** Finds what somebody may have meant. */
final class Spelling {

    private static final int MOST_EDITS = 2;

    private Spelling() {}

    /** The known words that differ in the fewest letters, in their order; none if all differ in more than two. */
    static List<String> nearest(String word, List<String> known) {
        int fewest = known.stream().mapToInt(k -> edits(word, k)).min().orElse(Integer.MAX_VALUE);
        return fewest > MOST_EDITS ? List.of() : known.stream().distinct().filter(k -> edits(word, k) == fewest).toList();
    }

    /** How many letters must be put in, taken out, changed, or swapped with their neighbour. */
    static int edits(String a, String b) {
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
