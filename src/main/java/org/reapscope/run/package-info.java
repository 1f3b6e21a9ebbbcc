/**
 * Runs of a machine: who steps when. A {@link org.reapscope.run.RunTree} keeps every run that was tried, a
 * {@link org.reapscope.run.Stepper} moves in it, a {@link org.reapscope.run.Policy} chooses,
 * {@link org.reapscope.run.ScheduleText} writes a run so that it fits in a mail.
 */
@NullMarked
package org.reapscope.run;

import org.jspecify.annotations.NullMarked;
