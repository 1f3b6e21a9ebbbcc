package org.reapscope.viewmodel.explore;

import java.util.List;

/**
 * The next best move towards a property.
 *
 * @param steps how many steps there are to it
 * @param tasks who may take the first of them
 */
public record Hint(int steps, List<Integer> tasks) {

    public Hint {
        tasks = List.copyOf(tasks);
    }
}
