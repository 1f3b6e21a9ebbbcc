/**
 * What all schedules of a scenario come to, as state for panes: {@link org.reapscope.viewmodel.explore.OutcomeSpace} is every
 * state with what is still possible there, {@link org.reapscope.viewmodel.explore.LampsModel} keeps it for the run that is
 * being stepped.
 */
@NullMarked
package org.reapscope.viewmodel.explore;

import org.jspecify.annotations.NullMarked;
