/**
 * The exact search and what follows from its graph. {@link org.reapscope.explore.graph.BreadthFirst} is the loop,
 * {@link org.reapscope.explore.graph.StateGraph} what it leaves behind.
 */
@NullMarked
package org.reapscope.explore.graph;

import org.jspecify.annotations.NullMarked;
