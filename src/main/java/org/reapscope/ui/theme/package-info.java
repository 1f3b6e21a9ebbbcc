/** Look of all windows: token files, fonts, and the one size that all text follows. */
@NullMarked
package org.reapscope.ui.theme;

import org.jspecify.annotations.NullMarked;
