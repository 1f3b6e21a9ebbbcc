/** A list of timed events by tasks on CPUs, on locks, on an address space: columns, identities, lanes, queries. */
@NullMarked
package org.reapscope.trace;

import org.jspecify.annotations.NullMarked;
