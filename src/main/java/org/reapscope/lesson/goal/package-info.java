/** What is to come about in a scenario, and exact searches from any of its states: {@link org.reapscope.lesson.goal.Goal}. */
@NullMarked
package org.reapscope.lesson.goal;

import org.jspecify.annotations.NullMarked;
