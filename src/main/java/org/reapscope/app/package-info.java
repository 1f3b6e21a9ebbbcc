/** The launcher, the composition root and the command line. */
@NullMarked
package org.reapscope.app;

import org.jspecify.annotations.NullMarked;
