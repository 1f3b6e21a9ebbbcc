/** Work off the JavaFX thread. */
@NullMarked
package org.reapscope.view.job;

import org.jspecify.annotations.NullMarked;
