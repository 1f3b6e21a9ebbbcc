/** Predictions: {@link org.reapscope.lesson.predict.Questions} poses them, with options and answers worked out by the machine. */
@NullMarked
package org.reapscope.lesson.predict;

import org.jspecify.annotations.NullMarked;
