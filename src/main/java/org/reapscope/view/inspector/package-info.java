/** The inspector: what just happened, and the state of everything at the cursor. */
@NullMarked
package org.reapscope.view.inspector;

import org.jspecify.annotations.NullMarked;
