/** Cancellable work with progress. Knows no toolkit. */
@NullMarked
package org.reapscope.job;

import org.jspecify.annotations.NullMarked;
