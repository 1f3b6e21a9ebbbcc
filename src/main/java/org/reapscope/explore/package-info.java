/**
 * Every schedule of a machine: what can happen, what must, how likely, and the shortest schedule that shows it.
 *
 * <p>{@link org.reapscope.explore.graph.BreadthFirst} visits every state; {@link org.reapscope.explore.graph.Lookahead}
 * says at each of them what is still possible; {@link org.reapscope.explore.witness} finds schedules that show it.
 */
@NullMarked
package org.reapscope.explore;

import org.jspecify.annotations.NullMarked;
