/** How the panes around a picture are arranged, the same in every kind of document. */
@NullMarked
package org.reapscope.ui.panes;

import org.jspecify.annotations.NullMarked;
