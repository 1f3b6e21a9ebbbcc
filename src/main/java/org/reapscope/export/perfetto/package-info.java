/** A trace in the JSON Trace Event Format, as Perfetto opens it: states, calls, locks, memory, and the race itself. */
@NullMarked
package org.reapscope.export.perfetto;

import org.jspecify.annotations.NullMarked;
