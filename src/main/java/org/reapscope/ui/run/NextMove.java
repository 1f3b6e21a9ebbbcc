package org.reapscope.ui.run;

import java.util.List;

/**
 * The next best move towards a property.
 *
 * @param steps how many steps there are to it
 * @param tasks who may take the first of them
 */
public record NextMove(int steps, List<Integer> tasks) {

    public NextMove {
        tasks = List.copyOf(tasks);
    }
}
