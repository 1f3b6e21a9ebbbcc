package org.reapscope.lesson.predict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Numbers to choose from: the right one among near ones, so that guessing does not help. */
final class Options {

    private static final int ENOUGH = 4;

    private Options() {}

    /** Up to four numbers from {@code least} to {@code most} in order, the right one and the plausible ones among them. */
    static List<Integer> numbers(int right, Collection<Integer> plausible, int least, int most) {
        Set<Integer> chosen = new TreeSet<>(Set.of(right));
        List<Integer> candidates = new ArrayList<>(plausible);
        for (int away = 1; away <= ENOUGH; away++) {
            candidates.add(right + away);
            candidates.add(right - away);
        }
        for (int candidate : candidates) {
            if (chosen.size() < ENOUGH && candidate >= least && candidate <= most) {
                chosen.add(candidate);
            }
        }
        return List.copyOf(chosen);
    }
}
