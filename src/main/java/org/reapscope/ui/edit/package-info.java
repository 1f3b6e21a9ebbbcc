/** What forms have in common in which files are written: the draft with its undo, the bar above it, the fields. */
@NullMarked
package org.reapscope.ui.edit;

import org.jspecify.annotations.NullMarked;
