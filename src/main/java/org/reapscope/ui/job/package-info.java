/** Work off the JavaFX thread. */
@NullMarked
package org.reapscope.ui.job;

import org.jspecify.annotations.NullMarked;
