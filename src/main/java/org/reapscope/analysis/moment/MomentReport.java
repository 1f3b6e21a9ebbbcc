package org.reapscope.analysis.moment;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.episode.Episode;
import org.reapscope.analysis.sentence.EventSentence;
import org.reapscope.trace.Trace;

/**
 * All that is known of one moment: right after the event in {@code row}.
 *
 * @param trace the trace
 * @param row its last event
 * @param atNs the moment, not before the event
 * @param sentence what the event says
 * @param orderUnknown whether the clock cannot tell the event's order from its neighbours' on other CPUs
 * @param tasks the states of the tasks, those that matter first
 * @param locks the locks that somebody holds or waits for
 * @param episode the kill that the moment is in, null if the trace has none
 * @param mm the victim's mm, null if the trace does not tell which it is
 */
public record MomentReport(Trace trace, int row, long atNs, EventSentence sentence, boolean orderUnknown, FirstOf<TaskNow> tasks,
        FirstOf<LockNow> locks, @Nullable Episode episode, @Nullable MmNow mm) {}
