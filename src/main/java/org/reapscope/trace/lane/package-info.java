/** What the rows of a trace mean over time: states of tasks and CPUs, lock spans, counters, signals; seen at any zoom. */
@NullMarked
package org.reapscope.trace.lane;

import org.jspecify.annotations.NullMarked;
