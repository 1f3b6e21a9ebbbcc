/**
 * Lessons: pages of plain words beside a run or a capture, predictions and challenges whose answers are computed by the
 * engine. {@link org.reapscope.lesson.LessonFile} reads and writes one; {@link org.reapscope.lesson.Stage} is the run a
 * page stands at; {@link org.reapscope.lesson.predict.Posed} is a question with its answer; a
 * {@link org.reapscope.lesson.challenge.Play} lets the learner be the scheduler; {@link org.reapscope.lesson.check.LessonCheck}
 * proves that all of it is so.
 */
@NullMarked
package org.reapscope.lesson;

import org.jspecify.annotations.NullMarked;
