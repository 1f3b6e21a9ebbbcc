/**
 * The learner as scheduler: {@link org.reapscope.lesson.challenge.Play} is a game that is being played,
 * {@link org.reapscope.lesson.challenge.Solver} proves what is the best that can be done, or that nothing can,
 * {@link org.reapscope.lesson.challenge.HandIn} is a result as a short code.
 */
@NullMarked
package org.reapscope.lesson.challenge;

import org.jspecify.annotations.NullMarked;
