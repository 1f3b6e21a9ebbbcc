/** The event table, the accessible twin of the timeline, with the original lines and those that nobody understood. */
@NullMarked
package org.reapscope.view.events;

import org.jspecify.annotations.NullMarked;
