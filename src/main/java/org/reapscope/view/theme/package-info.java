/** Look of all windows: token files, fonts, and the one size that all text follows. */
@NullMarked
package org.reapscope.view.theme;

import org.jspecify.annotations.NullMarked;
