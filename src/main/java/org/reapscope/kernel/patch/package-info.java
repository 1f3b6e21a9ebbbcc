/** The kernel changes that were proposed for this race, one class each. */
@NullMarked
package org.reapscope.kernel.patch;

import org.jspecify.annotations.NullMarked;
