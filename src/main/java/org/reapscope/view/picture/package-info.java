/** Pictures of the window, without a display. */
@NullMarked
package org.reapscope.view.picture;

import org.jspecify.annotations.NullMarked;
