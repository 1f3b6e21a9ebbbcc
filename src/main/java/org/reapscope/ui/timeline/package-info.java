/** The timeline: lanes over time, drawn from an image made in the background, with cursors on top. */
@NullMarked
package org.reapscope.ui.timeline;

import org.jspecify.annotations.NullMarked;
