/** The form in which a lesson is written. */
@NullMarked
package org.reapscope.ui.lesson.edit;

import org.jspecify.annotations.NullMarked;
