/** Lessons: text beside a run or a capture, predictions and challenges, for one learner or for a room. */
@NullMarked
package org.reapscope.ui.lesson;

import org.jspecify.annotations.NullMarked;
