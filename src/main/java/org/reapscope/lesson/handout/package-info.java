/** Lessons on paper. */
@NullMarked
package org.reapscope.lesson.handout;

import org.jspecify.annotations.NullMarked;
