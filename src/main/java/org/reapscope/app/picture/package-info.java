/** Pictures without a window: the toolkit without a display, PNG, sheets. */
@NullMarked
package org.reapscope.app.picture;

import org.jspecify.annotations.NullMarked;
