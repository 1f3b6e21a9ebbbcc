/**
 * What searches found, made fit to be read: {@link org.reapscope.explore.report.ExplorationReport} adds to a report what a reader
 * asks next (the schedule, the step that decides); one class each writes it for people and for programs.
 */
@NullMarked
package org.reapscope.explore.report;

import org.jspecify.annotations.NullMarked;
