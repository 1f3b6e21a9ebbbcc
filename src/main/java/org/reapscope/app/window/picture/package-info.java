/** Pictures of the window, without a display. */
@NullMarked
package org.reapscope.app.window.picture;

import org.jspecify.annotations.NullMarked;
