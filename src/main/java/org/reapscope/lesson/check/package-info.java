/** Whether a lesson is right, and its answer sheet: {@link org.reapscope.lesson.check.LessonCheck}. */
@NullMarked
package org.reapscope.lesson.check;

import org.jspecify.annotations.NullMarked;
