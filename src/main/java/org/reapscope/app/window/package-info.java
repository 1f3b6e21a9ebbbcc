/** The composition root, and the window: the frame around the panes of what is open. */
@NullMarked
package org.reapscope.app.window;

import org.jspecify.annotations.NullMarked;
