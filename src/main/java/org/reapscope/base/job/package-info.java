/** Cancellable work with progress. Knows no toolkit. */
@NullMarked
package org.reapscope.base.job;

import org.jspecify.annotations.NullMarked;
