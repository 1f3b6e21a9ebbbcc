/**
 * The same questions asked of several kernels. {@link org.reapscope.explore.compare.Matrix} holds the answers, a row for
 * each property and a column for each {@link org.reapscope.explore.compare.Variant};
 * {@link org.reapscope.explore.compare.Transplant} shows where the witness of one kernel ceases to be a run of another.
 */
@NullMarked
package org.reapscope.explore.compare;

import org.jspecify.annotations.NullMarked;
