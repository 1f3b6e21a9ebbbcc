/** What the panes of the window share: the window's context, what is open, what a capture is shown as. */
@NullMarked
package org.reapscope.ui;

import org.jspecify.annotations.NullMarked;
