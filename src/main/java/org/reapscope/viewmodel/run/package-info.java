/**
 * A scenario that is being stepped, as state for panes: {@link org.reapscope.viewmodel.run.RunModel} moves,
 * {@link org.reapscope.viewmodel.run.RunPath} keeps what happened, {@link org.reapscope.viewmodel.run.RunLanes} says what to draw of it.
 */
@NullMarked
package org.reapscope.viewmodel.run;

import org.jspecify.annotations.NullMarked;
