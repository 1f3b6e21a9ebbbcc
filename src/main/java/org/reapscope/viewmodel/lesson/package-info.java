/** A lesson as a learner takes it: where they are, what they predict, what they play. */
@NullMarked
package org.reapscope.viewmodel.lesson;

import org.jspecify.annotations.NullMarked;
