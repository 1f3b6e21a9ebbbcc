/** The way in. */
@NullMarked
package org.reapscope.app;

import org.jspecify.annotations.NullMarked;
