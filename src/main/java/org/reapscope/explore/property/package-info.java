/**
 * The language in which one asks about a machine: {@code never(esrch-harmful)}, {@code P(esrch | killer = 0.1)}.
 * {@link org.reapscope.explore.property.PropertyParser} reads it, {@link org.reapscope.explore.property.Vocabulary} knows
 * the words of one machine.
 */
@NullMarked
package org.reapscope.explore.property;

import org.jspecify.annotations.NullMarked;
