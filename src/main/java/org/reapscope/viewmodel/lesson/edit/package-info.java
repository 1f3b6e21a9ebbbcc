/** A lesson that is being written. */
@NullMarked
package org.reapscope.viewmodel.lesson.edit;

import org.jspecify.annotations.NullMarked;
