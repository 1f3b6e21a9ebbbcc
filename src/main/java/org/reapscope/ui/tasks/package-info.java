/** The cards of the tasks of a capture. */
@NullMarked
package org.reapscope.ui.tasks;

import org.jspecify.annotations.NullMarked;
