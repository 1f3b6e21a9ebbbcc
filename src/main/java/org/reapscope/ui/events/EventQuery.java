package org.reapscope.ui.events;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.search.EventName;
import org.reapscope.trace.Task;

/**
 * What a person asked the event table for.
 *
 * @param text searched for
 * @param onlyHits whether only events with it are shown
 * @param task null for any
 * @param name null for any
 * @param cpu null for any
 * @param ofFinding whether only those in the time of the selected finding are shown
 */
record EventQuery(String text, boolean onlyHits, @Nullable Task task, @Nullable EventName name, @Nullable Integer cpu, boolean ofFinding) {}
