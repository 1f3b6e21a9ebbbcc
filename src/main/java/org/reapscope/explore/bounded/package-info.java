/**
 * Searches for machines that do not fit: {@link org.reapscope.explore.bounded.FewPreemptions} looks at every schedule with
 * few preemptions, {@link org.reapscope.explore.bounded.RandomRuns} at some schedules. What they find is possible; what
 * they do not find is unknown.
 */
@NullMarked
package org.reapscope.explore.bounded;

import org.jspecify.annotations.NullMarked;
