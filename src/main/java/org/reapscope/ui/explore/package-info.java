/** What all schedules of a scenario come to: what is still open, the search, the comparison of kernels. */
@NullMarked
package org.reapscope.ui.explore;

import org.jspecify.annotations.NullMarked;
