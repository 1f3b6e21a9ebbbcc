/** The rows of a run of the machine. */
@NullMarked
package org.reapscope.picture.run;

import org.jspecify.annotations.NullMarked;
