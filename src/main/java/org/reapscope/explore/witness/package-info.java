/** Schedules that show something: the shortest, the one with the fewest preemptions, a person's own made smaller. */
@NullMarked
package org.reapscope.explore.witness;

import org.jspecify.annotations.NullMarked;
