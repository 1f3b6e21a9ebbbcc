/** A scenario's run: tasks with their step buttons, lanes and address space over steps, what happened and what can happen next. */
@NullMarked
package org.reapscope.ui.run;

import org.jspecify.annotations.NullMarked;
