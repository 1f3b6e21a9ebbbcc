/** The event table, the accessible twin of the timeline, with the original lines and those that nobody understood. */
@NullMarked
package org.reapscope.ui.events;

import org.jspecify.annotations.NullMarked;
