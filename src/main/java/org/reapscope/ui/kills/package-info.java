/** Which of the kills of a capture everybody speaks of: the bar over the timeline, the table to choose from. */
@NullMarked
package org.reapscope.ui.kills;

import org.jspecify.annotations.NullMarked;
