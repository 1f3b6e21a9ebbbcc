/** The inspector: what just happened, and the state of everything at the cursor. */
@NullMarked
package org.reapscope.ui.inspector;

import org.jspecify.annotations.NullMarked;
