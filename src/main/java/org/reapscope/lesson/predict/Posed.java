package org.reapscope.lesson.predict;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.reapscope.lesson.Question;

/**
 * A question ready to be asked.
 *
 * @param question what it was made from
 * @param prompt the question
 * @param options what one may answer, in the order in which they are shown
 * @param right the numbers, from 0, of the options that are right
 * @param several whether more than one may be ticked
 * @param explanation why it is so; to be shown afterwards
 */
public record Posed(Question question, String prompt, List<String> options, Set<Integer> right, boolean several,
        Explanation explanation) {

    public Posed {
        options = List.copyOf(options);
        right = java.util.Collections.unmodifiableSet(new TreeSet<>(right));
    }

    /** Whether exactly the right options were ticked. */
    public boolean marks(Collection<Integer> ticked) {
        return right.equals(new TreeSet<>(ticked));
    }

    /** The right options, in words. */
    public List<String> answers() {
        return right.stream().map(options::get).toList();
    }
}
