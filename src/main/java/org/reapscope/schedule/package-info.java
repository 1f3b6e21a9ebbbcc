/**
 * Runs of a machine: who steps when. A {@link org.reapscope.schedule.RunTree} keeps every run that was tried, a
 * {@link org.reapscope.schedule.Stepper} moves in it, a {@link org.reapscope.schedule.Policy} chooses,
 * {@link org.reapscope.schedule.ScheduleText} writes a run so that it fits in a mail.
 */
@NullMarked
package org.reapscope.schedule;

import org.jspecify.annotations.NullMarked;
