/** Reads captures: one class per file format, each found by the registry, all of them streaming into a trace. */
@NullMarked
package org.reapscope.trace.format;

import org.jspecify.annotations.NullMarked;
