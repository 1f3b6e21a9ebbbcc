/** Looks for events by their names and by text. */
@NullMarked
package org.reapscope.analysis.search;

import org.jspecify.annotations.NullMarked;
