/** The timeline: lanes over time, drawn from an image made in the background, with cursors on top. */
@NullMarked
package org.reapscope.view.timeline;

import org.jspecify.annotations.NullMarked;
