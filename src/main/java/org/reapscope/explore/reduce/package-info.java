/**
 * The search that leaves out interleavings which make no difference.
 *
 * <p>{@link org.reapscope.explore.reduce.StubbornSets} chooses at each state which tasks must be tried;
 * {@link org.reapscope.explore.reduce.Future} says what the others may touch in the meantime, worked out from
 * {@link org.reapscope.explore.reduce.LocalProgram}s, which are derived from the machine's steps alone.
 */
@NullMarked
package org.reapscope.explore.reduce;

import org.jspecify.annotations.NullMarked;
