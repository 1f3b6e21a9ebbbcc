/** The main window: the frame around the panes of the captures that are open. */
@NullMarked
package org.reapscope.view.window;

import org.jspecify.annotations.NullMarked;
