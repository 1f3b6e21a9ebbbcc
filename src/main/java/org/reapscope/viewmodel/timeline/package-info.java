/**
 * What a timeline shows and what can be done in it, without a toolkit: which rows stand in which order
 * ({@link org.reapscope.viewmodel.timeline.RowPlan} makes {@link org.reapscope.viewmodel.timeline.Rows}), what the axis says, where a cursor snaps, how far A is from B, which
 * event comes next, and the sentence that tells a person what is selected.
 */
@NullMarked
package org.reapscope.viewmodel.timeline;

import org.jspecify.annotations.NullMarked;
